using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>Counts of moments and parameters, as lavaan counts them.</summary>
internal static class DegreesOfFreedom
{
    /// <summary>Number of sample moments that the model is to explain; those of fixed exogenous variables are not.</summary>
    public static int MomentCount(FitResult fit) => MomentCount(fit.Table, fit.Structure);

    /// <summary>Number of free parameters, less the independent equalities among them.</summary>
    public static int ParameterCount(FitResult fit) => ParameterCount(fit.Table, fit.Constraints, [.. fit.Values]);

    /// <summary>Moments less parameters.</summary>
    public static int Of(FitResult fit) => MomentCount(fit) - ParameterCount(fit);

    /// <summary>Moments less parameters of a model that is not fitted yet, where the parameters have these values.</summary>
    public static int Of(ModelStructure structure, double[] values) =>
        MomentCount(structure.Table, structure) - ParameterCount(structure.Table, new ConstraintSet(structure.Table), values);

    private static int MomentCount(ParameterTable table, ModelStructure structure) =>
        table.GroupCount * (structure.Responses?.StatisticCount ?? MomentVector.Of(table).Count);

    private static int ParameterCount(ParameterTable table, ConstraintSet constraints, double[] values) =>
        table.FreeCount - NullSpace.RankOf(constraints.Jacobian(values, []));
}
