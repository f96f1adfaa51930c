using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Implied;

/// <summary>Observed variables that have to stand among the latent ones.</summary>
internal static class PromotedVariables
{
    /// <summary>
    /// Those in a regression or in a covariance with a latent variable, and those that covary with one of these, in the
    /// table's order.
    /// </summary>
    public static IReadOnlyList<string> Of(ParameterTable table)
    {
        var observed = table.ObservedVariables.ToHashSet();
        var latent = table.LatentVariables.ToHashSet();
        var covariances = table.Rows.Where(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs).ToArray();
        var promoted = table.Rows.Where(row => row.Operator == Operator.Regression)
            .SelectMany(row => new[] { row.Lhs, row.Rhs })
            .Concat(table.Rows.Where(row => row.Operator == Operator.Loading && observed.Contains(row.Lhs)).Select(row => row.Lhs))
            .Where(observed.Contains).ToHashSet();
        for (var before = -1; before < promoted.Count;)
        {
            before = promoted.Count;
            foreach (var row in covariances)
            {
                if (IsAmong(row.Lhs) && observed.Contains(row.Rhs))
                    promoted.Add(row.Rhs);
                if (IsAmong(row.Rhs) && observed.Contains(row.Lhs))
                    promoted.Add(row.Lhs);
            }
        }

        return [.. table.ObservedVariables.Where(promoted.Contains)];

        bool IsAmong(string name) => latent.Contains(name) || promoted.Contains(name);
    }
}
