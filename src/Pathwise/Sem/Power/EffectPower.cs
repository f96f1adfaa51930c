using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Power;

/// <summary>How well an effect is estimated and found in samples of one size.</summary>
[TypeFormatterSource]
public sealed record EffectPower
{
    /// <summary>The effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>True when all of it is about the standardized effect.</summary>
    public required bool IsStandardized { get; init; }

    /// <summary>The effect in the population.</summary>
    public required double Population { get; init; }

    /// <summary>Number of samples in which it was estimated.</summary>
    public required int Count { get; init; }

    /// <summary>Mean estimate.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the estimates: the true standard error.</summary>
    public required double Deviation { get; init; }

    /// <summary>Mean of the standard errors that the samples give; null when none does.</summary>
    public required double? MeanError { get; init; }

    /// <summary>Mean estimate less the effect in the population.</summary>
    public double Bias => Mean - Population;

    /// <summary>For each kind of interval how often it excludes zero and how often it holds the effect in the population.</summary>
    public required IReadOnlyList<IntervalPower> Intervals { get; init => field = ValueList.Of(value); }
}
