using Pathwise.Numerics;
using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Intervals;

/// <summary>An effect as estimated, raw and standardized; null where the standardized effect does not exist.</summary>
[TypeFormatterSource]
public sealed record EffectEstimate
{
    /// <summary>The effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The estimate in the units of the variables.</summary>
    public required double Value { get; init; }

    /// <summary>Its standard error: by the bootstrap where there is one, else by the delta method.</summary>
    public required double? StandardError { get; init; }

    /// <summary>Its spread over the replicates by the median absolute deviation, which outlying draws cannot move.</summary>
    public required double? RobustSpread { get; init; }

    /// <summary>The standardized estimate.</summary>
    public required double? Standardized { get; init; }

    /// <summary>Standard error of the standardized estimate.</summary>
    public required double? StandardizedError { get; init; }

    /// <summary>Robust spread of the standardized estimate over the replicates.</summary>
    public required double? StandardizedRobustSpread { get; init; }

    /// <summary>
    /// How many replicates are outlying: more than five robust spreads away from their median; null without a bootstrap.
    /// </summary>
    public int? Outlying { get; init; }

    /// <summary>The same of the standardized effect.</summary>
    public int? StandardizedOutlying { get; init; }

    /// <summary>
    /// For an effect along one path: the largest p value of its coefficients, which is the p value of the test that all differ from
    /// zero (joint significance; MacKinnon et al., 2002).
    /// </summary>
    public double? JointPValue { get; init; }

    /// <summary>The intervals asked for, raw ones first.</summary>
    public required IReadOnlyList<EffectInterval> Intervals { get; init => field = ValueList.Of(value); }

    /// <summary>The interval of a kind, or null when it was not asked for or does not exist.</summary>
    public Interval? Interval(IntervalKind kind, bool isStandardized = false) =>
        Intervals.FirstOrDefault(each => each.Kind == kind && each.IsStandardized == isStandardized)?.Interval;
}
