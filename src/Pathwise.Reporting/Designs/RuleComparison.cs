using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>The intervals of the same draws under each rule for improper solutions, side by side.</summary>
public static class RuleComparison
{
    /// <summary>
    /// The bootstrap's intervals of effects under each rule, with redrawn samples where there are some
    /// (<see cref="BootstrapResult.HasRedrawn"/>): of the standardized effects, unless the options leave them out.
    /// </summary>
    public static Table CompareRules(this BootstrapResult bootstrap, EffectOptions options)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        ArgumentNullException.ThrowIfNull(options);
        return Of(bootstrap.EffectsUnderEachRule(options), options.IsStandardized);
    }

    /// <summary>Every kind of interval of every effect, one column for each rule.</summary>
    internal static Table Of(IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> rules, bool isStandardized)
    {
        var rows = (from k in Enumerable.Range(0, rules[0].Effects.Count)
                    from interval in rules[0].Effects[k].Intervals
                    where interval.Kind.IsBootstrap() && interval.IsStandardized == isStandardized
                    orderby interval.Kind, rules[0].Effects[k].Effect.Kind
                    select (Effect: k, interval.Kind)).ToList();
        return Table.Of(
            $"The same draws under each rule for improper solutions{(isStandardized ? " (standardized effects)" : "")}",
            rows,
            columns => [columns.Text("Effect", row => Name(rules[0].Effects[row.Effect].Effect)), .. rules.Select(rule => columns.Column(
                $"{Name(rule.Bootstrap)} ({rule.Bootstrap.Used})",
                row => Bounds(rule.Effects[row.Effect], row.Kind, isStandardized, EffectWords.Decimals(rules[0].Effects[row.Effect], isStandardized))))],
            row => row.Kind.Heading(),
            ["In brackets: the samples that the intervals rest on."]);
    }

    /// <summary>The rule of a bootstrap in a word.</summary>
    internal static string Name(BootstrapResult bootstrap) => bootstrap.Rule.ToString().ToLowerInvariant();

    private static string Name(Effect effect) => effect.Group > 1 || effect.GroupLabel.Length > 0 ? $"{EffectWords.Name(effect)} (group {EffectWords.GroupText(effect)})" : EffectWords.Name(effect);

    private static Cell Bounds(EffectEstimate effect, IntervalKind kind, bool isStandardized, int decimals) =>
        effect.Interval(kind, isStandardized) is { } interval ? Cell.Interval(interval.Lower, interval.Upper, decimals) : Cell.Interval(null, null, decimals);
}
