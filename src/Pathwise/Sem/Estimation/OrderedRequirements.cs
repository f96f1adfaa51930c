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

    /// <summary>Refuses what is not there for ordered variables given covariates.</summary>
    public static void RefuseCovariates(ModelStructure structure, string what)
    {
        if (structure.Responses is { Covariates.Length: > 0 })
            throw new InputException($"{what} of ordered variables given covariates are not there.");
    }

    private static void CheckStructure(ParameterTable table)
    {
        // Its residual variance, which is what is left in the delta parameterization, would be part of the variances that it explains.
        var explaining = table.Rows.Where(row => row.Operator == Operator.Regression).Select(row => row.Rhs)
            .Concat(table.Rows.Where(row => row.Operator == Operator.Loading).Select(row => row.Lhs)).ToHashSet();
        if (table.Options.Parameterization == Parameterization.Delta && table.OrderedVariables.FirstOrDefault(explaining.Contains) is { } mediator)
            throw new InputException($"{mediator} is ordered and explains others itself; use the theta parameterization for that.");
    }

    /// <summary>The number of thresholds of each ordered variable in the cases that are used.</summary>
    /// <param name="ordered">The ordered variables.</param>
    /// <param name="covariates">Variables that a case must have.</param>
    /// <param name="samples">One for each group.</param>
    /// <param name="missing">Which cases are used.</param>
    /// <exception cref="InputException">The groups do not have the same number of categories, or there are no cases.</exception>
    public static IReadOnlyDictionary<string, int>? Thresholds(
        IReadOnlyList<string> ordered, IReadOnlyList<string> covariates, IReadOnlyList<SampleMoments> samples, MissingData missing) => ordered.Count == 0
        ? null
        : ordered.ToDictionary(name => name, name => Thresholds(name, covariates, samples, missing == MissingData.Pairwise));

    /// <summary>The number of thresholds that each ordered variable has in all rows of a table of data; null without ordered variables.</summary>
    public static IReadOnlyDictionary<string, int>? Thresholds(IReadOnlyList<string> ordered, DataTable table) => ordered.Count == 0
        ? null
        : ordered.ToDictionary(name => name, name => Math.Max(1, table.Numbers(name).Where(value => !double.IsNaN(value)).Distinct().Count() - 1));

    private static int Thresholds(string name, IReadOnlyList<string> covariates, IReadOnlyList<SampleMoments> samples, bool isPairwise)
    {
        double[][] categories = [.. samples.Select(sample => Categories(name, covariates, sample, isPairwise))];
        var counts = Array.ConvertAll(categories, each => each.Length);
        if (counts.Distinct().Count() > 1)
            throw new InputException($"{name} has {string.Join(", ", samples.Select((sample, g) => $"{counts[g]} categories in group {sample.Group}"))}; a model needs the same ones in every group. Join categories that a group has not chosen with their neighbours.");
        if (Array.Exists(categories, each => !each.SequenceEqual(categories[0])))
            throw new InputException($"{name} has the categories {string.Join(", ", samples.Select((sample, g) => $"{string.Join(" ", categories[g].Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)))} in group {sample.Group}"))}; a model needs the same ones in every group. Join categories that a group has not chosen with their neighbours.");
        return counts[0] > 1
            ? counts[0] - 1
            : throw new InputException($"{name} has one category among the cases that are used; an ordered variable needs two at least.");
    }

    private static double[] Categories(string name, IReadOnlyList<string> covariates, SampleMoments sample, bool isPairwise)
    {
        if (sample.Cases is not { } cases)
            throw new InputException($"Ordered variables need the cases themselves; {SampleMoments.Where(sample.Group)} gives moments alone.");
        int[] needed = [sample.IndexOf(name), .. covariates.Select(sample.IndexOf)];
        return [.. cases.EnumerateRows().Where(row => isPairwise ? !needed.Any(at => double.IsNaN(row[at])) : !row.Exists(double.IsNaN)).Select(row => row[needed[0]]).Distinct().Order()];
    }
}
