using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Moderation;

/// <summary>Estimates effects at values of moderators.</summary>
public static class ModerationAnalysis
{
    /// <summary>
    /// Conditional direct, indirect and total effects of a fit whose model has products with the moderators of the options (<c>x:w</c>), indices of moderated
    /// mediation, differences between values, and regions of significance. Nothing is fitted: all follows from the estimates, and in each sample of
    /// <paramref name="bootstrap"/> from its own estimates and its own moderators (mean, standard deviation, percentiles, centre).
    /// </summary>
    /// <exception cref="InputException">A moderator moderates nothing, a value is none, or the resamples are not of cases.</exception>
    public static ModerationResult Moderation(this FitResult fit, EffectOptions options, BootstrapResult? bootstrap = null)
    {
        fit.CheckModeration(options, bootstrap?.Options);
        if (bootstrap is not null && !ReferenceEquals(bootstrap.Fit, fit))
            throw new InputException("The bootstrap is of another fit.");
        if (bootstrap is null && options.Kinds.FirstOrDefault(kind => kind.IsBootstrap(), IntervalKind.Delta) is var missing && missing != IntervalKind.Delta)
            throw new InputException($"Intervals of kind {missing.Text()} need a bootstrap.");
        fit.RequireConverged();
        var catalogue = bootstrap?.Catalogue ?? EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var sample = new ModeratorSample(fit, options.Moderators, options.At);
        var paths = ModeratedPaths.Of(fit, catalogue, sample.Blocks);
        var inference = new ModeratedInference(fit, catalogue, options, bootstrap, sample);
        return new Gathering(fit, options, [.. paths.Where(path => options.Effects.Count == 0 || options.Effects.Contains(path.Effect.Name))], sample, inference).Result();
    }

    /// <summary>Stops where <see cref="Moderation"/> would: the same complaint before a bootstrap is drawn as after it.</summary>
    /// <exception cref="InputException">See there.</exception>
    public static void CheckModeration(this FitResult fit, EffectOptions options, BootstrapOptions? bootstrap = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Checked().Moderators.Count == 0)
            throw new InputException("Conditional effects need a moderator, a variable that the model multiplies another by.");
        var blocks = ModeratorBlocks.Of(fit.Table, options.Moderators);
        _ = ModeratorPoints.Of(blocks, options.At);
        ModeratorRequirements.Check(fit, blocks);
        ModeratorRequirements.Check(bootstrap);
        _ = new ModeratorSample(fit, options.Moderators, options.At);
        if (ModeratedPaths.Of(fit, EffectCatalogue.Of(fit.Table, fit.Structure.Latents), blocks).Count == 0)
            throw new InputException($"No effect of the model depends on {string.Join(", ", options.Moderators)} alone: a product needs, beside the moderators named, one variable that acts. {ModerationNotes.Of(fit, blocks).FirstOrDefault()}".TrimEnd());
    }

    private sealed class Gathering(FitResult fit, EffectOptions options, IReadOnlyList<ModeratedPath> paths, ModeratorSample sample, ModeratedInference inference)
    {
        private readonly ModeratedQuantities quantities = new(sample, inference.Whole);

        public ModerationResult Result() => new()
        {
            Fit = fit,
            Options = options,
            Moderators = [.. sample.Blocks.All.Select(Summary)],
            Effects = [.. quantities.Conditional(paths).Concat(quantities.Indices(paths)).Concat(quantities.Differences(paths)).Select(inference.Estimate)],
            Regions = [.. Regions()],
            Slopes = sample.HasLatent ? [] : [.. SimpleSlopes.Of(fit, sample, inference.Whole, quantities.Conditional(paths))],
            Notes = [.. ModerationNotes.Of(fit, sample.Blocks)],
        };

        private IEnumerable<SignificanceRegion> Regions() =>
            from path in paths.OrderBy(path => path.Kind)
            where path.Kind is EffectKind.ConditionalDirect or EffectKind.ConditionalIndirect
            let relevant = quantities.Relevant(path)
            where relevant is [{ Coding: null }] && sample.Distributions[relevant[0].Columns[0]]?.Distinct is null or { Length: > 2 }
            from kind in options.Kinds.Where(kind => kind != IntervalKind.Profile)
            select SignificanceRegions.Of(inference, path, (relevant[0].Name, relevant[0].Columns[0], sample.Distributions[relevant[0].Columns[0]]), kind, options.Level);

        private ModeratorSummary Summary(ModeratorBlock block)
        {
            var (first, whole) = (block.Columns[0], inference.Whole);
            var found = block.Coding is null ? sample.Distributions[first] : null;
            return new()
            {
                Name = block.Name, IsLatent = sample.Distributions[first] is null, Coding = block.Coding,
                Mean = block.Coding is null ? found?.Mean ?? 0 : null, StandardDeviation = block.Coding is null ? whole.Deviations[first] : null,
                Least = found?.Least, Largest = found?.Largest, Centre = block.Coding is null ? whole.Centres[first] : null,
                Values = [.. sample.Points[first].Select((_, k) => quantities.Condition(block, k))],
            };
        }
    }
}
