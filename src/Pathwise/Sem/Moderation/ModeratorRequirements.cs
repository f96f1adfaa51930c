using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Sem.Moderation;

/// <summary>What conditional effects ask of a model, its moderators and its resamples; what is not there is refused by name.</summary>
internal static class ModeratorRequirements
{
    /// <summary>Refuses moderators that the model does not have.</summary>
    /// <exception cref="InputException">A name is of no variable or moderates nothing, is given twice, or the model has feedback loops.</exception>
    public static void Check(FitResult fit, ModeratorBlocks moderators)
    {
        OrderedRequirements.Refuse(fit, "Conditional effects");
        string[] variables = [.. fit.Table.ObservedVariables.Concat(fit.Table.LatentVariables).Where(name => !ProductName.IsProduct(name))];
        string[] products = [.. Products(fit.Table)];
        if (moderators.All.GroupBy(block => block.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"The moderator {twice.Key} is named twice.");
        if (moderators.All.FirstOrDefault(block => block.Coding is not null && !products.Any(product => ProductName.Factors(product).Any(block.Coding.Columns.Contains))) is { } idle)
            throw new InputException($"{idle.Name} moderates nothing: no regression of the model has a product with it, such as x:{idle.Name}.");
        foreach (var name in moderators.Columns)
        {
            if (!variables.Contains(name))
                throw new InputException(products.Any(product => ProductName.Factors(product).Contains(name))
                    ? $"The moderator {name} is a factor of {products.First(product => ProductName.Factors(product).Contains(name))} and no variable of the model by itself; put it into the regressions that have the product."
                    : NearestName.Complaint("the variables of the model, so that it could be a moderator", name, variables));
            if (!products.Any(product => ProductName.Factors(product).Contains(name)))
                throw new InputException($"{name} moderates nothing: no regression of the model has a product with it, such as x:{name}. {(products.Length == 0 ? "The model has no products." : $"The products are: {string.Join(", ", products)}.")}");
        }

        if (fit.StabilityIndex is not null)
            throw new InputException("Conditional effects of models with feedback loops are not there; expected a model in which no variable acts on itself.");
    }

    /// <summary>The products that regressions have among their predictors.</summary>
    public static IEnumerable<string> Products(ParameterTable table) =>
        table.Rows.Where(row => row.Operator == Operator.Regression && ProductName.IsProduct(row.Rhs)).Select(row => row.Rhs).Distinct();

    /// <summary>Refuses resamples whose cases are not known, where values of the moderators follow from them.</summary>
    /// <exception cref="InputException">See above.</exception>
    public static void Check(BootstrapOptions? bootstrap)
    {
        if (bootstrap is null)
            return;
        if (bootstrap.Kind != ResamplingKind.Nonparametric)
            throw new InputException("Conditional effects rest on resamples of cases, whose moderators are known; leave out --resampling, or --moderator.");
        if (bootstrap.Rule == ImproperRule.Redraw)
            throw new InputException("Conditional effects rest on the cases of each resample, which are not known of redrawn ones; expected --improper keep or drop.");
    }
}
