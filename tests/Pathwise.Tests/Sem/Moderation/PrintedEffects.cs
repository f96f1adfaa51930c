using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>The effects of a fit, found by the kind, the path and the values of the moderators that a table of printed numbers names.</summary>
internal sealed class PrintedEffects(FitResult fit, IReadOnlyList<string> moderators, IReadOnlyList<string> at, BootstrapResult? bootstrap = null)
{
    // Values of moderators are printed with three digits or more.
    private const double ValueDigits = 6e-4;

    private readonly EffectOptions options = new() { Moderators = moderators, At = at, Kinds = [bootstrap is null ? IntervalKind.Delta : IntervalKind.Percentile] };

    private IReadOnlyList<EffectEstimate>? effects;

    private ModerationResult? result;

    /// <summary>The effect of a row; each of its values of moderators is a category or a number, and there are none where it is the same everywhere.</summary>
    public EffectEstimate Find(string kind, string name, string value)
    {
        if (kind is "coefficient" or "total" || (kind == "indirect" && value.Length == 0))
            return (effects ??= fit.EstimateEffects(options with { Moderators = [], At = [] }, bootstrap)).Named(name);
        string[] path = name.Split(" -> ");
        var wanted = kind switch { "index" => EffectKind.ModerationIndex, _ when path.Length == 2 => EffectKind.ConditionalDirect, _ => EffectKind.ConditionalIndirect };
        return (result ??= fit.Moderation(options, bootstrap)).Effects.Single(row => row.Effect.Kind == wanted && row.Effect.Cause == path[0] && row.Effect.Outcome == path[^1]
            && (path.Length == 2 || row.Effect.Via.SequenceEqual(path[1..^1])) && IsAt(row.Effect.Conditions, value));
    }

    /// <summary>A number of a table, or null where it has none.</summary>
    public static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Half of the last digit that a table prints of a number.</summary>
    public static double HalfDigit(string text) => 0.5 * Math.Pow(10, -(text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1));

    /// <summary>Asserts that the interval of a bootstrap is a printed one, of another generator: apart by chance alone.</summary>
    public static void AgreeButForChance(EffectEstimate row, double? error, double lower, double upper, bool isStandardized = false)
    {
        // Where no error is printed, the interval's width tells it nearly.
        var (spread, interval) = (error ?? ((upper - lower) / 3.92), row.Interval(IntervalKind.Percentile, isStandardized)!.Value);
        Assert.InRange(interval.Lower, lower - (0.3 * spread), lower + (0.3 * spread));
        Assert.InRange(interval.Upper, upper - (0.3 * spread), upper + (0.3 * spread));
        if (error is { } printed)
            Assert.InRange(row.StandardError!.Value, printed * 0.9, printed * 1.1);
    }

    private static bool IsAt(IReadOnlyList<ModeratorCondition> conditions, string value)
    {
        string[] values = value.Length == 0 ? [] : value.Split(';');
        return conditions.Count == values.Length && conditions.Zip(values).All(pair => pair.First.Category.Length > 0
            ? pair.First.Category == pair.Second
            : Math.Abs(pair.First.Value - Number(pair.Second)!.Value) < ValueDigits);
    }
}
