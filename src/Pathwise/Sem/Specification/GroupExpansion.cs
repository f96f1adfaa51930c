using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Repeats one group's rows for every group, and applies what the syntax says of each group.</summary>
internal static class GroupExpansion
{
    public static IEnumerable<Draft> Expand(IReadOnlyList<Draft> rows, int groups, VariableRoles roles, EffectiveOptions options, OrderedCategories ordered)
    {
        var latent = roles.Latent.ToHashSet();
        return Enumerable.Range(1, groups)
            .SelectMany(group => rows.Select(row => row with { Group = group }))
            .Select(row => row.Group > 1 && row.IsDefault && latent.Contains(row.Lhs) ? FreeLater(row, options) : row)
            .Select(row => row.Group > 1 && row.IsDefault && ordered.Contains(row.Lhs) ? FreeLaterResponse(row, options) : row)
            .Select(row => row.Term is { } term ? Modify(row, term, groups) : row);
    }

    private static Draft FreeLater(Draft row, EffectiveOptions options) =>
        (row.Operator == Operator.Intercept && options.FreesLaterMeans) || (row.IsVariance && options.FreesLaterVariances)
            ? row.Freed()
            : row;

    // The unit of a response is its scale or, in theta, its residual variance; its origin the intercept, which equal intercepts hold at zero.
    private static Draft FreeLaterResponse(Draft row, EffectiveOptions options)
    {
        var isUnit = options.IsTheta ? row.IsVariance : row.Operator == Operator.Scale;
        var isOrigin = row.Operator == Operator.Intercept && !options.Equal(GroupEquality.Intercepts);
        return options.FreesLaterUnits && (isUnit || isOrigin) ? row.Freed() : row;
    }

    private static Draft Modify(Draft row, Term term, int groups)
    {
        var modifier = term.Modifier;
        if (modifier.Fixed is { } values)
            row = ForGroup(values) is { } value ? row.FixedAt(value) : row.Freed();
        if (modifier.Start is { } starts && ForGroup(starts) is { } start)
            row = row with { Value = start };
        return modifier.Labels is { } labels ? row with { Label = ForGroup(labels) } : row;

        T ForGroup<T>(IReadOnlyList<T> list) =>
            list.Count == 1 ? list[0]
            : list.Count == groups ? list[row.Group - 1]
            : throw new SyntaxException(term.Line, term.Text,
                $"a modifier has {list.Count} entries; expected one, or one for each group ({groups}).");
    }
}
