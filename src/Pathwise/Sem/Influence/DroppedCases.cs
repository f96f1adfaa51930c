using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Influence;

/// <summary>How many cases must go for a claim to fall, and which.</summary>
[TypeFormatterSource]
public sealed record DroppedCases
{
    /// <summary>What is to change.</summary>
    public required DropClaim Claim { get; init; }

    /// <summary>The fewest cases found whose absence changes it; null where none were found within the limit.</summary>
    public required int? Count { get; init; }

    /// <summary>The cases, in the order of the data; empty without a count.</summary>
    public required IReadOnlyList<CaseName> Cases { get; init => field = ValueList.Of(value); }

    /// <summary>True when every smaller set was tried, so that no fewer cases do.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Every set smaller than this was tried and does not do.</summary>
    public required int AtLeast { get; init; }

    /// <summary>How many the recursive greedy search needs, which is what a reference compares; null where it found none within the limit.</summary>
    public required int? GreedyCount { get; init; }

    /// <summary>The fewest cases with which an improper solution, which is never chosen, would have changed it before; null where none would.</summary>
    public required int? ImproperCount { get; init; }

    /// <summary>The fit without the cases, made anew from starting values of its own; null without a count.</summary>
    public DropConfirmation? Confirmation { get; init; }
}

/// <summary>
/// A fit without a set of cases, made as any fit is made and not from the estimates of the full sample, with the interval of the analysis.
/// </summary>
[TypeFormatterSource]
public sealed record DropConfirmation
{
    /// <summary>How it ended.</summary>
    public required FitStatus Status { get; init; }

    /// <summary>The effect; for the rejection of the model the chi-square.</summary>
    public required double? Estimate { get; init; }

    /// <summary>Its standard error.</summary>
    public double? StandardError { get; init; }

    /// <summary>The interval of the analysis.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The p that belongs to the interval, or to the chi-square.</summary>
    public required double? PValue { get; init; }

    /// <summary>True when the claim has changed by this fit and, where it is one of significance, by this interval.</summary>
    public required bool IsConfirmed { get; init; }
}
