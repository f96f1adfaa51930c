using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>What bounds made from a sample's variances do not go with.</summary>
internal static class BoundsRequirements
{
    /// <summary>Refuses what the bounds are not made for.</summary>
    /// <exception cref="InputException">Ordered variables with covariates or the theta parameterization: the variances of the responses are not one there.</exception>
    public static void Check(ParameterTable table, EstimationOptions options)
    {
        if (options.Bounds == BoundsKind.None || table.OrderedVariables.Count == 0)
            return;
        if (table.Options.Parameterization == Parameterization.Theta)
            throw new InputException("Bounds (--bounds) go with ordered variables in the delta parameterization, in which responses have a variance of one; theta was asked for.");
        if (table.Options.FixedX && table.ExogenousVariables.Count > 0)
            throw new InputException($"Bounds (--bounds) do not go with ordered variables and covariates ({string.Join(", ", table.ExogenousVariables)}): the variances that responses have beside these are not known before the fit.");
    }
}
