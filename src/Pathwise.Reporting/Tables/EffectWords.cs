using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting.Tables;

/// <summary>Words for effects and their intervals.</summary>
internal static class EffectWords
{
    /// <summary>The effect with real arrows.</summary>
    public static string Name(Effect effect) =>
        effect.Name.Replace("->", "→", StringComparison.Ordinal).Replace("=>", "⇒", StringComparison.Ordinal);

    /// <summary>The name that the library knows an effect by, of one that was copied from a table with real arrows.</summary>
    public static string Plain(string name) => name.Replace("→", "->", StringComparison.Ordinal).Replace("⇒", "=>", StringComparison.Ordinal);

    /// <summary>The group by its label in the data, by its number where it has none.</summary>
    public static string GroupText(Effect effect) => effect.GroupLabel.Length > 0 ? effect.GroupLabel : NumberText.Number(effect.Group, 0);

    /// <summary>How many decimals an effect and all that belongs to it are shown with.</summary>
    public static int Decimals(EffectEstimate effect, bool isStandardized) => isStandardized
        ? Precision.Of(effect.Standardized, effect.StandardizedError)
        : Precision.Of(effect.Value, effect.StandardError);

    /// <summary>The kinds of intervals that the effects have, in their order.</summary>
    public static IEnumerable<IntervalKind> Kinds(IEnumerable<EffectEstimate> effects, bool isStandardized) => effects
        .SelectMany(effect => effect.Intervals).Where(interval => interval.IsStandardized == isStandardized)
        .Select(interval => interval.Kind).Distinct().Order();
}
