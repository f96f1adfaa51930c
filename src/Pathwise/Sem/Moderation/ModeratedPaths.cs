using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Moderation;

/// <summary>The effects of a model that depend on moderators, found from the products in its regressions.</summary>
internal sealed class ModeratedPaths
{
    private readonly ParameterTable table;
    private readonly EffectCatalogue catalogue;
    private readonly IReadOnlyList<string> moderators;

    private ModeratedPaths(FitResult fit, EffectCatalogue catalogue, IReadOnlyList<string> moderators) => (table, this.catalogue, this.moderators) = (fit.Table, catalogue, moderators);

    /// <summary>The effects that at least one of the moderators changes, in the order of the catalogue.</summary>
    /// <exception cref="InputException">A moderator is no variable, or moderates nothing; or the model has loops.</exception>
    public static IReadOnlyList<ModeratedPath> Of(FitResult fit, EffectCatalogue catalogue, ModeratorBlocks moderators)
    {
        ModeratedPath[] all = [.. All(fit, catalogue, moderators).Where(path => moderators.All.Any(block => block.Moves(path)))];

        // A moderator acts itself, too; that its own effect changes with it is of interest where nothing else does.
        ModeratedPath[] ofOthers = [.. all.Where(path => !moderators.Columns.Contains(path.Effect.Cause))];
        return ofOthers.Length > 0 ? ofOthers : all;
    }

    /// <summary>All effects, those that no moderator changes among them.</summary>
    /// <exception cref="InputException">See <see cref="Of(FitResult, EffectCatalogue, ModeratorBlocks)"/>.</exception>
    public static IEnumerable<ModeratedPath> All(FitResult fit, EffectCatalogue catalogue, ModeratorBlocks moderators)
    {
        ModeratorRequirements.Check(fit, moderators);
        return new ModeratedPaths(fit, catalogue, moderators.Columns).All();
    }

    private IEnumerable<ModeratedPath> All()
    {
        var entries = catalogue.Entries.Index().Where(each => each.Item.Effect.Kind <= EffectKind.Total && !ProductName.IsProduct(each.Item.Effect.Cause) && !ProductName.IsProduct(each.Item.Effect.Outcome));
        foreach (var pair in entries.GroupBy(each => (each.Item.Effect.Group, each.Item.First, each.Item.Second)))
        {
            var total = pair.First(each => each.Item.Effect.Kind == EffectKind.Total).Index;
            EffectEntry[] paths = [.. pair.Select(each => each.Item).Where(entry => entry.Path.Length > 0)];
            foreach (var (_, entry) in pair)
                yield return new(Conditional(entry.Effect.Kind), entry.Effect, total, [.. Of(entry, paths).Select(Coefficients)]);
        }
    }

    private static IEnumerable<EffectEntry> Of(EffectEntry entry, EffectEntry[] paths) => entry.Effect.Kind switch
    {
        EffectKind.Total => paths,
        EffectKind.TotalIndirect => paths.Where(path => path.Path.Length > 2),
        _ => [entry],
    };

    private static EffectKind Conditional(EffectKind kind) => kind switch
    {
        EffectKind.Direct => EffectKind.ConditionalDirect,
        EffectKind.SpecificIndirect => EffectKind.ConditionalIndirect,
        EffectKind.TotalIndirect => EffectKind.ConditionalTotalIndirect,
        _ => EffectKind.ConditionalTotal,
    };

    private ModeratedCoefficient[] Coefficients(EffectEntry path) =>
        [.. Enumerable.Range(1, path.Path.Length - 1).Select(step => Coefficient(catalogue.Variables[path.Path[step - 1]], catalogue.Variables[path.Path[step]], path.Effect.Group))];

    private ModeratedCoefficient Coefficient(string from, string to, int group)
    {
        var terms = new List<(int, double, int[])>();
        foreach (var row in table.Rows.Where(row => row.Group == group))
        {
            if (row.Operator == Operator.Regression && row.Lhs == to && Moderating(row.Rhs, from) is { } factors)
                terms.Add((row.Free - 1, row.FixedValue ?? 0, factors));
            else if (row.Operator == Operator.Loading && row.Lhs == from && row.Rhs == to)
                terms.Add((row.Free - 1, row.FixedValue ?? 0, []));
        }

        return new(terms);
    }

    // The moderators that a predictor multiplies a variable by; null where it is another variable's, or one of its factors is no moderator.
    private int[]? Moderating(string predictor, string variable)
    {
        var factors = ProductName.Factors(predictor).ToList();
        if (!factors.Remove(variable))
            return null;
        int[] places = [.. factors.Select(factor => Places(factor))];
        return places.Contains(-1) ? null : places;
    }

    private int Places(string factor)
    {
        for (var j = 0; j < moderators.Count; j++)
        {
            if (moderators[j] == factor)
                return j;
        }

        return -1;
    }
}
