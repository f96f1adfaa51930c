using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Sam;

/// <summary>The whole model at the estimates of two steps: no minimum, but a point whose discrepancy says how the two together fit.</summary>
internal static class JointFit
{
    /// <summary>The model at its point.</summary>
    public static FitResult Of(SamSolution solution)
    {
        var (table, options) = (solution.Design.Joint, new EstimationOptions { Level = solution.Design.Estimation.Level });
        SampleMoments[] samples = [.. solution.Samples.Select(sample => sample.With(Divisor.Count))];
        var structure = ModelStructure.Of(table).With(samples);
        var objective = Discrepancies.Build(structure, samples, samples, options);
        var values = JointPoint.Of(solution.Design).Values(solution.Blocks, solution.Values);
        return new(structure, new ConstraintSet(table), [], null)
        {
            Table = table,
            Options = options,
            Sample = samples,
            SaturatedSearches = [.. samples.Select(SaturatedMoments.Itself)],
            Values = values,
            Termination = solution.Structure.Termination,
            Discrepancy = objective.Value(values),
            GroupDiscrepancies = [.. samples.Select((_, g) => objective.GroupValue(g))],
            GroupMultipliers = Discrepancies.Multipliers(samples, options),
            Warnings = [],
        };
    }
}
