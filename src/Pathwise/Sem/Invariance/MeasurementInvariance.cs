using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Invariance;

/// <summary>Tests whether groups are measured alike.</summary>
public static class MeasurementInvariance
{
    /// <summary>
    /// The configural, metric, scalar and strict model of several groups, each compared with the one before; where a difference test rejects, the equality
    /// with the largest score test is lifted, one after the other, as often as the options allow. What was lifted stays free at later levels.
    /// </summary>
    /// <param name="fit">Fits the model with these options; <see cref="ModelOptions.GroupPartial"/> of them names what is free in any case.</param>
    /// <param name="completion">How the syntax is completed besides.</param>
    /// <param name="options">How far to go.</param>
    /// <exception cref="InputException">The model has one group, no latent variables or ordered ones, or equalities over groups are given besides.</exception>
    public static InvarianceResult Of(Func<ModelOptions, FitResult> fit, ModelOptions completion, InvarianceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(completion);
        if (completion.GroupEqual.Count > 0)
            throw new InputException("The levels of invariance say what is equal over groups; leave out --group-equal. What is to stay free is named with --group-partial.");
        return new Climbing(fit, completion, (options ?? new()).Checked()).Result();
    }

    private sealed class Climbing(Func<ModelOptions, FitResult> fit, ModelOptions completion, InvarianceOptions options)
    {
        private readonly List<string> free = [.. completion.GroupPartial];

        public InvarianceResult Result()
        {
            var steps = new List<InvarianceStep>();
            for (var level = InvarianceLevel.Configural; level <= options.Last && steps.TrueForAll(step => step.Fit.HasConverged); level++)
                steps.Add(Step(level, steps.Count == 0 ? null : steps[^1].Fit));
            return new() { Options = options, Steps = steps };
        }

        private InvarianceStep Step(InvarianceLevel level, FitResult? before)
        {
            string[] known = level == InvarianceLevel.Configural ? [] : [.. free];
            var found = Fit(level);
            if (before is null)
                Require(found);
            var test = Compare(before, found);
            var freed = new List<FreedEquality>();
            while (test?.PValue < options.Alpha && freed.Count < options.MostFreed && Scores(level, found).FirstOrDefault() is { } largest)
            {
                freed.Add(largest);
                free.Add(largest.Parameter);
                found = Fit(level);
                test = Compare(before, found);
            }

            return Made(level, before, found, test, known, freed);
        }

        private InvarianceStep Made(InvarianceLevel level, FitResult? before, FitResult found, LikelihoodRatioTest? test, string[] known, List<FreedEquality> freed)
        {
            var (indices, last) = (found.Indices(), before?.Indices());
            var (chiSquare, df) = test is null ? (indices.ChiSquare, indices.DegreesOfFreedom) : (test.ChiSquare, test.DegreesOfFreedom);
            return new()
            {
                Level = level, Freed = freed, Before = known, Fit = found, Indices = indices, Test = test,
                DeltaCfi = Cfi(indices) - (last is null ? null : Cfi(last)),
                DeltaRmsea = Rmsea(indices) - (last is null ? null : Rmsea(last)),
                DeltaSrmr = indices.Residuals.Srmr - last?.Residuals.Srmr,
                Equivalence = found.HasConverged ? EquivalenceView.Of(chiSquare, df, found.CaseCount, found.Table.GroupCount, options) : new(null, null),
                Scores = before is null || !found.HasConverged ? [] : [.. Scores(level, found)],
            };
        }

        private FitResult Fit(InvarianceLevel level) => fit(completion with
        {
            MeanStructure = true, GroupEqual = level.Equalities(), GroupPartial = level == InvarianceLevel.Configural ? [] : [.. free],
        });

        private static LikelihoodRatioTest? Compare(FitResult? before, FitResult found) =>
            before is { HasConverged: true } && found.HasConverged ? before.Compare(found) : null;

        private static double? Cfi(FitIndices indices) => (indices.RobustIncremental ?? indices.Incremental).Cfi;

        private static double? Rmsea(FitIndices indices) => (indices.RobustRmsea ?? indices.RmseaIndex).Value;

        // The equalities that a level adds; of several groups a parameter has several, of which the largest counts.
        private static IEnumerable<FreedEquality> Scores(InvarianceLevel level, FitResult found)
        {
            var byLabel = found.Table.Rows.Index().Where(row => row.Item.Group > 0).ToDictionary(row => $".p{row.Index + 1}.", row => row.Item);
            return from score in found.ScoreTests()
                   where score.Test.Value is not null && byLabel.ContainsKey(score.Constraint.Rhs) && IsOf(level, byLabel[score.Constraint.Rhs])
                   let row = byLabel[score.Constraint.Rhs]
                   group score.Test by $"{row.Lhs}{row.Operator.Text()}{row.Rhs}" into ofParameter
                   let largest = ofParameter.MaxBy(test => test.Value)
                   orderby largest.Value descending
                   select new FreedEquality(ofParameter.Key, largest.Value!.Value, largest.PValue);
        }

        private static bool IsOf(InvarianceLevel level, Parameter row) => level switch
        {
            InvarianceLevel.Metric => row.Operator == Operator.Loading,
            InvarianceLevel.Scalar => row.Operator == Operator.Intercept,
            _ => row.Operator == Operator.Covariance,
        };

        private static void Require(FitResult found)
        {
            OrderedRequirements.Refuse(found, "Levels of invariance");
            if (found.Table.GroupCount < 2)
                throw new InputException("Invariance is of several groups, and there is one: name their column with --group.");
            if (found.Table.LatentVariables.Count == 0)
                throw new InputException("Invariance is of the measurement of latent variables, and the model has none (=~).");
        }
    }
}
