using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Fits models to samples.</summary>
public static class ModelFitting
{
    // Tried in turn when the table's starting values do not lead to a minimum.
    private static readonly int[] FallbackSeeds = [1, 2, 3, 4, 5];

    /// <summary>
    /// Fits a parameter table to one sample for each of its groups. Numerical trouble is data in the result; a sample that does
    /// not fit the table is an <see cref="InputException"/>.
    /// </summary>
    public static FitResult Fit(this ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions? options = null)
    {
        var chosen = (options ?? new()).Checked();
        var used = Prepare(table, samples, chosen);
        var saturated = used.Select(sample => SaturatedMoments.Of(sample, chosen)).ToArray();
        var structure = ModelStructure.Of(table).With(saturated);
        var constraints = new ConstraintSet(table);
        var objective = Discrepancies.Build(structure, used, saturated, chosen);
        var minimum = Search(objective, constraints, structure, saturated, chosen);
        var draft = Result(table, chosen, used, saturated, structure, constraints, objective, minimum);
        return draft.With(FitWarnings.Of(draft));
    }

    /// <summary>Fits a parameter table of a single group.</summary>
    public static FitResult Fit(this ParameterTable table, SampleMoments sample, EstimationOptions? options = null) =>
        table.Fit([sample], options);

    private static SampleMoments[] Prepare(ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (samples.Count != table.GroupCount)
            throw new InputException($"The model has {table.GroupCount} groups and the data have {samples.Count}.");
        return [.. samples.Select(sample => SamplePreparation.Of(sample, table, options))];
    }

    private static Minimum Search(
        Objective objective,
        ConstraintSet constraints,
        ModelStructure structure,
        IReadOnlyList<SampleMoments> samples,
        EstimationOptions options)
    {
        var best = Minimum.Find(objective, constraints, FirstStart(structure, samples, options), options.MaximumIterations);
        foreach (var seed in FallbackSeeds)
        {
            if (best.Termination.HasConverged || options.StartingValues is not null || options.RandomStartSeed is not null)
                break;
            var other = Minimum.Find(objective, constraints, StartingValues.Random(structure, samples, seed), options.MaximumIterations);
            if (other.Termination.HasConverged || !(other.Value >= best.Value))
                best = other;
        }

        return best;
    }

    private static double[] FirstStart(ModelStructure structure, IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (options.StartingValues is { } given)
        {
            return given.Count == structure.FreeCount
                ? [.. given]
                : throw new InputException($"The model has {structure.FreeCount} free parameters and {given.Count} starting values were given.");
        }

        return options.RandomStartSeed is { } seed
            ? StartingValues.Random(structure, samples, seed)
            : StartingValues.Of(structure, samples);
    }

    private static FitResult Result(
        ParameterTable table,
        EstimationOptions options,
        SampleMoments[] samples,
        SampleMoments[] saturated,
        ModelStructure structure,
        ConstraintSet constraints,
        Objective objective,
        Minimum minimum) => new(structure, constraints, minimum.Active)
    {
        Table = table,
        Options = options,
        Sample = samples,
        Saturated = saturated,
        Values = minimum.Free,
        Termination = minimum.Termination,
        Discrepancy = minimum.Value,
        GroupDiscrepancies = [.. samples.Select((_, g) => objective.GroupValue(g))],
        GroupMultipliers = Discrepancies.Multipliers(samples, options),
        Warnings = [],
    };
}
