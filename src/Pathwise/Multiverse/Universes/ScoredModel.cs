using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Syntax;

namespace Pathwise.Multiverse.Universes;

/// <summary>A model whose factors of items are replaced by observed scores of the same names; factors of factors stay latent, measured by the scores.</summary>
/// <param name="Text">The model's syntax without the items.</param>
/// <param name="Factors">The factors that were replaced, with their items.</param>
internal sealed record ScoredModel(string Text, IReadOnlyList<(string Factor, string[] Items)> Factors)
{
    /// <summary>What the only indicator of a factor is called.</summary>
    public static string Indicator(string factor) => $"{factor}.score";

    /// <summary>The model under a strategy; for a single indicator without its error variances, which follow from a sample.</summary>
    /// <exception cref="InputException">The model has no factor of items.</exception>
    public static ScoredModel Of(string text, MeasurementStrategy strategy)
    {
        Term[] loadings = [.. ModelSyntax.Parse(text).Terms.Where(term => term.Operator == "=~")];
        var latent = loadings.Select(term => term.Lhs).ToHashSet();
        (string Factor, string[] Items)[] factors =
        [
            .. from factor in loadings.GroupBy(term => term.Lhs)
               where factor.All(term => !latent.Contains(term.Rhs))
               select (factor.Key, factor.Select(term => term.Rhs).ToArray()),
        ];
        if (factors.Length == 0)
            throw new InputException("the model has no factor of items that scores could stand for.");
        var items = factors.SelectMany(factor => factor.Items).ToHashSet();
        var rest = ModelEdits.Written(text, term => !items.Contains(term.Lhs) && !items.Contains(term.Rhs), _ => true);
        return new(strategy == MeasurementStrategy.SingleIndicator ? rest + string.Concat(factors.Select(factor => $"{factor.Factor} =~ 1*{Indicator(factor.Factor)}\n")) : rest, factors);
    }
}
