using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Counts of moments and parameters, as lavaan counts them.</summary>
internal static class DegreesOfFreedom
{
    /// <summary>Number of sample moments that the model is to explain; those of fixed exogenous variables are not.</summary>
    public static int MomentCount(FitResult fit)
    {
        if (fit.Structure.Responses is { } responses)
            return responses.StatisticCount * fit.Table.GroupCount;
        var p = fit.Table.ObservedVariables.Count;
        var each = (p * (p + 1) / 2) + (fit.Table.HasMeanStructure ? p : 0);
        return (each * fit.Table.GroupCount) - fit.Table.Rows.Count(row => row.IsSampleMoment);
    }

    /// <summary>Number of free parameters, less the independent equalities among them.</summary>
    public static int ParameterCount(FitResult fit) =>
        fit.Table.FreeCount - NullSpace.RankOf(fit.Constraints.Jacobian([.. fit.Values], []));

    /// <summary>Moments less parameters.</summary>
    public static int Of(FitResult fit) => MomentCount(fit) - ParameterCount(fit);
}
