using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Factor scores from ordered answers, which given the factors are independent: the mode of the factors given the answers (empirical Bayes, lavaan's <c>EBM</c>), or the
/// factors under which the answers are likeliest (<c>ML</c>). Both are found by Newton's steps; the likelihood of a probit is log-concave (Pratt 1981), so that there is one maximum at most.
/// </summary>
internal sealed class ResponseScores
{
    // A maximum is not sought farther than so many standard deviations of a factor.
    private const double Farthest = 12;
    private const double Least = 1e-10;

    private readonly ScoredAnswer[] answers;
    private readonly Matrix<double>? root;
    private readonly Matrix<double> lambda;
    private readonly Vector<double> latentMeans, deviations;
    private readonly bool hasPrior;

    public ResponseScores(FitResult fit, int group, ScoreMethod method)
    {
        Check(fit);
        var (moments, sample) = (fit.Implied(group), fit.Sample[group - 1]);
        var (p, m) = (moments.Size, moments.LatentSize);
        (hasPrior, lambda) = (method == ScoreMethod.Regression, Matrix<double>.Build.DenseOfRowMajor(p, m, moments.Lambda.ToArray()));
        var covariance = Matrix<double>.Build.DenseOfRowMajor(m, m, moments.LatentCovariance);
        latentMeans = Vector<double>.Build.Dense(moments.LatentMeans);
        deviations = covariance.Diagonal().PointwiseSqrt();
        var residual = Matrix<double>.Build.DenseOfRowMajor(p, p, moments.Sigma) - (lambda * covariance * lambda.Transpose());
        RequireIndependent(fit, residual);
        answers = [.. Enumerable.Range(0, p).Select(j => new ScoredAnswer(sample.Responses!.Categories[j], moments.Thresholds.AsSpan(moments.Responses!.First[j], moments.Responses.Count(j)).ToArray(), moments.Mu[j], Math.Sqrt(residual[j, j])))];
        root = residual.Diagonal().Minimum() > Least ? hasPrior ? Root(covariance) : Matrix<double>.Build.DenseIdentity(m) : null;
    }

    /// <summary>The scores of a case from the answers that it gave; NaN where they do not determine them, and of improper solutions.</summary>
    public Vector<double> Score(Vector<double> row)
    {
        var scores = Vector<double>.Build.Dense(latentMeans.Count, double.NaN);
        int[] seen = [.. Enumerable.Range(0, row.Count).Where(j => !double.IsNaN(row[j]))];
        if (root is null || seen.Length == 0)
            return scores;
        var loadings = lambda * root;
        foreach (var columns in hasPrior ? [[.. Enumerable.Range(0, scores.Count)]] : Parts(seen))
        {
            int[] items = [.. seen.Where(j => hasPrior || Array.Exists(columns, k => loadings[j, k] != 0))];
            if (Maximum(Matrix<double>.Build.Dense(items.Length, columns.Length, (i, k) => loadings[items[i], columns[k]]), items, row) is not { } found)
                continue;
            var moved = hasPrior ? root * found : found;
            for (var k = 0; k < columns.Length; k++)
            {
                if (hasPrior || Math.Abs(moved[k]) <= Farthest * deviations[columns[k]])
                    scores[columns[k]] = latentMeans[columns[k]] + moved[k];
            }
        }

        return scores;
    }

    // Factors that share an answer stand in one part; of those that do not, each has a maximum of its own. Factors without answers are in none.
    private List<int[]> Parts(int[] seen)
    {
        var parts = new List<int[]>();
        foreach (var j in seen)
        {
            int[] own = [.. Enumerable.Range(0, lambda.ColumnCount).Where(k => lambda[j, k] != 0)];
            var joined = parts.Where(part => part.Intersect(own).Any()).ToArray();
            parts.RemoveAll(part => joined.Contains(part));
            if (own.Length > 0)
                parts.Add([.. joined.SelectMany(part => part).Union(own).Order()]);
        }

        return parts;
    }

    private Vector<double>? Maximum(Matrix<double> loadings, int[] seen, Vector<double> row)
    {
        var (at, prior) = (Vector<double>.Build.Dense(loadings.ColumnCount), hasPrior ? 1.0 : 0);
        var value = Value(at);
        for (var step = 0; step < 200; step++)
        {
            var predicted = loadings * at;
            var slopes = Vector<double>.Build.Dense(seen.Length, i => answers[seen[i]].Slopes(row[seen[i]], predicted[i]).First);
            var weights = Vector<double>.Build.Dense(seen.Length, i => -answers[seen[i]].Slopes(row[seen[i]], predicted[i]).Second);
            var curvature = loadings.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(weights) * loadings) + (prior * Matrix<double>.Build.DenseIdentity(at.Count));
            var move = curvature.Solve(loadings.TransposeThisAndMultiply(slopes) - (prior * at));
            if (!move.ForAll(double.IsFinite) || at.L2Norm() > 1e6)
                return null;
            while (move.L2Norm() > 1e-13 * (1 + at.L2Norm()) && !(Value(at + move) >= value))
                move /= 2;
            (at, value) = (at + move, Value(at + move));
            if (move.L2Norm() <= 1e-10 * (1 + at.L2Norm()))
                return at;
        }

        return null;

        double Value(Vector<double> place)
        {
            var predicted = loadings * place;
            return seen.Select((j, i) => answers[j].LogLikelihood(row[j], predicted[i])).Sum() - (prior * (place * place) / 2);
        }
    }

    private static Matrix<double>? Root(Matrix<double> covariance)
    {
        var m = covariance.RowCount;
        var eigen = SymmetricEigen.Of(covariance.ToRowMajorArray(), m);
        if (eigen.Values[^1] < -Least)
            return null;
        var vectors = Matrix<double>.Build.DenseOfRowMajor(m, m, eigen.Vectors).Transpose();
        return vectors * Matrix<double>.Build.DenseOfDiagonalArray([.. eigen.Values.Select(each => Math.Sqrt(Math.Max(each, 0)))]);
    }

    private static void Check(FitResult fit)
    {
        OrderedRequirements.RefuseCovariates(fit.Structure, "Factor scores");
        if (fit.Structure.Latents.Skip(fit.Table.LatentVariables.Count).FirstOrDefault() is { } observed)
            throw new InputException($"Factor scores of ordered variables are of models whose regressions are among latent variables; {observed} is observed and takes part in them.");
    }

    private static void RequireIndependent(FitResult fit, Matrix<double> residual)
    {
        foreach (var (i, j, value) in residual.EnumerateIndexed(Zeros.AllowSkip))
        {
            if (i < j && Math.Abs(value) > 1e-8 * Math.Sqrt(Math.Abs(residual[i, i] * residual[j, j])))
                throw new InputException($"Factor scores take ordered answers as independent given the factors; {fit.Table.ObservedVariables[i]} and {fit.Table.ObservedVariables[j]} have a residual covariance.");
        }
    }
}
