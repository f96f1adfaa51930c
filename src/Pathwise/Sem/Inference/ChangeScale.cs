using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>Puts expected changes of parameters into standard deviations of the fitted model.</summary>
internal sealed class ChangeScale(FitResult fit)
{
    private readonly Standardization standardization = Updated(fit);
    private readonly HashSet<string> exogenous = [.. fit.Table.HeldVariables()];

    /// <summary>The index with its standardized changes; null where a variance is not positive.</summary>
    public ModificationIndex Index(Parameter row, double drop, double change) => new(
        row.Lhs,
        row.Operator,
        row.Rhs,
        row.Group,
        drop,
        change,
        Finite(standardization.Value(row, change, _ => false)),
        Finite(standardization.Value(row, change, _ => true)),
        Finite(standardization.Value(row, change, name => !exogenous.Contains(name))));

    private static Standardization Updated(FitResult fit)
    {
        var result = new Standardization(fit);
        result.Update([.. fit.Values]);
        return result;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
