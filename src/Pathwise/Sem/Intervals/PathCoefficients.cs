using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Intervals;

/// <summary>The free coefficients along the path of a direct or specific indirect effect.</summary>
internal static class PathCoefficients
{
    /// <summary>Their rows in the table, in the order of the path; fixed coefficients are left out.</summary>
    public static IReadOnlyList<Parameter> Of(FitResult fit, EffectCatalogue catalogue, EffectEntry entry) =>
        [.. Enumerable.Range(1, Math.Max(entry.Path.Length - 1, 0)).Select(step => At(fit, catalogue, entry, step)).OfType<Parameter>()];

    private static Parameter? At(FitResult fit, EffectCatalogue catalogue, EffectEntry entry, int step)
    {
        var (from, to) = (catalogue.Variables[entry.Path[step - 1]], catalogue.Variables[entry.Path[step]]);
        return fit.Table.Rows.FirstOrDefault(row => row.IsFree && row.Group == entry.Effect.Group
            && ((row.Operator == Operator.Regression && row.Lhs == to && row.Rhs == from) || (row.Operator == Operator.Loading && row.Lhs == from && row.Rhs == to)));
    }
}
