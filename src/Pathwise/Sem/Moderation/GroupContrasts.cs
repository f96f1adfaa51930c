using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Moderation;

/// <summary>Compares effects between groups.</summary>
public static class GroupContrasts
{
    /// <summary>
    /// Differences and ratios of the direct, indirect and total effects of each two groups, with the intervals of the options; where the options name moderators, at
    /// their values. Each difference is also tested by the constraint that it is zero.
    /// </summary>
    /// <exception cref="InputException">The model has one group, or a moderator moderates nothing.</exception>
    public static IReadOnlyList<GroupContrast> CompareGroups(this FitResult fit, EffectOptions options, BootstrapResult? bootstrap = null)
    {
        fit.CheckGroups(options, bootstrap?.Options);
        fit.RequireConverged();
        var catalogue = bootstrap?.Catalogue ?? EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var sample = new ModeratorSample(fit, options.Moderators, options.At);
        var inference = new ModeratedInference(fit, catalogue, options, bootstrap, sample);
        var paths = ModeratedPaths.All(fit, catalogue, sample.Blocks).Where(path => options.Effects.Count == 0 || options.Effects.Contains(path.Effect.Name));
        var quantities = new ModeratedQuantities(sample, inference.Whole).Conditional([.. paths]);
        return [.. Pairs(quantities).Select(pair => Contrast(inference, pair.First, pair.Other))];
    }

    /// <summary>Stops where <see cref="CompareGroups"/> would.</summary>
    /// <exception cref="InputException">See there.</exception>
    public static void CheckGroups(this FitResult fit, EffectOptions options, BootstrapOptions? bootstrap = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        if (fit.Table.GroupCount < 2)
            throw new InputException("Effects are compared between groups, and the model has one: name their column with --group.");
        ModeratorRequirements.Check(fit, ModeratorBlocks.Of(fit.Table, options.Moderators));
        ModeratorRequirements.Check(bootstrap);
    }

    private static IEnumerable<(ModeratedQuantity First, ModeratedQuantity Other)> Pairs(IEnumerable<ModeratedQuantity> quantities) =>
        from same in quantities.GroupBy(each => (each.Terms[0].Path.Kind, each.Effect.PathName, string.Join(", ", each.Effect.Conditions.Select(at => at.Text))))
        from first in same
        from other in same
        where first.Effect.Group < other.Effect.Group
        select (first, other);

    private static GroupContrast Contrast(ModeratedInference inference, ModeratedQuantity first, ModeratedQuantity other)
    {
        var (one, two) = (first.Terms[0], other.Terms[0]);
        Effect Named(EffectKind kind) => first.Effect with { Kind = kind, Of = one.Path.Kind, OtherGroup = other.Effect.GroupLabel };
        var difference = new ModeratedQuantity(Named(EffectKind.GroupDifference), [one, (-1, two.Path, two.At)]);
        var test = inference.TestOfZero(difference);
        var ratio = new ModeratedQuantity(Named(EffectKind.GroupRatio), [one, two]) { IsRatio = true };
        return new(inference.Estimate(difference), inference.Estimate(ratio), test?.ChiSquare, test?.PValue);
    }
}
