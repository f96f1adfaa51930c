using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The stability index of feedback loops: the largest modulus of the eigenvalues of B. The total effects B + B^2 + ... exist only where it is
/// below one (Bentler and Freeman 1983; Bollen 1989, p. 381).
/// </summary>
internal static class StabilityIndex
{
    /// <summary>The largest of the groups' indices; null without feedback loops.</summary>
    public static double? Of(FitResult fit)
    {
        double? largest = null;
        for (var g = 0; g < fit.Structure.Groups.Count && double.IsFinite(fit.Discrepancy); g++)
        {
            if (FeedbackLoops.HasLoops(fit.Structure, g))
                largest = Math.Max(largest ?? 0, Of(fit.Implied(g + 1)));
        }

        return largest;
    }

    // In standard deviations, which leaves the eigenvalues as they are and their computation exact in any unit.
    private static double Of(ImpliedMoments moments)
    {
        var m = moments.LatentSize;
        double Deviation(int i) => moments.LatentCovariance[(i * m) + i] is > 0 and var variance ? Math.Sqrt(variance) : 1;
        var beta = moments.Beta.ToArray();
        var scaled = Matrix<double>.Build.Dense(m, m, (i, j) => beta[(i * m) + j] * Deviation(j) / Deviation(i));
        return scaled.Evd(Symmetricity.Asymmetric).EigenValues.Max(value => value.Magnitude);
    }
}
