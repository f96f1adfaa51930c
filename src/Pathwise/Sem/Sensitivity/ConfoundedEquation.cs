using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// An indirect effect as a function of the correlation rho between the disturbances of mediators s and of the outcome, where the outcome's
/// equation is saturated: with P the outcome's predictors, C their covariances, A_Ps the total effects of the mediators on them and psi the
/// disturbance covariances, the coefficients are b(psi) = b0 - C_PP^-1 A_Ps psi and the disturbance variance is psi_yy + psi' A_Ps' C_PP^-1 A_Ps psi,
/// while all implied covariances stay. With one mediator this is b0 - psi/psi_mm, and the effect that of Imai, Keele and Yamamoto (2010,
/// theorem 4); the general form is verified by refits in the tests. Undefined is NaN: also the
/// effect at any correlation but zero in a sample whose disturbance variances are not positive.
/// </summary>
internal sealed class ConfoundedEquation
{
    private readonly double effect;
    private readonly double slope;
    private readonly double direct;
    private readonly double directSlope;
    private readonly double residual;
    private readonly double share;

    private ConfoundedEquation(double effect, double slope, double direct, double directSlope, double residual, double share) =>
        (this.effect, this.slope, this.direct, this.directSlope, this.residual, this.share) = (effect, slope, direct, directSlope, residual, share);

    /// <summary>At estimates; the mediators may be some of those that the paths name.</summary>
    public static ConfoundedEquation Of(StructuralMoments at, ConfoundedPaths paths, int[]? mediators = null)
    {
        var (sources, parents) = (mediators ?? paths.Sources, paths.Parents);
        var acting = StructuralMoments.Part(at.Totals, parents, sources);
        var deviations = Vector<double>.Build.Dense(sources.Length, j => Math.Sqrt(at.Disturbances[sources[j], sources[j]]));
        var spread = acting * deviations;
        var moved = StructuralMoments.Part(at.Covariance, parents, parents).Solve(spread);
        var cause = paths.Target == paths.Outcome ? Array.IndexOf(parents, paths.Cause) : -1;
        return new(
            Value(at, paths),
            Gradient(at, paths) * moved,
            cause < 0 ? double.NaN : at.Coefficients[paths.Target, paths.Cause],
            cause < 0 ? double.NaN : moved[cause],
            at.Disturbances[paths.Target, paths.Target],
            spread * moved);
    }

    /// <summary>The effect without correlation.</summary>
    public double Estimate => effect;

    /// <summary>How far a correlation of the disturbances can go: beyond, they have no covariance matrix.</summary>
    public double Limit => share > 0 ? Math.Min(1, 1 / Math.Sqrt(share)) : double.NaN;

    /// <summary>The effect at a correlation that is the same for every mediator.</summary>
    public double Effect(double rho) => rho == 0 ? effect : effect - (slope * rho * Deviation(rho));

    /// <summary>The cause's direct effect there; NaN where the equation has none.</summary>
    public double Direct(double rho) => rho == 0 ? direct : direct - (directSlope * rho * Deviation(rho));

    /// <summary>The disturbance standard deviation of the outcome there; NaN beyond the limit.</summary>
    public double Deviation(double rho) => Math.Sqrt(residual / (1 - (share * rho * rho)));

    /// <summary>The correlation at which the effect is zero.</summary>
    public double Zero => At(0);

    /// <summary>The correlation at which the effect has a value: with k = (effect - value) / (slope sd), rho = k / sqrt(1 + share k^2).</summary>
    public double At(double value)
    {
        var k = (effect - value) / (slope * Math.Sqrt(residual));
        return k / Math.Sqrt(1 + (share * k * k));
    }

    /// <summary>The sum over the paths of the product of their coefficients.</summary>
    public static double Value(StructuralMoments at, ConfoundedPaths paths) => paths.Paths.Sum(path => Product(at, path, -1));

    /// <summary>The derivatives of the effect by the coefficients of the target's equation.</summary>
    public static Vector<double> Gradient(StructuralMoments at, ConfoundedPaths paths)
    {
        var gradient = Vector<double>.Build.Dense(paths.Parents.Length);
        foreach (var path in paths.Paths)
        {
            var step = Array.IndexOf(path, paths.Target);
            if (step > 0 && Array.IndexOf(paths.Parents, path[step - 1]) is var parent and >= 0)
                gradient[parent] += Product(at, path, step);
        }

        return gradient;
    }

    private static double Product(StructuralMoments at, int[] path, int without)
    {
        var product = 1.0;
        for (var i = 1; i < path.Length; i++)
            product *= i == without ? 1 : at.Coefficients[path[i], path[i - 1]];
        return product;
    }
}
