using Pathwise.Numerics;

namespace Pathwise.Studies;

/// <summary>What the data say to a hypothesis.</summary>
public enum Judgement
{
    /// <summary>The interval lies on the expected side of zero; of an effect of any sign, away from zero.</summary>
    Supported,

    /// <summary>The interval contains zero.</summary>
    NotSupported,

    /// <summary>The interval lies on the other side of zero.</summary>
    Opposite,

    /// <summary>There is no estimate or no interval.</summary>
    Undecided,
}

/// <summary>A hypothesis with the standardized estimate and its interval that it was judged by; without them, with the reason.</summary>
[TypeFormatterSource]
public sealed record JudgedHypothesis(Hypothesis Hypothesis, double? Estimate, Interval? Interval, Judgement Judgement, string? Why)
{
    internal static JudgedHypothesis Of(Hypothesis hypothesis, double? estimate, Interval? interval) => interval is { } bounds && estimate is not null
        ? new(hypothesis, estimate, interval, Judge(hypothesis.Sign, bounds), null)
        : new(hypothesis, estimate, null, Judgement.Undecided, estimate is null ? "The standardized estimate does not exist." : "It has no interval.");

    private static Judgement Judge(ExpectedSign sign, Interval interval) => sign switch
    {
        _ when interval.Lower <= 0 && interval.Upper >= 0 => Judgement.NotSupported,
        ExpectedSign.Any => Judgement.Supported,
        _ => interval.Lower > 0 == (sign == ExpectedSign.Positive) ? Judgement.Supported : Judgement.Opposite,
    };
}
