using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Scripts;

/// <summary>What Mplus knows of ordered variables, and what it does not.</summary>
internal static class MplusResponses
{
    /// <summary>Whether a row is written: neither the intercept of a response, which Mplus has none of, nor, in the delta parameterization, its residual variance, nor, in theta, its scale.</summary>
    public static bool Has(ParameterTable table, Parameter row) => !table.OrderedVariables.Contains(row.Lhs) || row.Operator switch
    {
        Operator.Intercept => false,
        Operator.Scale => table.Options.Parameterization == Parameterization.Delta,
        Operator.Covariance when row.Lhs == row.Rhs => table.Options.Parameterization == Parameterization.Theta,
        _ => true,
    };

    /// <summary>What the input cannot say, as sentences; none without ordered variables.</summary>
    public static IEnumerable<string> Inexpressible(FitResult fit)
    {
        var table = fit.Table;
        if (table.Rows.Any(row => row.Operator == Operator.Intercept && table.OrderedVariables.Contains(row.Lhs) && (row.IsFree || row.FixedValue is not (null or 0))))
            yield return "intercepts of responses, which Mplus does not have.";
    }
}
