using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Half the Hessian of a discrepancy by the first derivatives of the moments, for pairs of free cells. The second derivatives of the
/// moments are <see cref="ImpliedCurvature"/>'s.
/// </summary>
internal static class NormalCurvature
{
    /// <summary>
    /// Adds trace(V dSigma_a V dSigma_b) / 2 + dmu_a' V dmu_b, times <paramref name="weight"/>, for a symmetric V (p x p): least squares.
    /// </summary>
    public static void AddLeastSquares(ReadOnlySpan<double> v, ImpliedColumns columns, double weight, Span<double> target)
    {
        var (g, n) = (columns.Gram(v), columns.Count);
        CellPairs.Add(columns.Slopes, weight, target, (a, b) =>
            (a.Scale * b.Scale * Twice(g, n, a, b)) + (a.Shift * b.Shift * g[(a.Mean * n) + b.Mean]));
    }

    /// <summary>
    /// Adds the same of the likelihood, trace((2 X - V) dSigma_a V dSigma_b) / 2 + q' dSigma_a V dmu_b + q' dSigma_b V dmu_a + dmu_a' V dmu_b
    /// with V the inverse of Sigma, X = V (S + d d') V and q = V d, d = m - mu.
    /// </summary>
    public static void AddLikelihood(
        ReadOnlySpan<double> v, ReadOnlySpan<double> x, ReadOnlySpan<double> q, ImpliedColumns columns, double weight, Span<double> target)
    {
        var (g, h, s, n) = (columns.Gram(v), columns.Gram(x), columns.Times(q), columns.Count);
        CellPairs.Add(columns.Slopes, weight, target, (a, b) =>
            (a.Scale * b.Scale * (Mixed(g, h, n, a, b) - Twice(g, n, a, b)))
            + (b.Shift * Cross(g, s, n, a, b)) + (a.Shift * Cross(g, s, n, b, a)) + (a.Shift * b.Shift * g[(a.Mean * n) + b.Mean]));
    }

    // Half of trace(V (x y' + y x') V (u w' + w u')).
    private static double Twice(double[] g, int n, CellSlope a, CellSlope b) =>
        (g[(a.Left * n) + b.Left] * g[(a.Right * n) + b.Right]) + (g[(a.Left * n) + b.Right] * g[(a.Right * n) + b.Left]);

    // Trace(X (x y' + y x') V (u w' + w u')).
    private static double Mixed(double[] g, double[] h, int n, CellSlope a, CellSlope b) =>
        (h[(a.Right * n) + b.Left] * g[(b.Right * n) + a.Left]) + (h[(a.Right * n) + b.Right] * g[(b.Left * n) + a.Left])
        + (h[(a.Left * n) + b.Left] * g[(b.Right * n) + a.Right]) + (h[(a.Left * n) + b.Right] * g[(b.Left * n) + a.Right]);

    // q' dSigma_a V z_b.
    private static double Cross(double[] g, double[] s, int n, CellSlope a, CellSlope b) =>
        a.Scale * ((s[a.Left] * g[(a.Right * n) + b.Mean]) + (s[a.Right] * g[(a.Left * n) + b.Mean]));
}
