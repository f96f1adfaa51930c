using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Weighted least squares of the covariances and means s of continuous variables, F = (s - sigma)' W (s - sigma) (Browne 1984), in the order of
/// <see cref="MomentVector"/>: the lower triangle row by row, then the means.
/// </summary>
internal sealed class MomentDiscrepancy(double[] covariance, double[] means, ResponseWeights weights, bool hasMeans) : CovarianceDiscrepancy
{
    private readonly int size = means.Length;
    private readonly double[] residual = new double[weights.Size], weighted = new double[weights.Size];

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        var at = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
                residual[at++] = covariance[(i * size) + j] - moments.Sigma[(i * size) + j];
        }

        for (var i = 0; hasMeans && i < size; i++)
            residual[at++] = means[i] - moments.Mu[i];
        weights.Times(residual, weighted, 1);
        var sum = VectorKernels.Dot(residual, weighted);
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override void Slopes(Span<double> bySigma, Span<double> byMu)
    {
        var at = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
                bySigma[(i * size) + j] = bySigma[(j * size) + i] = -weighted[at++];
            bySigma[(i * size) + i] = -2 * weighted[at++];
        }

        for (var i = 0; i < size; i++)
            byMu[i] = hasMeans ? -2 * weighted[at + i] : 0;
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information) =>
        Add(MomentRows.Of(derivatives, size, hasMeans), derivatives.Positions, weight, information);

    /// <inheritdoc/>
    public override void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature) =>
        Add(MomentRows.Of(columns, size, hasMeans), [.. columns.Slopes.Select(slope => slope.Cell.Free)], weight, curvature);

    private void Add(double[] rows, int[] positions, double weight, Span<double> target)
    {
        var (n, t) = (positions.Length, (int)Math.Sqrt(target.Length));
        var sum = new double[n * n];
        FlatMatrix.MultiplyTransposed(weights.Times(rows), rows, sum, n, weights.Size, n);
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
                target[(positions[a] * t) + positions[b]] += weight * sum[(a * n) + b];
        }
    }
}
