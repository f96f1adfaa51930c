using Pathwise.Surveys;

namespace Pathwise.Multiverse.Plans;

/// <summary>
/// A rule by which an option leaves cases out. Rules that look at one case alone are decided once; those that look at the other cases, too
/// (<see cref="DependsOnSample"/>), anew in each resample.
/// </summary>
[TypeFormatterSource]
public sealed record RowRule
{
    private RowRule(RowRuleKind kind, string reason) => (Kind, Reason) = (kind, reason);

    /// <summary>What it looks at.</summary>
    public RowRuleKind Kind { get; }

    /// <summary>Why a case is left out.</summary>
    public string Reason { get; }

    /// <summary>The rule as in a codebook, or null.</summary>
    public CleaningRule? Cleaning { get; private init; }

    /// <summary>The items that it looks at; those of the questionnaire when empty.</summary>
    public IReadOnlyList<string> Items { get; private init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The column of a time: of seconds, or when the questionnaire was opened; null where none is looked at.</summary>
    public string? Column { get; private init; }

    /// <summary>The column of the time at which it was sent; null where <see cref="Column"/> has seconds.</summary>
    public string? Until { get; private init; }

    /// <summary>The limit: a run of answers, a standard deviation, a probability, a time in seconds, a correlation.</summary>
    public double? Limit { get; private init; }

    /// <summary>A limit that follows from the sample: a share of the median time, or of the cases; null where <see cref="Limit"/> says it.</summary>
    public double? Share { get; private init; }

    /// <summary>Whether a case is judged by the others of the sample.</summary>
    public bool DependsOnSample => Kind == RowRuleKind.Mahalanobis || Share is not null;

    /// <summary>A rule as in a codebook.</summary>
    public static RowRule Of(CleaningRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(RowRuleKind.Codebook, rule.Reason) { Cleaning = rule };
    }

    /// <summary>Leaves out cases that give one answer to at least so many items in a row, in the order of the questionnaire, before recoding.</summary>
    public static RowRule LongString(int least, IReadOnlyList<string>? items = null, string reason = "longstring") => least < 2
        ? throw new InputException($"longstring: at least {least} answers alike would leave out everybody; expected 2 or more.")
        : new(RowRuleKind.LongString, reason) { Limit = least, Items = items ?? [] };

    /// <summary>Leaves out cases whose answers have a standard deviation (divisor k - 1) below a limit, before recoding.</summary>
    public static RowRule IrvBelow(double limit, IReadOnlyList<string>? items = null, string reason = "irv") => limit > 0
        ? new(RowRuleKind.Irv, reason) { Limit = limit, Items = items ?? [] }
        : throw new InputException("irv: expected a standard deviation above 0.");

    /// <summary>Leaves out the cases whose answers vary less than the quantile of this share of the sample (type 7).</summary>
    public static RowRule IrvLowest(double share, IReadOnlyList<string>? items = null, string reason = "irv") =>
        new(RowRuleKind.Irv, reason) { Share = Proportion("irv", share), Items = items ?? [] };

    /// <summary>Leaves out the cases whose squared Mahalanobis distance has an upper tail, in the chi-square distribution of as many degrees as items, below this p.</summary>
    public static RowRule Mahalanobis(double p, IReadOnlyList<string>? items = null, string reason = "mahalanobis") =>
        new(RowRuleKind.Mahalanobis, reason) { Limit = Proportion("mahalanobis", p), Items = items ?? [] };

    /// <summary>Leaves out the cases that took less than so many seconds.</summary>
    public static RowRule FasterThan(double seconds, string column, string? until = null, string reason = "speed") => seconds > 0
        ? new(RowRuleKind.Speed, reason) { Limit = seconds, Column = column, Until = until }
        : throw new InputException("speed: expected seconds above 0.");

    /// <summary>Leaves out the cases that took less than this share of the sample's median time.</summary>
    public static RowRule FasterThanShare(double share, string column, string? until = null, string reason = "speed") =>
        new(RowRuleKind.Speed, reason) { Share = Proportion("speed", share), Column = column, Until = until };

    /// <summary>
    /// Leaves out cases whose even and odd items, averaged scale by scale after recoding, correlate over the scales below a limit, corrected for
    /// half the length by Spearman and Brown.
    /// </summary>
    public static RowRule EvenOdd(double limit, string reason = "even-odd") => limit is > -1 and < 1
        ? new(RowRuleKind.EvenOdd, reason) { Limit = limit }
        : throw new InputException("even-odd: expected a correlation between -1 and 1.");

    private static double Proportion(string rule, double share) => share is > 0 and < 1 ? share : throw new InputException($"{rule}: expected a share between 0 and 1.");
}
