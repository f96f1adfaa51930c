using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// The step of expectation-maximisation where the covariances are singular or nearly so: each pattern's missing values are regressed on what is
/// observed of them by its own decomposition, and where the observed variables depend on each other, by the least of the slopes that predict alike.
/// </summary>
internal sealed class RegressedMoments(IReadOnlyList<MissingPattern> patterns, int size)
{
    private const double Rounding = 1e-12;

    /// <summary>Writes the image of a point of p means and p x p covariances.</summary>
    public void Step(double[] point, double[] image)
    {
        var means = Vector<double>.Build.Dense(size, i => point[i]);
        var covariance = Matrix<double>.Build.Dense(size, size, (i, j) => point[size + (i * size) + j]);
        var completed = patterns.Select(pattern => Complete(pattern, means, covariance)).ToArray();
        var nextMeans = Vector<double>.Build.Dense(size);
        for (var k = 0; k < patterns.Count; k++)
            nextMeans += completed[k].Means * patterns[k].Share;
        var next = Matrix<double>.Build.Dense(size, size);
        for (var k = 0; k < patterns.Count; k++)
        {
            var shift = completed[k].Means - nextMeans;
            next += (completed[k].Covariance + shift.OuterProduct(shift)) * patterns[k].Share;
        }

        nextMeans.ToArray().CopyTo(image, 0);
        ((next + next.Transpose()) / 2).ToRowMajorArray().CopyTo(image, size);
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
        return Cholesky.TryFactor(factor, n) && IsFirm() ? seen.Cholesky().Solve(across) : seen.PseudoInverse() * across;

        // What a variable has besides the others is more than rounding.
        bool IsFirm()
        {
            for (var i = 0; i < n; i++)
            {
                if (!(factor[(i * n) + i] * factor[(i * n) + i] > Rounding * seen[i, i]))
                    return false;
            }

            return true;
        }
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
}
