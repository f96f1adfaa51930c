using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Json;

/// <summary>What <c>pathwise effects</c> found: the effects, and under the other rules for improper solutions those again.</summary>
internal sealed class EffectsReport
{
    private EffectsReport(FitResult fit, BootstrapResult? bootstrap, EffectOptions options, BootstrapResult? stine, IProgress<BootstrapProgress> progress, CancellationToken cancellation)
    {
        Bootstrap = bootstrap;
        Stine = stine;
        Fit = fit;
        HasGroups = fit.Table.GroupCount > 1;
        CaseUse = fit.CaseUse;
        IsStandardized = options.IsStandardized;
        Effects = Named(options, fit.EstimateEffects(options, bootstrap, progress, cancellation));
        Omitted = fit.OmittedEffects();
        Moderation = options.Moderators.Count > 0 ? fit.Moderation(options, bootstrap) : null;
        Groups = options.ComparesGroups ? fit.CompareGroups(options, bootstrap) : [];
        Tests = options.Tests.Count > 0 ? fit.TestIndirectEffects(options, bootstrap) : [];
        Equivalences = options.Equivalence is null ? [] : fit.TestDirectPaths(options, bootstrap);
        OtherRules = bootstrap is null || bootstrap.Improper == 0 ? [] : bootstrap.EffectsUnderOtherRules(options);
    }

    /// <summary>The bootstrap, or null when none was asked for.</summary>
    public BootstrapResult? Bootstrap { get; }

    /// <summary>The Bollen-Stine bootstrap, or null when none was asked for.</summary>
    public BootstrapResult? Stine { get; }

    /// <summary>The fit.</summary>
    public FitResult Fit { get; }

    /// <summary>How the samples of a bootstrap are fitted.</summary>
    public FittingPath Path => FittingPath.Of(Fit, Bootstrap?.Options.Kind ?? ResamplingKind.Nonparametric);

    /// <summary>What the list of effects leaves out, in sentences.</summary>
    public IReadOnlyList<string> Omitted { get; }

    /// <summary>True when the model has several groups.</summary>
    public bool HasGroups { get; }

    /// <summary>How many cases of the data were used.</summary>
    public CaseUse CaseUse { get; }

    /// <summary>True when standardized effects are shown.</summary>
    public bool IsStandardized { get; }

    /// <summary>All effects.</summary>
    public IReadOnlyList<EffectEstimate> Effects { get; }

    /// <summary>The same with the bootstrap's other rules; empty when no solution was improper.</summary>
    public IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> OtherRules { get; }

    /// <summary>Estimates everything that is shown; after a cancellation without the profiles that are not found yet.</summary>
    public static EffectsReport Of(
        FitResult fit, BootstrapResult? bootstrap, EffectOptions options, BootstrapResult? stine, IProgress<BootstrapProgress> progress, CancellationToken cancellation) =>
        new(fit, bootstrap, options, stine, progress, cancellation);

    /// <summary>Effects compared between groups; empty when it was not asked for.</summary>
    public IReadOnlyList<GroupContrast> Groups { get; }

    /// <summary>Tests that indirect effects are zero; empty when none was asked for.</summary>
    public IReadOnlyList<MediationTest> Tests { get; }

    /// <summary>Equivalence tests of direct paths; empty when they were not asked for.</summary>
    public IReadOnlyList<DirectPathEquivalence> Equivalences { get; }

    /// <summary>Effects at values of moderators; null when none was named.</summary>
    public ModerationResult? Moderation { get; }

    /// <summary>The effects of a kind.</summary>
    public IEnumerable<EffectEstimate> Of(EffectKind kind) => Effects.Where(each => each.Effect.Kind == kind);

    private static IReadOnlyList<EffectEstimate> Named(EffectOptions options, IReadOnlyList<EffectEstimate> effects) =>
        options.Effects.Count == 0 ? effects : [.. effects.Where(each => options.Effects.Contains(each.Effect.Name))];
}
