namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// One path P -> T of an indirect effect under a confounder U: with R2_P the share of P's variance that U explains given what is before P, and R2_T that of
/// T's variance given P too, the path is overstated by at most sqrt(R2_T R2_P / (1 - R2_P)) sd(T | P, Z) / sd(P | Z) (Cinelli and Hazlett 2020; for both
/// paths of a mediation Zhang and Ding 2022). Z are T's other predictors and what comes before P on the path.
/// </summary>
[TypeFormatterSource]
public sealed record ConfoundedPath
{
    /// <summary>The path by its name: <c>m -> y</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The path's coefficient.</summary>
    public required double Estimate { get; init; }

    /// <summary>sd(T | P, Z) / sd(P | Z).</summary>
    public required double Ratio { get; init; }

    /// <summary>The share of T's residual variance that P explains, given Z.</summary>
    public required double PartialR2 { get; init; }

    /// <summary>The indirect effect that a coefficient of zero would leave: that of the other paths.</summary>
    public required double Rest { get; init; }

    /// <summary>By how much the indirect effect moves when the coefficient does by one.</summary>
    public required double Slope { get; init; }

    /// <summary>The coefficient under a confounder of this strength that works against it.</summary>
    public double Coefficient(double r2Cause, double r2Outcome) =>
        Estimate - (Math.Sign(Estimate) * Math.Sqrt(r2Outcome * r2Cause / (1 - r2Cause)) * Ratio);

    /// <summary>The indirect effect there.</summary>
    public double Indirect(double r2Cause, double r2Outcome) => Rest + (Slope * Coefficient(r2Cause, r2Outcome));

    /// <summary>
    /// The contour of an indirect effect: the share of T's variance that a confounder with this share of P's has to explain; above 1 where none can.
    /// </summary>
    public double Contour(double indirect, double r2Cause)
    {
        var away = (Estimate - ((indirect - Rest) / Slope)) * Math.Sign(Estimate) / Ratio;
        return away < 0 ? double.NaN : away * away * (1 - r2Cause) / r2Cause;
    }

    /// <summary>How many times as strong as this a confounder has to be in both shares to make the path zero.</summary>
    public double Times(double r2Cause, double r2Outcome)
    {
        // k^2 R2_T R2_P = f^2 (1 - k R2_P), solved for k without cancellation.
        var (f2, product) = (PartialR2 / (1 - PartialR2), r2Outcome * r2Cause);
        return 2 * f2 / ((f2 * r2Cause) + Math.Sqrt((f2 * r2Cause * f2 * r2Cause) + (4 * f2 * product)));
    }
}
