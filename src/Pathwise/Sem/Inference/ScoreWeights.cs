using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>The matrices that turn a case's answers into factor scores.</summary>
internal sealed class ScoreWeights
{
    private readonly Matrix<double> sigma, toLatent, lambda;
    private readonly Vector<double> means, latentMeans;
    private readonly int latents;
    private readonly HashSet<int> carried;
    private readonly ScoreMethod method;

    public ScoreWeights(FitResult fit, int group, ScoreMethod method)
    {
        var moments = fit.Implied(group);
        var (p, m) = (moments.Size, moments.LatentSize);
        (latents, this.method) = (fit.Table.LatentVariables.Count, method);
        carried = [.. fit.Structure.Latents.Skip(latents).Select(name => fit.Sample[0].IndexOf(name))];
        sigma = Matrix<double>.Build.Dense(p, p, moments.Sigma);
        toLatent = Matrix<double>.Build.Dense(p, m, (i, j) => moments.LatentToObserved[(i * m) + j]);
        lambda = Matrix<double>.Build.Dense(p, m, (i, j) => moments.Lambda[(i * m) + j]);
        means = fit.ImpliedMeans(group) ?? fit.Sample[group - 1].Means!;
        latentMeans = Vector<double>.Build.Dense(m, i => fit.Table.HasMeanStructure ? moments.LatentMeans[i] : 0);
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

    // Weights from Sigma give the scores that those from Theta give, also where an indicator has no residual; factors without
    // indicators of their own get zero from the generalized inverse.
    private Vector<double> Bartlett(int[] observed, Vector<double> all)
    {
        // Variables of regressions measure no factor.
        int[] kept = [.. Enumerable.Range(0, observed.Length).Where(k => !carried.Contains(observed[k]))];
        int[] seen = [.. kept.Select(k => observed[k])];
        var deviation = Vector<double>.Build.Dense(kept.Length, k => all[kept[k]]);
        var loadings = Matrix<double>.Build.Dense(seen.Length, latents, (i, j) => lambda[seen[i], j]);
        var inverse = Block(sigma, seen).Inverse();
        var information = loadings.TransposeThisAndMultiply(inverse * loadings);
        return information.PseudoInverse() * loadings.TransposeThisAndMultiply(inverse * deviation);
    }

    private static Matrix<double> Rows(Matrix<double> matrix, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, matrix.ColumnCount, (i, j) => matrix[rows[i], j]);

    private static Matrix<double> Block(Matrix<double> matrix, int[] at) =>
        Matrix<double>.Build.Dense(at.Length, at.Length, (i, j) => matrix[at[i], at[j]]);
}
