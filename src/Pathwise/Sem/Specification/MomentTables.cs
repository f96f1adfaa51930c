namespace Pathwise.Sem.Specification;

/// <summary>
/// Models of which every parameter is a moment of the observed variables, with the variables, groups and mean structure of another table;
/// moments of fixed exogenous variables stay held at the sample's.
/// </summary>
internal static class MomentTables
{
    /// <summary>The saturated model: every covariance, variance and mean.</summary>
    public static ParameterTable Saturated(this ParameterTable table) => Of(table, table.GroupLabels, (_, _, _) => true);

    /// <summary>The saturated model of these variables in one group, with means.</summary>
    public static ParameterTable Saturated(IReadOnlyList<string> names) => new ParameterTable
    {
        Rows = [],
        ObservedVariables = names,
        LatentVariables = [],
        ExogenousVariables = [],
        GroupLabels = [""],
        HasMeanStructure = true,
        Constraints = [],
        Definitions = [],
        Options = new(),
    }.Saturated();

    /// <summary>The saturated model of one group, counted from 1.</summary>
    public static ParameterTable SaturatedGroup(this ParameterTable table, int group) => Of(table, [table.GroupLabels[group - 1]], (_, _, _) => true);

    /// <summary>The baseline: uncorrelated variables, but for the exogenous ones among each other where the model lets them covary.</summary>
    public static ParameterTable Baseline(this ParameterTable table)
    {
        var exogenous = table.ExogenousVariables.ToHashSet();
        var kept = table.Rows.Where(row => row.Operator == Operator.Covariance && exogenous.Contains(row.Lhs) && exogenous.Contains(row.Rhs))
            .SelectMany(row => new[] { (row.Lhs, row.Rhs, row.Group), (row.Rhs, row.Lhs, row.Group) }).ToHashSet();
        return Of(table, table.GroupLabels, (lhs, rhs, group) => kept.Contains((lhs, rhs, group)), table.OrderedVariables.Count > 0 ? table.HeldVariables() : []);
    }

    /// <summary>The variables whose own moments are held at the sample's, in the order of the rows that say so.</summary>
    public static IReadOnlyList<string> HeldVariables(this ParameterTable table) =>
        [.. table.Rows.Where(row => row.IsSampleMoment).Select(row => row.Lhs).Distinct()];

    private static ParameterTable Of(ParameterTable table, IReadOnlyList<string> groups, Func<string, string, int, bool> covary, IReadOnlyList<string>? covariates = null)
    {
        var held = table.HeldVariables();
        var next = 0;
        return new()
        {
            Rows = [.. groups.SelectMany((_, g) => Rows(table, g + 1, covary).Concat(Slopes(table, g + 1, covariates ?? [])))
                .Select(row => row.FixedValue is not null ? row
                    : row.Operator != Operator.Regression && held.Contains(row.Lhs) && (row.Rhs.Length == 0 || held.Contains(row.Rhs)) ? row with { IsSampleMoment = true } : row with { Free = ++next })],
            ObservedVariables = table.ObservedVariables,
            LatentVariables = [],
            ExogenousVariables = table.ExogenousVariables,
            OrderedVariables = table.OrderedVariables,
            GroupLabels = groups,
            HasMeanStructure = table.HasMeanStructure,
            Constraints = [],
            Definitions = [],
            Options = table.Options,
        };
    }

    // Statistics that are conditional on covariates are free in the baseline, too (as in lavaan).
    private static IEnumerable<Parameter> Slopes(ParameterTable table, int number, IReadOnlyList<string> covariates) =>
        from name in table.ObservedVariables.Except(covariates)
        from covariate in covariates
        select new Parameter { Lhs = name, Operator = Operator.Regression, Rhs = covariate, Group = number };

    // The lower triangle row by row, then the means; of ordered variables the thresholds, while unit and origin of the responses are fixed.
    private static IEnumerable<Parameter> Rows(ParameterTable table, int group, Func<string, string, int, bool> covary)
    {
        var (names, ordered) = (table.ObservedVariables, table.OrderedVariables.ToHashSet());
        foreach (var row in table.Rows.Where(row => row.Operator == Operator.Threshold && row.Group == group))
            yield return new() { Lhs = row.Lhs, Operator = row.Operator, Rhs = row.Rhs, Group = group };
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (i == j || covary(names[j], names[i], group))
                    yield return new() { Lhs = names[j], Operator = Operator.Covariance, Rhs = names[i], Group = group, FixedValue = i == j && ordered.Contains(names[i]) ? 1 : null };
            }
        }

        for (var i = 0; table.HasMeanStructure && i < names.Count; i++)
            yield return new() { Lhs = names[i], Operator = Operator.Intercept, Rhs = "", Group = group, FixedValue = ordered.Contains(names[i]) ? 0 : null };
    }
}
