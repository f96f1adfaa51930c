using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Intervals;

/// <summary>The intervals of the same draws under each rule for improper solutions.</summary>
public static class ImproperRules
{
    /// <summary>
    /// The effects with their bootstrap intervals under each rule, with samples redrawn or fitted within bounds where there are some
    /// (<see cref="BootstrapResult.HasRedrawn"/>, <see cref="BootstrapResult.HasBounded"/>).
    /// </summary>
    public static IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> EffectsUnderEachRule(
        this BootstrapResult bootstrap, EffectOptions options)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        ArgumentNullException.ThrowIfNull(options);
        return [.. Rules(bootstrap).Select(each => (each, Effects(each, options)))];
    }

    /// <summary>The same under the rules other than the bootstrap's own.</summary>
    public static IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> EffectsUnderOtherRules(
        this BootstrapResult bootstrap, EffectOptions options)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        ArgumentNullException.ThrowIfNull(options);
        return [.. Rules(bootstrap).Where(other => other.Rule != bootstrap.Rule).Select(other => (other, Effects(other, options)))];
    }

    private static IEnumerable<BootstrapResult> Rules(BootstrapResult bootstrap) =>
        Enum.GetValues<ImproperRule>().Where(rule => rule switch { ImproperRule.Redraw => bootstrap.HasRedrawn, ImproperRule.Bounded => bootstrap.HasBounded, _ => true }).Select(bootstrap.Under);

    private static IReadOnlyList<EffectEstimate> Effects(BootstrapResult bootstrap, EffectOptions options)
    {
        var effects = bootstrap.Fit.EstimateEffects(options with { Kinds = [.. options.Kinds.Where(kind => kind.IsBootstrap())] }, bootstrap);
        return options.Effects.Count == 0 ? effects : [.. effects.Where(each => options.Effects.Contains(each.Effect.Name))];
    }
}
