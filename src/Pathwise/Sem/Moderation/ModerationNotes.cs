using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Moderation;

/// <summary>What a reader of effects of a model with products must know, in sentences.</summary>
internal static class ModerationNotes
{
    /// <summary>Products that are held at zero, regressions that lack what a product is made of, and indicators that are not centred; empty without products.</summary>
    public static IEnumerable<string> Of(FitResult fit, ModeratorBlocks moderators)
    {
        var table = fit.Table;
        var isCentred = table.Options.Center != ProductCentre.None;
        if (LatentProduct(fit) is { } assumed)
            yield return assumed;
        foreach (var coding in table.Options.Codings)
            yield return coding.Words;
        foreach (var product in ModeratorRequirements.Products(table).Where(product => ProductName.Factors(product).Except(moderators.Columns).Count() > 1))
            yield return $"The model has the product {product}: an effect of one of its variables is stated where the others are {(isCentred ? "at their means" : "zero")}. For other values name them with --moderator.";
        foreach (var (outcome, product, missing) in Incomplete(table))
            yield return $"The regression of {outcome} has {product} without {missing}: what it says depends on where the zero of the variables lies.";
        if (!isCentred && table.LatentVariables.Any(name => ProductName.IsProduct(name) && table.Rows.Any(row => row.Operator == Operator.Loading && row.Lhs == name && ProductName.IsProduct(row.Rhs))))
            yield return "The indicators of a latent product are products that are not centred, so that they measure more than it; --center double centres them.";
    }

    // Each of the two ways to a product of latent variables rests on something else.
    private static string? LatentProduct(FitResult fit)
    {
        if (fit.EarlierStep is { } first && fit.Table.ObservedVariables.FirstOrDefault(name => ProductName.IsProduct(name) && ProductName.Factors(name).Any(first.Factors.Contains)) is { } product)
            return $"The moments of {product} come from factor scores, corrected for their errors (local SAM): errors are taken as normal and independent of the factors, which need not be normal. Standard errors are by the infinitesimal jackknife; in small samples read intervals of a bootstrap.";
        return fit.Table.LatentVariables.FirstOrDefault(ProductName.IsProduct) is { } measured
            ? $"{measured} is measured by products of indicators, taken as normal, which products are not, with errors that covary with nothing but what the model says. In small samples estimates are larger than they should be; read intervals of a bootstrap, or compare --sam local."
            : null;
    }

    private static IEnumerable<(string Outcome, string Product, string Missing)> Incomplete(ParameterTable table)
    {
        foreach (var equation in table.Rows.Where(row => row.Operator == Operator.Regression && row.Group == 1).GroupBy(row => row.Lhs))
        {
            string[] predictors = [.. equation.Select(row => row.Rhs)];
            foreach (var product in predictors.Where(ProductName.IsProduct))
            {
                if (ProductName.Factors(product).FirstOrDefault(factor => !predictors.Contains(factor) && factor != equation.Key) is { } missing)
                    yield return (equation.Key, product, missing);
            }
        }
    }
}
