using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>How factor scores are computed.</summary>
public enum ScoreMethod
{
    /// <summary>The expected factors given the answers (Thomson 1934; Thurstone 1935); of ordered answers the likeliest ones given them, lavaan's <c>EBM</c>.</summary>
    Regression,

    /// <summary>Weighted least squares of the answers on the loadings (Bartlett 1937), without the factors' own distribution; of ordered answers maximum likelihood, lavaan's <c>ML</c>.</summary>
    Bartlett,
}

/// <summary>Factor scores of one group: one row for each case, in the sample's order, and one column for each latent variable.</summary>
[TypeFormatterSource]
public sealed class FactorScores
{
    private FactorScores()
    {
    }

    /// <summary>Group, counted from 1.</summary>
    public required int Group { get; init; }

    /// <summary>Names of the latent variables.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Scores, n x m; NaN for a case that has none.</summary>
    public required Matrix<double> Scores { get; init; }

    /// <summary>Scores of all groups; an <see cref="InputException"/> without latent variables or without cases.</summary>
    internal static IReadOnlyList<FactorScores> Of(FitResult fit, ScoreMethod method)
    {
        if (fit.Table.LatentVariables.Count == 0)
            throw new InputException("The model has no latent variable; there are no factor scores.");
        if (fit.Sample.Any(sample => sample.Cases is null))
            throw new InputException("Factor scores need the cases themselves; the sample gives moments alone.");
        return [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => OfGroup(fit, group, method))];
    }

    private static FactorScores OfGroup(FitResult fit, int group, ScoreMethod method)
    {
        Func<Vector<double>, Vector<double>> score = fit.Structure.Responses is null ? new ScoreWeights(fit, group, method).Score : new ResponseScores(fit, group, method).Score;
        var rows = fit.Sample[group - 1].Cases!.EnumerateRows().Select(score);
        return new() { Group = group, Names = fit.Table.LatentVariables, Scores = Matrix<double>.Build.DenseOfRowVectors(rows) };
    }
}
