using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>The model in which every moment is a parameter, but for those of fixed exogenous variables.</summary>
internal static class SaturatedModel
{
    /// <summary>Its table, with the variables, groups and mean structure of another.</summary>
    public static ParameterTable Of(ParameterTable table)
    {
        var next = 0;
        Parameter[] rows = [.. Enumerable.Range(1, table.GroupCount).SelectMany(group => Rows(table, group))];
        return new()
        {
            Rows = [.. rows.Select(row => row.IsSampleMoment ? row : row with { Free = ++next })],
            ObservedVariables = table.ObservedVariables,
            LatentVariables = [],
            ExogenousVariables = table.ExogenousVariables,
            GroupLabels = table.GroupLabels,
            HasMeanStructure = table.HasMeanStructure,
            Constraints = [],
            Definitions = [],
            Options = table.Options,
        };
    }

    private static IEnumerable<Parameter> Rows(ParameterTable table, int group)
    {
        var names = table.ObservedVariables;
        var held = table.Rows.Where(row => row.IsSampleMoment).SelectMany(row => new[] { row.Lhs, row.Rhs }).ToHashSet();
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j <= i; j++)
                yield return Row(names[j], Operator.Covariance, names[i], held.Contains(names[i]) && held.Contains(names[j]));
        }

        for (var i = 0; table.HasMeanStructure && i < names.Count; i++)
            yield return Row(names[i], Operator.Intercept, "", held.Contains(names[i]));

        Parameter Row(string lhs, Operator kind, string rhs, bool isHeld) => new()
        {
            Lhs = lhs, Operator = kind, Rhs = rhs, Group = group, IsSampleMoment = isHeld,
        };
    }
}
