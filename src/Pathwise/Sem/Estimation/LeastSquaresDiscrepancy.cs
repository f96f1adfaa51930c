using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Least squares with weight V: tr[((S - Sigma) V)^2] / 2 + (m - mu)' V (m - mu); V is the inverse of S for generalized least squares
/// (Browne 1974).
/// </summary>
internal sealed class LeastSquaresDiscrepancy(double[] covariance, double[] means, double[] weight, bool hasMeans) : CovarianceDiscrepancy
{
    private readonly int size = means.Length;
    private readonly double[] difference = new double[covariance.Length];
    private readonly double[] product = new double[covariance.Length];
    private readonly double[] weighted = new double[covariance.Length];
    private readonly double[] distance = new double[means.Length];

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        for (var i = 0; i < difference.Length; i++)
            difference[i] = covariance[i] - moments.Sigma[i];
        FlatMatrix.Multiply(weight, difference, product, size, size, size);
        FlatMatrix.Multiply(product, weight, weighted, size, size, size);
        var sum = VectorKernels.Dot(weighted, difference) / 2;
        for (var i = 0; i < size; i++)
            distance[i] = hasMeans ? means[i] - moments.Mu[i] : 0;
        for (var i = 0; i < size; i++)
            sum += distance[i] * VectorKernels.Dot(weight.AsSpan(i * size, size), distance);
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override void Slopes(Span<double> bySigma, Span<double> byMu)
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                bySigma[(i * size) + j] = -(weighted[(i * size) + j] + weighted[(j * size) + i]) / 2;
            byMu[i] = -2 * VectorKernels.Dot(weight.AsSpan(i * size, size), distance);
        }
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double caseWeight, Span<double> information) =>
        NormalInformation.Add(weight, size, derivatives, caseWeight, information);

    /// <inheritdoc/>
    public override void AddCurvature(ImpliedColumns columns, double caseWeight, Span<double> curvature) =>
        NormalCurvature.AddLeastSquares(weight, columns, caseWeight, curvature);
}
