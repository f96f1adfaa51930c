using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>
/// Fornell and Larcker's (1981) criterion for two factors: each shares more variance with its own indicators (average variance
/// extracted) than with the other factor (squared correlation). Null where the solution is improper.
/// </summary>
[TypeFormatterSource]
public sealed record FornellLarckerPair(
    string First, string Second, double? FirstVarianceExtracted, double? SecondVarianceExtracted, double? Correlation)
{
    /// <summary>The variance that the two factors share.</summary>
    public double? SharedVariance => Correlation * Correlation;

    /// <summary>Whether both factors share more with their indicators than with each other.</summary>
    public bool? IsMet => FirstVarianceExtracted is { } first && SecondVarianceExtracted is { } second && SharedVariance is { } shared
        ? Math.Min(first, second) > shared
        : null;
}

/// <summary>Discriminant validity of the factors of a fitted model.</summary>
public static class FactorSeparation
{
    /// <summary>The criterion for every pair of first-order factors. <paramref name="group"/> names the group of a model that has several.</summary>
    public static IReadOnlyList<FornellLarckerPair> FornellLarcker(this FitResult fit, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        var extracted = fit.FactorReliabilities(group).ToDictionary(row => row.Factor, row => row.AverageVarianceExtracted);
        return Pairs(factors.FirstOrder)
            .Select(pair => new FornellLarckerPair(
                pair.First, pair.Second, extracted[pair.First], extracted[pair.Second], factors.LatentCorrelation(pair.First, pair.Second)))
            .ToArray();
    }

    /// <summary>The correlations of all factors, as the model implies them. <paramref name="group"/> names the group of a model that has several.</summary>
    public static ValidityMatrix LatentCorrelations(this FitResult fit, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        var cells = new double?[factors.All.Count, factors.All.Count];
        for (var i = 0; i < factors.All.Count; i++)
        {
            for (var j = 0; j < factors.All.Count; j++)
                cells[i, j] = i == j ? 1 : factors.LatentCorrelation(factors.All[i], factors.All[j]);
        }

        return new ValidityMatrix(factors.All, cells);
    }

    internal static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<string> names) =>
        names.SelectMany((second, j) => names.Take(j).Select(first => (first, second)));
}
