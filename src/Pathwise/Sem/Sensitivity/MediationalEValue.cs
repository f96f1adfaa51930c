namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// The E-value of an indirect effect (Smith and VanderWeele 2019) for a cause that differs by one standard deviation: how strongly, as risk ratios, a
/// confounder has to be related to mediator and outcome both. With d the standardized indirect effect, RR is about exp(0.91 |d|) (VanderWeele and
/// Ding 2017) and E = RR + sqrt(RR (RR - 1)). An approximation: the bound held in more than 99 % of the cases that its authors simulated, not in all,
/// and the confounder must not be an effect of the cause.
/// </summary>
[TypeFormatterSource]
public sealed record MediationalEValue
{
    /// <summary>The indirect effect in standard deviations of the outcome, for one of the cause.</summary>
    public required double Standardized { get; init; }

    /// <summary>The approximate risk ratio.</summary>
    public required double RiskRatio { get; init; }

    /// <summary>The E-value of the effect.</summary>
    public required double Value { get; init; }

    /// <summary>The E-value of the bound of its interval that is nearer to zero: 1 where the interval holds zero; null without a bootstrap.</summary>
    public double? OfBound { get; init; }

    /// <summary>The E-value of a standardized difference.</summary>
    public static double Of(double difference)
    {
        var ratio = Ratio(difference);
        return ratio + Math.Sqrt(ratio * (ratio - 1));
    }

    internal static double Ratio(double difference) => Math.Exp(0.91 * Math.Abs(difference));
}
