using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Estimation;

/// <summary>What estimators and models of ordered variables ask of each other; what is not there is refused by name.</summary>
internal static class OrderedRequirements
{
    /// <summary>Refuses a table that the estimator does not take.</summary>
    public static void Check(ParameterTable table, EstimationOptions options)
    {
        var method = options.Method();
        if (table.OrderedVariables.Count == 0)
        {
            if (options.Missing == MissingData.Pairwise)
                throw new InputException("Pairwise deletion is of ordered variables, and the model has none; use fiml.");
            if (options.EmptyCells != new EstimationOptions().EmptyCells)
                throw new InputException("A rule for empty cells (--zero-add) is of ordered variables, and the model has none; name them (--ordered LIST, or all).");
            return;
        }

        if (method.Responses is null)
            throw new InputException($"{options.Estimator} takes every variable as continuous; with ordered variables use {string.Join(", ", EstimationMethods.All.Where(each => each.Responses is not null).Select(each => each.Estimator))}.");
        if (options.Information is Information.Observed)
            throw new InputException("With ordered variables the information of the standard errors is the expected one; the observed one is not there.");
        CheckStructure(table);
    }

    /// <summary>Refuses what is not there for ordered variables.</summary>
    /// <param name="fit">The fit that it is asked of.</param>
    /// <param name="what">Its name, the subject of a sentence.</param>
    public static void Refuse(FitResult fit, string what) => Refuse(fit.Table.OrderedVariables, what);

    /// <summary>The same, before anything is fitted.</summary>
    public static void Refuse(IReadOnlyList<string> ordered, string what)
    {
        if (ordered.Count > 0)
            throw new InputException($"{what} of models with ordered variables ({string.Join(", ", ordered)}) are not there.");
    }

    private static void CheckStructure(ParameterTable table)
    {
        if (table.ExogenousVariables.Count > 0)
        {
            var first = table.ExogenousVariables[0];
            throw new InputException($"With ordered variables, covariates whose moments are given ({string.Join(", ", table.ExogenousVariables)}) are not there; a continuous one can be modelled with the others by its variance in the syntax: {first} ~~ {first}.");
        }

        string[] structural = [.. PromotedVariables.Of(table).Where(table.OrderedVariables.Contains)];
        if (structural.Length > 0 && table.Options.Parameterization == Parameterization.Delta)
            throw new InputException($"{structural[0]} is ordered and takes part in regressions, or covaries with a latent variable, itself; use the theta parameterization for that.");
    }

    /// <summary>The number of thresholds of each ordered variable in the cases that are used.</summary>
    /// <exception cref="InputException">The groups do not have the same number of categories, or there are no cases.</exception>
    public static IReadOnlyDictionary<string, int>? Thresholds(IReadOnlyList<string> ordered, IReadOnlyList<SampleMoments> samples, MissingData missing) => ordered.Count == 0
        ? null
        : ordered.ToDictionary(name => name, name => Thresholds(name, samples, missing == MissingData.Pairwise));

    /// <summary>The number of thresholds that each ordered variable has in all rows of a table of data; null without ordered variables.</summary>
    public static IReadOnlyDictionary<string, int>? Thresholds(IReadOnlyList<string> ordered, DataTable table) => ordered.Count == 0
        ? null
        : ordered.ToDictionary(name => name, name => Math.Max(1, table.Numbers(name).Where(value => !double.IsNaN(value)).Distinct().Count() - 1));

    private static int Thresholds(string name, IReadOnlyList<SampleMoments> samples, bool isPairwise)
    {
        double[][] categories = [.. samples.Select(sample => Categories(name, sample, isPairwise))];
        var counts = Array.ConvertAll(categories, each => each.Length);
        if (counts.Distinct().Count() > 1)
            throw new InputException($"{name} has {string.Join(", ", samples.Select((sample, g) => $"{counts[g]} categories in group {sample.Group}"))}; a model needs the same ones in every group. Join categories that a group has not chosen with their neighbours.");
        if (Array.Exists(categories, each => !each.SequenceEqual(categories[0])))
            throw new InputException($"{name} has the categories {string.Join(", ", samples.Select((sample, g) => $"{string.Join(" ", categories[g].Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))} in group {sample.Group}"))}; a model needs the same ones in every group. Join categories that a group has not chosen with their neighbours.");
        return counts[0] > 1
            ? counts[0] - 1
            : throw new InputException($"{name} has one category among the cases that are used; an ordered variable needs two at least.");
    }

    private static double[] Categories(string name, SampleMoments sample, bool isPairwise)
    {
        if (sample.Cases is not { } cases)
            throw new InputException($"Ordered variables need the cases themselves; {SampleMoments.Where(sample.Group)} gives moments alone.");
        var at = sample.IndexOf(name);
        return [.. cases.EnumerateRows().Where(row => isPairwise ? !double.IsNaN(row[at]) : !row.Exists(double.IsNaN)).Select(row => row[at]).Distinct().Order()];
    }
}
