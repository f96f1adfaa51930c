using System.Globalization;

namespace Pathwise.Sem.Categorical;

/// <summary>What a reader of a sample of ordered variables must know.</summary>
internal static class CategoricalWarnings
{
    private const int ManyCategories = 12;
    private const int MostNamed = 6;

    public static IEnumerable<CategoricalWarning> Of(CategoricalSample sample)
    {
        var where = sample.Group.Length == 0 ? "" : $"Group {sample.Group}: ";
        return OfVariables(sample).Concat(OfPairs(sample)).Concat(OfAll(sample)).Select(warning => warning with { Message = where + warning.Message });
    }

    private static IEnumerable<CategoricalWarning> OfVariables(CategoricalSample sample)
    {
        foreach (var variable in sample.Variables.Where(variable => variable.Categories.Count > ManyCategories))
        {
            yield return new("many-categories", Text($"{variable.Name} has {variable.Categories.Count} categories. With so many it can be taken as continuous: leave it out of the ordered variables, or join categories."));
        }

        string[] unchosen = [.. sample.Variables.Where(variable => variable.Unchosen.Count > 0).Select(variable => $"{variable.Name} ({string.Join(", ", variable.Unchosen)})")];
        if (unchosen.Length > 0)
            yield return new("unchosen-category", $"Nobody chose {Listed(unchosen)}. Such a category has no threshold; the estimates are those of the categories that were chosen.");
        if (sample.ChosenElsewhere.Count > 0)
            yield return new("categories-differ", $"Nobody of this group chose {Listed([.. sample.ChosenElsewhere])}, which another group did. Its thresholds cannot be compared with theirs: join the category with a neighbour in all groups.");
    }

    private static IEnumerable<CategoricalWarning> OfPairs(CategoricalSample sample)
    {
        if (sample.SparseTables > 0)
        {
            var rule = sample.Options.EmptyCells;
            yield return new("empty-cells", Text($"{sample.SparseTables} of {sample.Tables} tables of two ordered variables have an empty cell (rule: {rule.Text()}). Polychoric correlations of sparse tables are unsteady: compare the rules for empty cells, or join neighbouring categories."));
        }

        string[] near = [.. Named(sample, CorrelationOutcome.NearOne)], bound = [.. Named(sample, CorrelationOutcome.AtBound)], flat = [.. sample.Likelihoods.Where(each => FlatLikelihood.Is(each.Pair)).Select(each => $"{each.First} and {each.Second}")];
        if (near.Length > 0)
            yield return new("near-one", $"The correlation of {Listed(near)} is above 0.99 in size: the variables say nearly the same. Leave out one of each pair.");
        if (bound.Length > 0)
            yield return new("at-bound", Text($"The correlation of {Listed(bound)} was sought up to {CorrelationSearch.Limit} in size, where the likelihood still rises: it has no estimate. Join categories, or leave out one of each pair."));
        if (flat.Length > 0)
            yield return new("flat-likelihood", $"The likelihood of the correlation of {Listed(flat)} hardly falls up to the end of its range: these data cannot tell it from a perfect one. It has next to no weight in the fit, and counts in full in RMR, SRMR and CRMR, which then say little. Join categories, or leave out one of each pair.");
    }

    private static IEnumerable<CategoricalWarning> OfAll(CategoricalSample sample)
    {
        if (!sample.IsPositiveDefinite)
            yield return new("not-positive-definite", Text($"The correlations are not positive definite (smallest eigenvalue {sample.SmallestEigenvalue:0.####}): no variables can have them all, since each pair was estimated by itself. Join categories, leave out items that say the same, or use more cases."));
        if (sample.StatisticCount >= sample.Count)
            yield return new("more-statistics-than-cases", Text($"There are {sample.StatisticCount} thresholds and correlations and {sample.Count} cases: their asymptotic covariance has no inverse, so that full weighted least squares is impossible, and tests that are scaled by it are rough. Join categories, or use fewer variables."));
    }

    private static IEnumerable<string> Named(CategoricalSample sample, CorrelationOutcome outcome) =>
        sample.Likelihoods.Where(each => each.Pair.Outcome == outcome).Select(each => $"{each.First} and {each.Second}");

    private static string Listed(string[] names) => names.Length <= MostNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
