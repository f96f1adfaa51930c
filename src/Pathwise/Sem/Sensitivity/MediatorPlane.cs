using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// Several mediators whose disturbances correlate with that of the outcome. The effect is e0 - w' psi with the disturbance covariances psi and
/// w' = g' C_PP^-1 A_Ps, g being its derivatives by the outcome's coefficients: zero on a plane. Every formula is verified by refits in the tests.
/// </summary>
internal static class MediatorPlane
{
    /// <summary>What each mediator takes from the effect; empty for one mediator.</summary>
    public static IReadOnlyList<MediatorShare> Of(StructuralMoments at, ConfoundedPaths paths) => paths.Sources.Length == 1
        ? []
        : [.. paths.Sources.Zip(Weights(at, paths), (source, weight) => new MediatorShare(paths.Names[source], weight, Alone(at, paths, source)))];

    /// <summary>
    /// The smallest share q of the outcome's disturbance variance that the mediators' disturbances have to explain: the covariances of the plane nearest to
    /// zero have q / (1 - q) = e0^2 / (psi_yy w' H^-1 w) with H = A_Ps' C_PP^-1 A_Ps. Null for one mediator.
    /// </summary>
    public static double? SmallestShare(StructuralMoments at, ConfoundedPaths paths)
    {
        if (paths.Sources.Length == 1)
            return null;
        var (weights, acting) = (Weights(at, paths), StructuralMoments.Part(at.Totals, paths.Parents, paths.Sources));
        var metric = acting.Transpose() * StructuralMoments.Part(at.Covariance, paths.Parents, paths.Parents).Solve(acting);
        var effect = ConfoundedEquation.Value(at, paths);
        var odds = effect * effect / (at.Disturbances[paths.Target, paths.Target] * (weights * metric.Solve(weights)));
        return double.IsFinite(odds) ? odds / (1 + odds) : null;
    }

    private static Vector<double> Weights(StructuralMoments at, ConfoundedPaths paths)
    {
        var acting = StructuralMoments.Part(at.Totals, paths.Parents, paths.Sources);
        var moved = StructuralMoments.Part(at.Covariance, paths.Parents, paths.Parents).Solve(acting);
        return moved.Transpose() * ConfoundedEquation.Gradient(at, paths);
    }

    private static double? Alone(StructuralMoments at, ConfoundedPaths paths, int source) =>
        ConfoundedEquation.Of(at, paths, [source]).Zero is var rho && double.IsFinite(rho) ? rho : null;
}
