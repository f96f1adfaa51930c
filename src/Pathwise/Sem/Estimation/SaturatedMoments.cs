using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood means and covariances of cases with missing values, without a model, by expectation-maximisation
/// (Dempster, Laird and Rubin 1977; Little and Rubin 2002).
/// </summary>
internal static class SaturatedMoments
{
    private const int MaximumSteps = 20_000;
    private const double Tolerance = 1e-11;

    /// <summary>The sample itself, or with missing values under full information the moments that make it most likely.</summary>
    public static SampleMoments Of(SampleMoments sample, EstimationOptions options)
    {
        if (options.Missing != MissingData.Fiml || !sample.HasMissing)
            return sample;
        var patterns = MissingPatterns.Of(sample);
        var means = sample.Means!.Clone();
        var covariance = Matrix<double>.Build.DenseOfDiagonalVector(sample.Covariance.Diagonal());
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (nextMeans, nextCovariance) = Step(patterns, means, covariance);
            var change = Change(means, covariance, nextMeans, nextCovariance);
            (means, covariance) = (nextMeans, nextCovariance);
            if (change < Tolerance)
                break;
        }

        return SampleMoments.OfCovariance(sample.Names, covariance, sample.Count, means, Divisor.Count, sample.Group);
    }

    private static (Vector<double> Means, Matrix<double> Covariance) Step(
        IReadOnlyList<MissingPattern> patterns, Vector<double> means, Matrix<double> covariance)
    {
        var completed = patterns.Select(pattern => Complete(pattern, means, covariance)).ToArray();
        var nextMeans = Vector<double>.Build.Dense(means.Count);
        for (var k = 0; k < patterns.Count; k++)
            nextMeans += completed[k].Means * patterns[k].Share;
        var next = Matrix<double>.Build.Dense(means.Count, means.Count);
        for (var k = 0; k < patterns.Count; k++)
        {
            var shift = completed[k].Means - nextMeans;
            next += (completed[k].Covariance + shift.OuterProduct(shift)) * patterns[k].Share;
        }

        return (nextMeans, next);
    }

    // Expected moments of a pattern's cases: missing values are regressed on the observed ones.
    private static (Vector<double> Means, Matrix<double> Covariance) Complete(
        MissingPattern pattern, Vector<double> means, Matrix<double> covariance)
    {
        var (p, n) = (means.Count, pattern.Observed.Length);
        int[] missing = [.. Enumerable.Range(0, p).Except(pattern.Observed)];
        var seen = Pick(covariance, pattern.Observed, pattern.Observed);
        var slopes = Regress(seen, Pick(covariance, pattern.Observed, missing)).Transpose();
        var observed = Matrix<double>.Build.Dense(n, n, pattern.Covariance);
        var distance = Vector<double>.Build.Dense(n, i => pattern.Means[i] - means[pattern.Observed[i]]);
        var (predicted, between) = (slopes * distance, slopes * observed);
        var within = (between * slopes.Transpose()) + Pick(covariance, missing, missing)
            - (slopes * Pick(covariance, pattern.Observed, missing));
        var full = Matrix<double>.Build.Dense(p, p);
        Put(full, observed, pattern.Observed, pattern.Observed);
        Put(full, between, missing, pattern.Observed);
        Put(full, between.Transpose(), pattern.Observed, missing);
        Put(full, within, missing, missing);
        var mean = means.Clone();
        for (var i = 0; i < n; i++)
            mean[pattern.Observed[i]] = pattern.Means[i];
        for (var i = 0; i < missing.Length; i++)
            mean[missing[i]] += predicted[i];
        return (mean, full);
    }

    // Where the observed variables depend on each other, the least of the slopes that predict alike.
    private static Matrix<double> Regress(Matrix<double> seen, Matrix<double> across)
    {
        var (n, factor) = (seen.RowCount, seen.ToRowMajorArray());
        return Cholesky.TryFactor(factor, n) ? seen.Cholesky().Solve(across) : seen.PseudoInverse() * across;
    }

    private static Matrix<double> Pick(Matrix<double> matrix, int[] rows, int[] columns) => rows.Length == 0 || columns.Length == 0
        ? Matrix<double>.Build.Dense(Math.Max(rows.Length, 1), Math.Max(columns.Length, 1))
        : Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => matrix[rows[i], columns[j]]);

    private static void Put(Matrix<double> target, Matrix<double> source, int[] rows, int[] columns)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
                target[rows[i], columns[j]] = source[i, j];
        }
    }

    private static double Change(
        Vector<double> means, Matrix<double> covariance, Vector<double> nextMeans, Matrix<double> nextCovariance)
    {
        double largest = 0;
        for (var i = 0; i < means.Count; i++)
        {
            var deviation = Math.Sqrt(nextCovariance[i, i]);
            largest = Math.Max(largest, Math.Abs(nextMeans[i] - means[i]) / deviation);
            for (var j = 0; j <= i; j++)
            {
                var scale = deviation * Math.Sqrt(nextCovariance[j, j]);
                largest = Math.Max(largest, Math.Abs(nextCovariance[i, j] - covariance[i, j]) / scale);
            }
        }

        return largest;
    }
}
