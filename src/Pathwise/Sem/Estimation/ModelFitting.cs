using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Sem.Estimation;

/// <summary>Fits models to samples.</summary>
public static class ModelFitting
{
    // Tried in turn when the starting values, the table's or random ones, do not lead to a minimum.
    private static readonly int[] FallbackSeeds = [1, 2, 3, 4, 5];

    // Keeps the further starts of one seed from being the first of another.
    private const int Spread = 1_000_003;

    /// <summary>
    /// Fits a parameter table to one sample for each of its groups. Numerical trouble is data in the result; a sample that does
    /// not fit the table is an <see cref="InputException"/>.
    /// </summary>
    public static FitResult Fit(this ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions? options = null)
    {
        var chosen = (options ?? new()).Checked();
        var used = Prepare(table, samples, chosen);
        return Fit(table, chosen, used, [.. used.Select(sample => SaturatedMoments.Of(sample, chosen))]);
    }

    /// <summary>The baseline model of a fit, on what the fit has prepared.</summary>
    internal static FitResult FitBaseline(FitResult fit) =>
        Fit(fit.Table.Baseline(), fit.Options with { StartingValues = null, RandomStartSeed = null }, fit.Sample, fit.Saturated);

    private static FitResult Fit(
        ParameterTable table, EstimationOptions chosen, IReadOnlyList<SampleMoments> used, IReadOnlyList<SampleMoments> saturated)
    {
        var structure = ModelStructure.Of(table).With(saturated);
        var constraints = new ConstraintSet(table);
        var objective = Discrepancies.Build(structure, used, saturated, chosen);
        var minimum = Search(objective, constraints, structure, saturated, chosen);
        var draft = Result(table, chosen, used, saturated, structure, constraints, objective, minimum);
        return draft.With(FitWarnings.Of(draft));
    }

    /// <summary>
    /// Fits a model to data, each group of the column <paramref name="group"/> (when it is named) having parameters of its own.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Cases by variables; columns that the model does not name are not looked at.</param>
    /// <param name="options">How it is estimated; by default maximum likelihood as lavaan does it.</param>
    /// <param name="completion">How the syntax is completed; by default as lavaan's <c>sem()</c>.</param>
    /// <param name="group">Name of the column that holds each case's group, or null.</param>
    public static FitResult Fit(
        this ModelSpecification model,
        DataTable data,
        EstimationOptions? options = null,
        ModelOptions? completion = null,
        string? group = null)
    {
        var labels = group is null ? [""] : data.Texts(group).OfType<string>().Distinct().ToArray();
        if (labels.Length == 0)
            throw new InputException($"{data.Source}: the column {group} names no group.");
        var table = model.Table(Completion(options, completion), labels);
        return table.Fit(data.Samples(table.ObservedVariables, group), options);
    }

    /// <summary>Fits a model to the moments of one sample, or of one for each group.</summary>
    public static FitResult Fit(
        this ModelSpecification model,
        IReadOnlyList<SampleMoments> samples,
        EstimationOptions? options = null,
        ModelOptions? completion = null)
    {
        var chosen = Completion(options, completion);
        if (samples.Any(sample => sample.Means is null))
            chosen = chosen with { MeanStructure = chosen.MeanStructure ?? false };
        return model.Table(chosen, [.. samples.Select(sample => sample.Group)]).Fit(samples, options);
    }

    /// <summary>Fits a model to the moments of a single sample.</summary>
    public static FitResult Fit(
        this ModelSpecification model,
        SampleMoments sample,
        EstimationOptions? options = null,
        ModelOptions? completion = null) => model.Fit([sample], options, completion);

    /// <summary>Fits a parameter table of a single group.</summary>
    public static FitResult Fit(this ParameterTable table, SampleMoments sample, EstimationOptions? options = null) =>
        table.Fit([sample], options);

    // The likelihood of cases with missing values has means in it.
    private static ModelOptions Completion(EstimationOptions? options, ModelOptions? completion)
    {
        var chosen = completion ?? new();
        if (options is { Missing: MissingData.Fiml })
            chosen = chosen with { MeanStructure = true };

        // Like lavaan: the weights of least squares are those of all moments, so none of them can be held at the sample's.
        return options?.IsLikelihood() ?? true ? chosen : chosen with { FixedX = false };
    }

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
            if (best.Termination.HasConverged || options.StartingValues is not null)
                break;
            var start = StartingValues.Random(structure, samples, unchecked(((options.RandomStartSeed ?? 0) * Spread) + seed));
            var other = Minimum.Find(objective, constraints, start, options.MaximumIterations);
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
        IReadOnlyList<SampleMoments> samples,
        IReadOnlyList<SampleMoments> saturated,
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
