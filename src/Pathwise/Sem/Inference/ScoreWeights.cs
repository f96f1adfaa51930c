using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>The matrices that turn a case's answers into factor scores.</summary>
internal sealed class ScoreWeights
{
    private readonly Matrix<double> sigma, toLatent, lambda;
    private readonly Vector<double> means, latentMeans;
    private readonly int latents;
    private readonly ScoreMethod method;
    private readonly bool hasPatterns;

    public ScoreWeights(FitResult fit, int group, ScoreMethod method)
    {
        var moments = fit.Implied(group);
        var (p, m) = (moments.Size, moments.LatentSize);
        (latents, this.method) = (fit.Table.LatentVariables.Count, method);
        hasPatterns = fit.Options.Missing.NeedsMeans();
        sigma = Matrix<double>.Build.Dense(p, p, moments.Sigma);
        toLatent = Matrix<double>.Build.Dense(p, m, (i, j) => moments.LatentToObserved[(i * m) + j]);
        lambda = Measurement(fit, moments);
        means = fit.ImpliedMeans(group) ?? fit.Sample[group - 1].Means!;
        latentMeans = fit.Table.HasMeanStructure ? Vector<double>.Build.Dense(moments.LatentMeans) : LatentMeans(fit, group, moments);
    }

    // Loadings; an observed outcome of regressions is measured by its predictors.
    private static Matrix<double> Measurement(FitResult fit, ImpliedMoments moments)
    {
        var (p, m, beta) = (moments.Size, moments.LatentSize, moments.Beta.ToArray());
        var result = Matrix<double>.Build.DenseOfRowMajor(p, m, moments.Lambda.ToArray());
        for (var k = fit.Table.LatentVariables.Count; k < m; k++)
        {
            if (fit.Table.Rows.Any(row => row.Operator == Operator.Regression && row.Lhs == fit.Structure.Latents[k]))
                result.SetRow(fit.Sample[0].IndexOf(fit.Structure.Latents[k]), beta.AsSpan(k * m, m).ToArray());
        }

        return result;
    }

    // Without a mean structure the latent intercepts are zero, and the observed variables of regressions have the sample's means.
    private static Vector<double> LatentMeans(FitResult fit, int group, ImpliedMoments moments)
    {
        var (m, first) = (moments.LatentSize, fit.Table.LatentVariables.Count);
        if (m == first || fit.Sample[group - 1].Means is not { } sample)
            return Vector<double>.Build.Dense(m);
        var total = Matrix<double>.Build.Dense(m, m, (i, j) => moments.Total[(i * m) + j]);
        var carried = Vector<double>.Build.Dense(m - first, k => sample[fit.Sample[0].IndexOf(fit.Structure.Latents[first + k])]);
        return total.SubMatrix(0, m, first, m - first) * total.SubMatrix(first, m - first, first, m - first).Solve(carried);
    }

    /// <summary>The scores of a case from the values that it has; NaN where they do not determine them.</summary>
    public Vector<double> Score(Vector<double> row)
    {
        int[] seen = [.. Enumerable.Range(0, row.Count).Where(i => !double.IsNaN(row[i]))];
        var deviation = Vector<double>.Build.Dense(seen.Length, i => row[seen[i]] - means[seen[i]]);
        var scores = method == ScoreMethod.Regression ? Regression(seen, deviation) : Bartlett(seen, deviation);
        return Vector<double>.Build.Dense(latents, i => scores[i] + latentMeans[i]);
    }

    private Vector<double> Regression(int[] seen, Vector<double> deviation) =>
        Rows(toLatent, seen).TransposeThisAndMultiply(Block(sigma, seen).Solve(deviation));

    // Weights from Sigma give the scores that those from Theta give, also where an indicator has no residual. Factors without indicators
    // of their own get zero from the generalized inverse; with missing values, a factor none of whose indicators is seen has no score.
    private Vector<double> Bartlett(int[] seen, Vector<double> deviation)
    {
        var loadings = Rows(lambda, seen);
        var inverse = Block(sigma, seen).Inverse();
        var weights = (loadings.TransposeThisAndMultiply(inverse * loadings)).PseudoInverse() * loadings.TransposeThisAndMultiply(inverse);
        var scores = weights * deviation;
        return scores.MapIndexed((k, score) => hasPatterns && weights.Row(k).AbsoluteMaximum() < 1e-12 ? double.NaN : score, Zeros.Include);
    }

    private static Matrix<double> Rows(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, matrix.ColumnCount, (i, j) => matrix[rows[i], j]);

    private static Matrix<double> Block(Matrix<double> matrix, int[] at) =>
        Matrix<double>.Build.Dense(at.Length, at.Length, (i, j) => matrix[at[i], at[j]]);
}
