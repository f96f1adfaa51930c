namespace Pathwise.Sem.Estimation;

/// <summary>Where the minimiser ended: the free parameters, the discrepancy there, the active inequalities and why it stopped.</summary>
internal sealed record Minimum(double[] Free, double Value, IReadOnlyList<int> Active, Termination Termination)
{
    /// <summary>Minimises a discrepancy under constraints from a start.</summary>
    public static Minimum Find(Objective objective, ConstraintSet constraints, double[] start, int maximumIterations, bool isNear = false, IProgress<EstimationProgress>? progress = null)
    {
        var merit = new Merit(objective, constraints);
        var scoring = new DampedScoring(merit, new(constraints.Basis, objective.Count, constraints.Box), maximumIterations, isNear: isNear, progress: progress);
        var (point, slope, reason) = scoring.Run(constraints.Project(start));
        if (merit.HasPenalties && reason is not (StopReason.NoStart or StopReason.ConstraintsNotMet))
            (point, slope, reason) = Tighten(merit, scoring, point, slope, reason);
        if (!constraints.AreConsistent)
            reason = StopReason.ConstraintsNotMet;
        var value = objective.Value(point);
        return new(point, value, merit.Active, new(reason, scoring.Iterations, slope));
    }

    /// <summary>
    /// A point near the minimum under linear equalities, or null where none is found or there are other constraints.
    /// </summary>
    public static double[]? Approximate(Objective objective, ConstraintSet constraints, double[] start)
    {
        var merit = new Merit(objective, constraints);
        if (merit.HasPenalties || !constraints.AreConsistent)
            return null;
        var scoring = new DampedScoring(merit, new(constraints.Basis, objective.Count, constraints.Box), 50, target: 1e-4);
        var (point, _, reason) = scoring.Run(constraints.Project(start));
        return reason == StopReason.GradientVanished ? point : null;
    }

    private static (double[] Point, double Slope, StopReason Reason) Tighten(
        Merit merit, DampedScoring scoring, double[] point, double slope, StopReason reason)
    {
        var before = double.PositiveInfinity;
        for (var round = 0; round < 60; round++)
        {
            var violation = merit.UpdateMultipliers(point);
            if (violation < 1e-11)
                return (point, slope, reason);
            if (violation > 0.1 * before)
                merit.Penalty = Math.Min(merit.Penalty * 10, 1e4);
            before = violation;
            (point, slope, reason) = scoring.Run(point);
        }

        return (point, slope, before < 1e-8 ? reason : StopReason.ConstraintsNotMet);
    }
}
