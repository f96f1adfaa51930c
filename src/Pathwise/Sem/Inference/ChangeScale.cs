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
        Standardized(row, change, _ => true),
        Standardized(row, change, name => !exogenous.Contains(name)));

    // A scale is itself one over a standard deviation, and has no other unit to be put into.
    private double? Standardized(Parameter row, double change, Predicate<string> isStandardized) =>
        row.Operator == Operator.Scale ? null : Finite(standardization.Value(row, change, isStandardized));

    private static Standardization Updated(FitResult fit)
    {
        var result = new Standardization(fit);
        result.Update([.. fit.Values]);
        return result;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
