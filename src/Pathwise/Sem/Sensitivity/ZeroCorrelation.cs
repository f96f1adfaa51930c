using Pathwise.Numerics;

namespace Pathwise.Sem.Sensitivity;

/// <summary>Where the indirect effect, and the interval of it, reach zero as the disturbances correlate.</summary>
[TypeFormatterSource]
public sealed record ZeroCorrelation
{
    /// <summary>The correlation at which the effect is zero; null where it is zero nowhere.</summary>
    public double? Rho { get; init; }

    /// <summary>The smallest correlation, coming from <see cref="Rho"/>, at which the interval of the effect holds zero; null where it does so to the end, or without a bootstrap.</summary>
    public double? Lower { get; init; }

    /// <summary>The largest one, likewise.</summary>
    public double? Upper { get; init; }

    /// <summary>
    /// The square of <see cref="Rho"/>: the product of the shares of the two disturbances that a confounder would have to explain (Imai, Keele and
    /// Yamamoto 2010).
    /// </summary>
    public double? ResidualShare { get; init; }

    /// <summary>The same of the variables' whole variances: (1 - R2) (1 - R2) rho^2; null for several mediators.</summary>
    public double? TotalShare { get; init; }

    /// <summary>The interval of the correlation at which the effect is zero, over the samples; null without a bootstrap.</summary>
    public Interval? Interval { get; init; }
}
