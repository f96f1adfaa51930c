using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The moments that a group's model implies along a line of free parameters, theta + e v, as series in e, and from them the gradient of a normal log-likelihood along the line:
/// its terms are exact derivatives of second and third order. The derivation is ours: the gradient by the chain rule, written in arithmetic of series.
/// </summary>
internal sealed class ImpliedSeries
{
    private readonly IReadOnlyList<ModelCell> cells;
    private readonly int order;
    private readonly MatrixSeries totalLoadings, latentToObserved, latentMeans, mu;

    private ImpliedSeries(ImpliedMoments at, IReadOnlyList<ModelCell> cells, double[]? direction, int order, MatrixSeries total)
    {
        (this.cells, this.order) = (cells, order);
        int p = at.Size, m = at.LatentSize;
        var lambda = Series(at.Lambda, ModelMatrix.Lambda, p, m, direction);
        totalLoadings = lambda.Times(total);
        var latent = total.Times(Series(at.Psi, ModelMatrix.Psi, m, m, direction)).TimesTransposed(total);
        latentToObserved = lambda.Times(latent);
        latentMeans = total.Times(Series(Alpha(at), ModelMatrix.Alpha, m, 1, direction));
        mu = Series(at.Nu, ModelMatrix.Nu, p, 1, direction).Plus(lambda.Times(latentMeans));
        Inverse = latentToObserved.TimesTransposed(lambda).Plus(Series(at.Theta, ModelMatrix.Theta, p, p, direction)).Inverse();
    }

    /// <summary>Sigma^-1; null where Sigma has no inverse.</summary>
    public MatrixSeries? Inverse { get; }

    /// <summary>The series at the parameters of the last update of the moments, along a direction (null for none); null where I - B has no inverse.</summary>
    public static ImpliedSeries? Of(ImpliedMoments at, double[]? direction, int order)
    {
        var m = at.LatentSize;
        var beta = Fill(at.Cells, ModelMatrix.Beta, m, m, direction);
        var loops = MatrixSeries.Of(Matrix<double>.Build.DenseIdentity(m) - Flat(at.Beta, m, m), beta is null ? null : -beta, order);
        return loops.Inverse() is { } total ? new ImpliedSeries(at, at.Cells, direction, order, total) : null;
    }

    /// <summary>
    /// Adds the coefficient of the last power of the gradient of the log-likelihood of n cases, times a factor: n of them with the mean, p x 1, and the covariances around it with
    /// divisor n, p x p (null for a single case). Without a mean structure the mean is that of the sample, and what is given is the deviation from it.
    /// </summary>
    public void AddGradient(double n, Matrix<double> mean, Matrix<double>? covariance, bool hasMeans, double factor, double[] gradient)
    {
        var deviation = MatrixSeries.Of(mean, null, order);
        if (hasMeans)
            deviation = deviation.Plus(mu, -1);
        var moments = deviation.TimesTransposed(deviation);
        if (covariance is not null)
            moments = moments.Plus(MatrixSeries.Of(covariance, null, order));
        var inverse = Inverse!;
        var bySigma = Scaled(inverse.Plus(inverse.Times(moments).Times(inverse), -1), -n / 2);
        var byMu = hasMeans ? Scaled(inverse.Times(deviation), n) : null;
        var left = bySigma.Times(latentToObserved);
        if (byMu is not null)
            left = left.Plus(byMu.TimesTransposed(latentMeans), 0.5);
        var byBeta = totalLoadings.TransposedTimes(left)[order];
        var byPsi = totalLoadings.TransposedTimes(bySigma.Times(totalLoadings))[order];
        var byAlpha = byMu is null ? null : totalLoadings.TransposedTimes(byMu)[order];
        foreach (var cell in cells)
        {
            if (cell.Free >= 0)
                gradient[cell.Free] += factor * Slope(cell, (left[order], bySigma[order], byMu?[order]), (byBeta, byPsi, byAlpha));
        }
    }

    private static double Slope(
        ModelCell cell, (Matrix<double>? Left, Matrix<double>? Sigma, Matrix<double>? Mu) observed, (Matrix<double>? Beta, Matrix<double>? Psi, Matrix<double>? Alpha) latent)
    {
        var (matrix, times) = cell.Matrix switch
        {
            ModelMatrix.Lambda => (observed.Left, 2.0),
            ModelMatrix.Theta => (observed.Sigma, cell.Row == cell.Column ? 1 : 2),
            ModelMatrix.Nu => (observed.Mu, 1),
            ModelMatrix.Beta => (latent.Beta, 2),
            ModelMatrix.Alpha => (latent.Alpha, 1),
            _ => (latent.Psi, cell.Row == cell.Column ? 1 : 2),
        };
        return matrix is null ? 0 : times * matrix[cell.Row, cell.Column];
    }

    private MatrixSeries Series(ReadOnlySpan<double> value, ModelMatrix matrix, int rows, int columns, double[]? direction) =>
        MatrixSeries.Of(Flat(value, rows, columns), Fill(cells, matrix, rows, columns, direction), order);

    private static MatrixSeries Scaled(MatrixSeries series, double factor) => series.Plus(series, factor - 1);

    private static double[] Alpha(ImpliedMoments at)
    {
        // alpha = (I - B) times the latent means.
        var m = at.LatentSize;
        return (Flat(at.Beta, m, m).Multiply(-1) + Matrix<double>.Build.DenseIdentity(m)).Multiply(Vector<double>.Build.Dense(at.LatentMeans)).ToArray();
    }

    private static Matrix<double> Flat(ReadOnlySpan<double> values, int rows, int columns) => Matrix<double>.Build.DenseOfRowMajor(rows, columns, values.ToArray());

    private static Matrix<double>? Fill(IReadOnlyList<ModelCell> cells, ModelMatrix matrix, int rows, int columns, double[]? direction)
    {
        if (direction is null || !cells.Any(cell => cell.Matrix == matrix && cell.Free >= 0))
            return null;
        var filled = Matrix<double>.Build.Dense(rows, columns);
        foreach (var cell in cells.Where(cell => cell.Matrix == matrix && cell.Free >= 0))
        {
            filled[cell.Row, cell.Column] = direction[cell.Free];
            if (cell.IsMirrored)
                filled[cell.Column, cell.Row] = direction[cell.Free];
        }

        return filled;
    }
}
