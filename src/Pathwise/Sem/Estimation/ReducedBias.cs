using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Reduced-bias estimates from those of maximum likelihood.</summary>
internal static class ReducedBias
{
    private const int MostSteps = 200;
    private const double Target = 1e-7, Sufficient = 1e-5;

    /// <summary>Refuses what reduced-bias estimation is not defined for here.</summary>
    /// <exception cref="InputException">Another estimator, missing values, ordered variables, moments without cases, or constraints other than linear equalities.</exception>
    public static void Check(ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (options.BiasReduction == BiasReduction.None)
            return;
        var what = options switch
        {
            _ when !EstimationMethods.Of(options.Estimator).IsPlainLikelihood => $"the estimator {options.Estimator}",
            { Likelihood: Likelihood.Wishart } => "Wishart likelihood",
            { Missing: not MissingData.Listwise } => "missing values",
            { Bounds: not BoundsKind.None } => "bounds (--bounds)",
            _ when table.OrderedVariables.Count > 0 => "ordered variables",
            _ when samples.Any(sample => sample.Cases is null) => "covariances without cases",
            _ when table.Constraints.Any(constraint => !constraint.IsEquality || !constraint.Difference.IsLinear) => "constraints other than linear equalities",
            _ => null,
        };
        if (what is not null)
            throw new InputException($"Reduced-bias estimation is of ML with complete cases of continuous variables; it does not go with {what}.");
    }

    /// <summary>The estimates that the options ask for, from the minimum of the discrepancy; one that did not converge is left as it is.</summary>
    public static Minimum Of(Minimum minimum, Objective objective, ConstraintSet constraints, ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (options.BiasReduction == BiasReduction.None || !minimum.Termination.HasConverged || objective.Count == 0)
            return minimum;
        var penalty = new BiasPenalty(objective, samples, constraints, table.HasMeanStructure);
        if (penalty.At(minimum.Free) is not { } start)
            return minimum with { Termination = minimum.Termination with { Reason = StopReason.NoStart } };
        if (options.BiasReduction == BiasReduction.Implicit)
            return Penalized(minimum, start, penalty, objective, samples.Sum(sample => sample.Count));
        var moved = (Vector<double>.Build.Dense(minimum.Free) + (start.Inverse * penalty.Gradient(start))).ToArray();
        var value = objective.Value(moved);
        return double.IsFinite(value) ? minimum with { Free = moved, Value = value } : minimum with { Termination = minimum.Termination with { Reason = StopReason.NoDescent } };
    }

    // Quasi-Newton steps (BFGS) that begin with the inverse of the observed information, cut until likelihood and penalty together rise.
    private static Minimum Penalized(Minimum minimum, PenaltyPoint start, BiasPenalty penalty, Objective objective, double n)
    {
        double Merit(PenaltyPoint at) => at.Value - (n * objective.Value(at.Free) / 2);
        var (point, value, metric, steps) = (start, Merit(start), start.Inverse, 0);
        var gradient = point.Score + penalty.Gradient(point);
        for (; steps < MostSteps; steps++)
        {
            var step = metric * gradient;
            if (Slope(point, gradient) < Target)
                return Ended(StopReason.GradientVanished);
            if (Next(point, step, penalty, Merit, value) is not var (next, reached))
                return Ended(Slope(point, gradient) < Sufficient ? StopReason.GradientVanished : StopReason.NoDescent);
            var slope = next.Score + penalty.Gradient(next);
            metric = Updated(metric, Vector<double>.Build.Dense(next.Free) - Vector<double>.Build.Dense(point.Free), gradient - slope);
            (point, value, gradient) = (next, reached, slope);
        }

        return Ended(StopReason.TooManyIterations);

        Minimum Ended(StopReason reason) => minimum with
        {
            Free = point.Free,
            Value = objective.Value(point.Free),
            Termination = new(reason, minimum.Termination.Iterations + steps, Slope(point, gradient)),
        };
    }

    // The gradient in units in which the information is one.
    private static double Slope(PenaltyPoint point, Vector<double> gradient) => Math.Sqrt(Math.Max(gradient * (point.Inverse * gradient), 0));

    private static (PenaltyPoint Point, double Merit)? Next(PenaltyPoint point, Vector<double> step, BiasPenalty penalty, Func<PenaltyPoint, double> merit, double before)
    {
        for (var length = 1.0; length > 1e-6; length /= 2)
        {
            if (penalty.At((Vector<double>.Build.Dense(point.Free) + (length * step)).ToArray()) is not { } next)
                continue;
            var after = merit(next);
            if (after > before - (1e-12 * (1 + Math.Abs(before))))
                return (next, after);
        }

        return null;
    }

    // (I - s y'/y's) H (I - y s'/y's) + s s'/y's, where the gradient falls by y along the step s.
    private static Matrix<double> Updated(Matrix<double> metric, Vector<double> step, Vector<double> fall)
    {
        var curvature = step * fall;
        if (!(curvature > 1e-12 * step.L2Norm() * fall.L2Norm()))
            return metric;
        var kept = Matrix<double>.Build.DenseIdentity(step.Count) - (step.OuterProduct(fall) / curvature);
        return (kept * metric * kept.Transpose()) + (step.OuterProduct(step) / curvature);
    }
}
