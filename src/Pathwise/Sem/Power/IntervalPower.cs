using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Power;

/// <summary>How often an interval finds an effect and holds the truth, over simulated samples.</summary>
/// <param name="Kind">How the interval is made.</param>
/// <param name="Count">Number of samples that gave one.</param>
/// <param name="Power">Share of them whose interval excludes zero.</param>
/// <param name="Coverage">Share of them whose interval holds the effect in the population.</param>
[TypeFormatterSource]
public sealed record IntervalPower(IntervalKind Kind, int Count, double Power, double Coverage)
{
    /// <summary>Share of them whose interval lies wholly below the effect in the population.</summary>
    public double Below { get; init; }

    /// <summary>Share of them whose interval lies wholly above the effect in the population.</summary>
    public double Above { get; init; }

    /// <summary>Standard error of <see cref="Power"/> from the number of samples.</summary>
    public double PowerError => Error(Power);

    /// <summary>Standard error of <see cref="Coverage"/> from the number of samples.</summary>
    public double CoverageError => Error(Coverage);

    private double Error(double share) => Math.Sqrt(share * (1 - share) / Count);
}
