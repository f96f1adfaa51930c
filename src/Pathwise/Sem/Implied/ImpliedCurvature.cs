namespace Pathwise.Sem.Implied;

/// <summary>
/// The second derivatives of one group's implied moments in a function of them: how the columns that a first derivative is made of change
/// with another cell. Only loadings, regressions, latent covariances and latent means move them.
/// </summary>
internal sealed class ImpliedCurvature
{
    private readonly ImpliedMoments moments;
    private readonly ImpliedColumns columns;
    private readonly double[] gram;
    private readonly double[] byMean;
    private readonly int n;

    private ImpliedCurvature(ImpliedMoments moments, ImpliedColumns columns, ReadOnlySpan<double> bySigma, ReadOnlySpan<double> byMu)
    {
        (this.moments, this.columns, n) = (moments, columns, columns.Count);
        (gram, byMean) = (columns.Gram(bySigma), columns.Times(byMu));
    }

    /// <summary>
    /// Adds <paramref name="weight"/> times half of trace(bySigma d2Sigma) + byMu' d2mu to <paramref name="target"/>, t x t.
    /// </summary>
    public static void Add(
        ImpliedMoments moments, ImpliedColumns columns, ReadOnlySpan<double> bySigma, ReadOnlySpan<double> byMu, double weight, Span<double> target)
    {
        var curvature = new ImpliedCurvature(moments, columns, bySigma, byMu);
        var moving = columns.Slopes.Where(slope => slope.Cell.Matrix is not (ModelMatrix.Theta or ModelMatrix.Nu)).ToArray();
        CellPairs.Add(moving, weight, target, (a, b) => curvature.Of(a, b.Cell));
    }

    private double Of(CellSlope slope, ModelCell other)
    {
        var sum = slope.Scale == 0
            ? 0
            : slope.Scale * (Along(gram, n * slope.Right, slope.Left, other) + Along(gram, n * slope.Left, slope.Right, other));
        return sum + (((slope.Shift * Along(byMean, 0, slope.Mean, other)) + (byMean[slope.Mean] * ShiftAlong(slope.Cell, other))) / 2);
    }

    /// <summary>The change of a column along a cell, weighted: the sum of its parts times their elements of a row of weights.</summary>
    private double Along(double[] weights, int row, int column, ModelCell cell)
    {
        var (p, m) = (moments.Size, moments.LatentSize);
        return column < p ? 0
            : column < p + m ? LoadingAlong(weights, row, column - p, cell)
            : CovarianceAlong(weights, row, column - p - m, cell);
    }

    // d(Lambda A) has column k e_i A[j, k] for a loading and (Lambda A)_i A[j, k] for a regression.
    private double LoadingAlong(double[] weights, int row, int k, ModelCell cell) => cell.Matrix switch
    {
        ModelMatrix.Lambda => weights[row + ImpliedColumns.Unit(cell.Row)] * Total(cell.Column, k),
        ModelMatrix.Beta => weights[row + columns.Loading(cell.Row)] * Total(cell.Column, k),
        _ => 0,
    };

    // With C = A Psi A', dC is A_i C[j, ] + C_j A[ , i]' for a regression, and A_i A_j' + A_j A_i' for a covariance.
    private double CovarianceAlong(double[] weights, int row, int k, ModelCell cell)
    {
        var (i, j) = (cell.Row, cell.Column);
        return cell.Matrix switch
        {
            ModelMatrix.Lambda => weights[row + ImpliedColumns.Unit(i)] * Latent(j, k),
            ModelMatrix.Beta => (weights[row + columns.Loading(i)] * Latent(j, k)) + (weights[row + columns.Covariance(j)] * Total(k, i)),
            ModelMatrix.Psi when i == j => weights[row + columns.Loading(i)] * Total(k, i),
            ModelMatrix.Psi => (weights[row + columns.Loading(i)] * Total(k, j)) + (weights[row + columns.Loading(j)] * Total(k, i)),
            _ => 0,
        };
    }

    // A loading and a regression shift mu by the mean of a latent variable, which regressions and latent means move.
    private double ShiftAlong(ModelCell cell, ModelCell other) => cell.Matrix is ModelMatrix.Lambda or ModelMatrix.Beta
        ? other.Matrix switch
        {
            ModelMatrix.Beta => Total(cell.Column, other.Row) * moments.LatentMeans[other.Column],
            ModelMatrix.Alpha => Total(cell.Column, other.Row),
            _ => 0,
        }
        : 0;

    private double Total(int row, int column) => moments.Total[(row * moments.LatentSize) + column];

    private double Latent(int row, int column) => moments.LatentCovariance[(row * moments.LatentSize) + column];
}
