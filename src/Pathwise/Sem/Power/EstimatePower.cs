namespace Pathwise.Sem.Power;

/// <summary>How well a quantity is estimated in samples of one size: what Monte Carlo studies of power report (Muthen and Muthen 2002).</summary>
[TypeFormatterSource]
public record EstimatePower
{
    /// <summary>Its value in the population.</summary>
    public required double Population { get; init; }

    /// <summary>Number of samples in which it was estimated.</summary>
    public required int Count { get; init; }

    /// <summary>Mean estimate.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the estimates: the true standard error.</summary>
    public required double Deviation { get; init; }

    /// <summary>Mean of the standard errors that the samples give; null when none does.</summary>
    public required double? MeanError { get; init; }

    /// <summary>Mean squared distance of the estimates from the value in the population.</summary>
    public required double MeanSquaredError { get; init; }

    /// <summary>Standard error of <see cref="MeanSquaredError"/> from the number of samples.</summary>
    public required double MeanSquaredErrorError { get; init; }

    /// <summary>For each kind of interval how often it excludes zero and how often it holds the value in the population.</summary>
    public required IReadOnlyList<IntervalPower> Intervals { get; init => field = ValueList.Of(value); }

    /// <summary>Mean estimate less the value in the population.</summary>
    public double Bias => Mean - Population;

    /// <summary>Standard error of <see cref="Bias"/> from the number of samples.</summary>
    public double BiasError => Deviation / Math.Sqrt(Count);

    /// <summary>Bias as a share of the value in the population; null where that is zero.</summary>
    public double? RelativeBias => Population == 0 ? null : Bias / Population;
}
