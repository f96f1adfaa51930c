using Pathwise.Numerics;

namespace Pathwise.Sem.Mediation;

/// <summary>
/// Whether the direct path beside an indirect effect is negligible: two one-sided tests that its standardized effect is beyond a bound on either side of
/// zero. Full mediation cannot be shown by a test that finds no direct effect, only that what there is of one is smaller than the bound.
/// </summary>
/// <param name="Cause">The cause.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Bound">The bound, a standardized effect above zero.</param>
/// <param name="Alpha">Level of each one-sided test.</param>
[TypeFormatterSource]
public sealed record DirectPathEquivalence(string Cause, string Outcome, double Bound, double Alpha)
{
    /// <summary>Group, counted from 1.</summary>
    public int Group { get; init; } = 1;

    /// <summary>The group's label in the data; empty where there is one group.</summary>
    public string GroupLabel { get; init; } = "";

    /// <summary>The standardized direct effect; null where the model has no direct path.</summary>
    public double? Direct { get; init; }

    /// <summary>Its interval of level 1 - 2 alpha: percentiles of a bootstrap where there is one, else by the delta method.</summary>
    public Interval? Interval { get; init; }

    /// <summary>p of the hypothesis that the effect is at most minus the bound.</summary>
    public double? LowerPValue { get; init; }

    /// <summary>p of the hypothesis that the effect is at least the bound.</summary>
    public double? UpperPValue { get; init; }

    /// <summary>p of the hypothesis that the effect is not negligible: the larger of the two.</summary>
    public double? PValue => LowerPValue is { } lower && UpperPValue is { } upper ? Math.Max(lower, upper) : null;

    /// <summary>Whether the direct path is shown to be negligible: the interval lies within the bounds; null where there is none.</summary>
    public bool? IsNegligible => Interval is { } interval ? interval.Lower > -Bound && interval.Upper < Bound : null;

    /// <summary>The correlation of cause and outcome that the model implies.</summary>
    public double? Correlation { get; init; }

    /// <summary>The sum of the indirect effects, standardized.</summary>
    public double? Indirect { get; init; }

    /// <summary>
    /// Whether mediation is substantial in the sense of Beribisky, Mara and Cribbie (2020): the direct path is negligible and there is something to mediate, a
    /// correlation of cause and outcome of at least <see cref="DirectPathEquivalences.LeastCorrelation"/>.
    /// </summary>
    public bool? IsSubstantial => IsNegligible is { } negligible && Correlation is { } correlation ? negligible && Math.Abs(correlation) >= DirectPathEquivalences.LeastCorrelation : null;

    /// <summary>Why there is no test; null where there is one.</summary>
    public string? Why { get; init; }
}
