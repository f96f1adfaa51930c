using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Multiverse.Runs;

/// <summary>Items whose standardized loading in the model with all items is below a limit.</summary>
internal static class WeakItems
{
    /// <summary>The universe with the model without its weak items; with the reason where they cannot be told, or too few would be left.</summary>
    public static FittedUniverse Drop(UniverseFitting fitting, FittedUniverse of, double limit)
    {
        var whole = fitting.Fit(of);
        if (whole.Fit is not { } fit)
            return whole;
        var weak = Of(fit, [.. fit.Values], limit);
        return Short(fit.Table, weak) is { } factor
            ? of with { Status = UniverseStatus.TooFew, Reason = $"fewer than two items of {factor} load at {limit} or above", Count = whole.Count, Dropped = weak }
            : Without(fitting, of, weak);
    }

    private static FittedUniverse Without(UniverseFitting fitting, FittedUniverse of, IReadOnlyList<string> weak)
    {
        var model = fitting.Model(ModelEdits.Drop(of.Model.Text, [.. weak]));
        return of with { Model = model, Whole = model, Dropped = weak };
    }

    /// <summary>The items that are weak at these values of the free parameters: in every group below the limit, in size.</summary>
    public static IReadOnlyList<string> Of(FitResult fit, double[] values, double limit)
    {
        var standardized = new Standardization(fit.Structure).Values(values, true);
        var latent = fit.Table.LatentVariables.ToHashSet();
        var loadings = fit.Table.Rows.Select((row, i) => (row, value: standardized[i])).Where(each => each.row.Operator == Operator.Loading && !latent.Contains(each.row.Rhs));
        return [.. loadings.GroupBy(each => each.row.Rhs).Where(item => item.All(each => each.value is { } value && Math.Abs(value) < limit)).Select(item => item.Key)];
    }

    /// <summary>The first factor of items that would keep fewer than two; null where there is none.</summary>
    public static string? Short(ParameterTable table, IReadOnlyList<string> dropped) => table.Rows
        .Where(row => row.Operator == Operator.Loading && row.Group == 1).GroupBy(row => row.Lhs)
        .FirstOrDefault(factor => factor.Any(row => dropped.Contains(row.Rhs)) && factor.Count(row => !dropped.Contains(row.Rhs)) < 2)?.Key;
}
