using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Sem.Estimation;

/// <summary>Fits models to samples.</summary>
public static class ModelFitting
{
    /// <summary>
    /// Fits a parameter table to one sample for each of its groups. Numerical trouble is data in the result; a sample that does
    /// not fit the table is an <see cref="InputException"/>.
    /// </summary>
    public static FitResult Fit(this ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions? options = null)
    {
        var chosen = (options ?? new()).Checked();
        OrderedRequirements.Check(table, chosen);
        RidgeRequirements.Check(table, chosen);
        var used = Prepare(table, samples, chosen);
        ReducedBias.Check(table, used, chosen);
        BoundsRequirements.Check(table, chosen);
        return Centring.Of(ModelStructure.Of(table), used) is { } centring
            ? Fit(table, chosen, used, centring)
            : Fit(table, chosen, used, Saturated(used, chosen));
    }

    /// <summary>Fits a table to samples that are prepared for it, each group's at its place.</summary>
    internal static FitResult FitPrepared(ParameterTable table, IReadOnlyList<SampleMoments> used, EstimationOptions options) =>
        Fit(table, options, used, [.. used.Select(SaturatedMoments.Itself)]);

    private static SaturatedMoments[] Saturated(
        IReadOnlyList<SampleMoments> used, EstimationOptions options) =>
        [.. used.Select(sample => options.Missing == MissingData.Fiml ? SaturatedMoments.Of(sample)
            : sample.FirstStage is { } stage ? stage.Search with { Moments = sample } : SaturatedMoments.Itself(sample))];

    // Fits the variables less their means, and hands on what that gives for the variables themselves.
    private static FitResult Fit(ParameterTable table, EstimationOptions chosen, IReadOnlyList<SampleMoments> used, Centring centring)
    {
        var centred = centring.Centred(used);
        var starts = chosen.StartingValues is { } given && given.Count == table.FreeCount ? centring.Centred([.. given]) : chosen.StartingValues;
        var inner = Fit(centring.Table, chosen with { StartingValues = starts }, centred, Saturated(centred, chosen));
        var saturated = centring.Raw(inner.Saturated);
        SaturatedMoments[] searches = [.. inner.SaturatedSearches.Zip(saturated, (search, moments) => search with { Moments = moments })];
        var draft = new FitResult(ModelStructure.Of(table).With(saturated), new ConstraintSet(table) { Box = BoundsDesign.Of(table, chosen.Bounds)?.At(saturated) }, inner.ActiveInequalities, inner.Determination)
        {
            Table = table,
            Options = chosen with { Progress = null },
            Sample = used,
            SaturatedSearches = searches,
            Values = centring.Raw([.. inner.Values]),
            Termination = inner.Termination,
            Discrepancy = inner.Discrepancy,
            GroupDiscrepancies = inner.GroupDiscrepancies,
            GroupMultipliers = inner.GroupMultipliers,
            Attempts = inner.Attempts,
            Centred = new(inner, centring),
            Warnings = [],
        };
        return draft.With(FitWarnings.Of(draft));
    }

    /// <summary>The baseline model of a fit, on what the fit has prepared.</summary>
    internal static FitResult FitBaseline(FitResult fit)
    {
        var table = fit.Table.Baseline();
        var options = fit.Options with { StartingValues = null, RandomStartSeed = null, BiasReduction = BiasReduction.None, Bounds = BoundsKind.None };
        if (fit.Options.Missing == MissingData.Fiml)
            options = options with { StartingValues = StartingValues.OfUncorrelated(table, fit.Sample) };
        return Fit(table, options, fit.Sample, fit.SaturatedSearches);
    }

    /// <summary>
    /// Fits the model of a fit to samples like its own, from its estimates; the warnings are those of the estimates alone. Where values are
    /// missing, nobody looks for the saturated moments, on which no estimate rests: the discrepancy is then without their constant.
    /// </summary>
    internal static FitResult FitReplicate(FitResult fit, IReadOnlyList<SampleMoments> samples)
    {
        var chosen = fit.Options with { StartingValues = fit.Values };
        if (fit.Centred is not null)
            return Fit(fit.Table, samples, chosen);
        var used = Prepare(fit.Table, samples, chosen, fit);
        if (fit.Structure.Responses is not null)
            used = [.. used.Select((sample, g) => LostCategories.Restore(sample, fit.Sample[g]))];
        var saturated = chosen.Bounds == BoundsKind.None ? [.. used.Select(SaturatedMoments.Itself)] : Saturated(used, chosen);
        return Fit(fit.Table, chosen, used, saturated, fit);
    }

    /// <summary>
    /// Fits a table to samples like others, of whose ordered variables they may have lost categories; everything else is as if the table were fitted to them
    /// by these options.
    /// </summary>
    internal static FitResult FitLike(ParameterTable table, IReadOnlyList<SampleMoments> others, IReadOnlyList<SampleMoments> samples, EstimationOptions options)
    {
        if (table.OrderedVariables.Count == 0)
            return table.Fit(samples, options);
        OrderedRequirements.Check(table, options.Checked());
        return FitPrepared(table, [.. Prepare(table, samples, options).Select((sample, g) => LostCategories.Restore(sample, others[g]))], options);
    }

    private static FitResult Fit(
        ParameterTable table,
        EstimationOptions chosen,
        IReadOnlyList<SampleMoments> used,
        IReadOnlyList<SaturatedMoments> searches,
        FitResult? original = null)
    {
        SampleMoments[] saturated = [.. searches.Select(search => search.Moments)];
        var structure = ModelStructure.Of(table).With(saturated);
        var constraints = new ConstraintSet(table) { Box = BoundsDesign.Of(table, chosen.Bounds)?.At(saturated) };
        var objective = Discrepancies.Build(structure, used, saturated, chosen);
        var (best, attempts) = new Search(objective, constraints, structure, used, saturated, chosen, original).Run();
        best = best with { End = ReducedBias.Of(best.End, objective, constraints, table, used, chosen) };
        var draft = Result(table, chosen, used, searches, structure, constraints, objective, best, attempts);
        return draft.With(original is null ? FitWarnings.Of(draft) : FitWarnings.OfReplicate(draft));
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
        ArgumentNullException.ThrowIfNull(data);
        var coded = CodedData.Of(model, data, completion ?? new());
        var (samples, empty) = SampleReading.Groups(coded.Table, coded.Model.Columns(options), group);
        return coded.Model.Fit(samples, empty, options, coded.Options);
    }

    /// <summary>The columns of data that a model and its estimation need.</summary>
    internal static IReadOnlyList<string> Columns(this ModelSpecification model, EstimationOptions? options) =>
        options is { Auxiliary.Count: > 0 } ? [.. model.ObservedVariables.Union(options.Auxiliary)] : model.ObservedVariables;

    /// <summary>The same of samples that were read before, some groups of the data being empty.</summary>
    internal static FitResult Fit(this ModelSpecification model, IReadOnlyList<SampleMoments> samples, IReadOnlyList<string> empty, EstimationOptions? options, ModelOptions? completion)
    {
        var fit = Table(model, Completion(model, options, completion), options, samples, empty).Fit(samples, options);
        return empty.Count == 0 ? fit : fit.With([.. fit.Warnings, LeftOut(empty)]);
    }

    private static FitWarning LeftOut(IReadOnlyList<string> empty) => new("group-left-out", $"{Empty(empty)}, and is left out.");

    private static string Empty(IReadOnlyList<string> empty) =>
        $"No case of group {string.Join(", nor of ", empty)} has a value of any variable of the model";

    // What the syntax says of each group is then said of the groups that have cases.
    private static ParameterTable Table(
        ModelSpecification model, ModelOptions options, EstimationOptions? estimation, IReadOnlyList<SampleMoments> samples, IReadOnlyList<string> empty)
    {
        try
        {
            return Table(model, options, estimation, samples);
        }
        catch (SyntaxException mistake) when (empty.Count > 0)
        {
            throw new InputException($"{mistake.Message} {Empty(empty)}.", mistake);
        }
    }

    /// <summary>Fits a model to the moments of one sample, or of one for each group.</summary>
    public static FitResult Fit(
        this ModelSpecification model,
        IReadOnlyList<SampleMoments> samples,
        EstimationOptions? options = null,
        ModelOptions? completion = null)
    {
        var chosen = Completion(model, options, completion);
        if (samples.Any(sample => sample.Means is null))
            chosen = chosen with { MeanStructure = chosen.MeanStructure ?? false };
        return Table(model, chosen, options, samples).Fit(samples, options);
    }

    private static ParameterTable Table(ModelSpecification model, ModelOptions options, EstimationOptions? estimation, IReadOnlyList<SampleMoments> samples) => model.Table(
        options, [.. samples.Select(sample => sample.Group)], OrderedRequirements.Thresholds(model.OrderedVariables(options), model.Covariates(options), samples, (estimation ?? new()).Missing));

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
    private static ModelOptions Completion(ModelSpecification model, EstimationOptions? options, ModelOptions? completion)
    {
        var chosen = completion ?? new();
        if (options?.Missing.NeedsMeans() == true)
            chosen = chosen with { MeanStructure = true };

        // Like lavaan: the weights of least squares are those of all moments, so none of them can be held at the sample's, unless statistics are conditional.
        return (options ?? new()).Method().CanFixExogenous || model.OrderedVariables(chosen).Count > 0 ? chosen : chosen with { FixedX = false };
    }

    private static SampleMoments[] Prepare(ParameterTable table, IReadOnlyList<SampleMoments> samples, EstimationOptions options, FitResult? original = null)
    {
        if (samples.Count != table.GroupCount)
            throw new InputException($"The model has {table.GroupCount} groups and the data have {samples.Count}.");
        if (options.Auxiliary.Intersect(table.ObservedVariables).ToArray() is { Length: > 0 } modelled)
            throw new InputException($"{string.Join(", ", modelled)}: an auxiliary variable is not in the model; expected variables that the model does not name.");
        SampleMoments[] prepared = [.. InTheTablesOrder(table, samples).Select(sample => SamplePreparation.Of(sample, table, options))];
        prepared = CentredProducts.Of(table) is { } products ? [.. products.Apply(prepared)] : prepared;
        return options.Missing.HasTwoStages() ? [.. prepared.Select((sample, g) => FirstStage.Of(sample, table.ObservedVariables.Count, original?.Sample[g].FirstStage).Sample())] : prepared;
    }

    // Each group's parameters belong to the sample of the same label, in whatever order the samples come.
    private static IEnumerable<SampleMoments> InTheTablesOrder(ParameterTable table, IReadOnlyList<SampleMoments> samples)
    {
        string[] labels = [.. samples.Select(sample => sample.Group)];
        if (labels.SequenceEqual(table.GroupLabels) || labels.Length == 1 || labels.All(label => label.Length == 0) || table.GroupLabels.All(label => label.Length == 0))
            return samples;
        return table.GroupLabels.Distinct().Count() == labels.Length && table.GroupLabels.All(labels.Contains)
            ? table.GroupLabels.Select(label => samples[Array.IndexOf(labels, label)])
            : throw new InputException($"The groups of the model are {string.Join(", ", table.GroupLabels)}, those of the data {string.Join(", ", labels)}.");
    }

    private static FitResult Result(
        ParameterTable table,
        EstimationOptions options,
        IReadOnlyList<SampleMoments> samples,
        IReadOnlyList<SaturatedMoments> searches,
        ModelStructure structure,
        ConstraintSet constraints,
        Objective objective,
        SearchAttempt best,
        IReadOnlyList<SearchAttempt> attempts) => new(structure, constraints, best.End.Active, best.Determination)
    {
        Table = table,
        Options = options with { Progress = null },
        Sample = samples,
        SaturatedSearches = searches,
        Values = best.End.Free,
        Termination = best.End.Termination,
        Discrepancy = objective.Value(best.End.Free),
        GroupDiscrepancies = [.. samples.Select((_, g) => objective.GroupValue(g))],
        Attempts = attempts,
        GroupMultipliers = Discrepancies.Multipliers(samples, options),
        Warnings = [],
    };
}
