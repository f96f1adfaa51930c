namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// Reliability of the mediator against disturbance correlation. The true scores of a mediator with reliability r have the variance r C_mm and the mediator's
/// covariances; the outcome's equation solved with them gives b / rho' with rho' = (r - R2) / (1 - R2), R2 being the mediator's (Fritz, Kenny and
/// MacKinnon 2016), and the correlation acts on that.
/// </summary>
internal static class ReliabilityPlane
{
    /// <summary>
    /// One point for each reliability; none unless one mediator's disturbance is correlated, in whose equation the outcome's other predictors have no part
    /// that is the mediator's doing.
    /// </summary>
    public static IReadOnlyList<ReliabilityPoint> Of(StructuralMoments at, ConfoundedPaths paths, IReadOnlyList<double> reliabilities)
    {
        if (paths.Sources is not [var mediator] || !paths.Parents.Contains(mediator) || paths.Parents.Any(parent => parent != mediator && at.Totals[parent, mediator] != 0))
            return [];
        var estimate = ConfoundedEquation.Of(at, paths).Estimate;
        return [.. reliabilities.Select(reliability => Point(at, paths, mediator, reliability, estimate))];
    }

    private static ReliabilityPoint Point(StructuralMoments at, ConfoundedPaths paths, int mediator, double reliability, double estimate)
    {
        var corrected = at.Corrected(mediator, reliability, paths.Target, paths.Parents);
        if (!(corrected.Disturbances[mediator, mediator] > 0 && corrected.Disturbances[paths.Target, paths.Target] > 0))
            return new() { Reliability = reliability };
        var equation = ConfoundedEquation.Of(corrected, paths);
        return new() { Reliability = reliability, Indirect = equation.Estimate, Zero = Finite(equation.Zero), Cancelling = Finite(equation.At(estimate)) };
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
