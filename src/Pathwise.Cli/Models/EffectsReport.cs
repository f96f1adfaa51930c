using Pathwise.Reporting;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Models;

/// <summary>What <c>pathwise effects</c> found: the effects, and under the other rules for improper solutions those again.</summary>
internal sealed class EffectsReport
{
    private EffectsReport(FitResult fit, BootstrapResult? bootstrap, EffectOptions options, BootstrapResult? stine)
    {
        Bootstrap = bootstrap;
        Stine = stine;
        Fit = fit;
        HasGroups = fit.Table.GroupCount > 1;
        IsStandardized = options.IsStandardized;
        Effects = Named(options, fit.EstimateEffects(options, bootstrap));
        OtherRules = bootstrap is null || bootstrap.Improper == 0 ? [] : RuleComparison.OtherRules(bootstrap, options);
    }

    /// <summary>The bootstrap, or null when none was asked for.</summary>
    public BootstrapResult? Bootstrap { get; }

    /// <summary>The Bollen-Stine bootstrap, or null when none was asked for.</summary>
    public BootstrapResult? Stine { get; }

    /// <summary>The fit.</summary>
    public FitResult Fit { get; }

    /// <summary>True when the model has several groups.</summary>
    public bool HasGroups { get; }

    /// <summary>True when standardized effects are shown.</summary>
    public bool IsStandardized { get; }

    /// <summary>All effects.</summary>
    public IReadOnlyList<EffectEstimate> Effects { get; }

    /// <summary>The same with the bootstrap's other rules; empty when no solution was improper.</summary>
    public IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> OtherRules { get; }

    public static EffectsReport Of(FitResult fit, BootstrapResult? bootstrap, EffectOptions options, BootstrapResult? stine) => new(fit, bootstrap, options, stine);

    /// <summary>The effects of a kind.</summary>
    public IEnumerable<EffectEstimate> Of(EffectKind kind) => Effects.Where(each => each.Effect.Kind == kind);

    private static IReadOnlyList<EffectEstimate> Named(EffectOptions options, IReadOnlyList<EffectEstimate> effects) =>
        options.Effects.Count == 0 ? effects : [.. effects.Where(each => options.Effects.Contains(each.Effect.Name))];
}
