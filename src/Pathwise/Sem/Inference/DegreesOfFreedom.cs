using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>Counts of moments and parameters, as lavaan counts them.</summary>
internal static class DegreesOfFreedom
{
    /// <summary>Number of sample moments that the model is to explain; those of fixed exogenous variables are not.</summary>
    public static int MomentCount(FitResult fit) =>
        fit.Table.GroupCount * (fit.Structure.Responses?.StatisticCount ?? MomentVector.Of(fit.Table).Count);

    /// <summary>Number of free parameters, less the independent equalities among them.</summary>
    public static int ParameterCount(FitResult fit) =>
        fit.Table.FreeCount - NullSpace.RankOf(fit.Constraints.Jacobian([.. fit.Values], []));

    /// <summary>Moments less parameters.</summary>
    public static int Of(FitResult fit) => MomentCount(fit) - ParameterCount(fit);
}
