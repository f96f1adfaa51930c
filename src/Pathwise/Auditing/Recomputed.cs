using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing;

/// <summary>
/// What a recomputation gave for a published statistic: a number, a text, whether a claim holds, a distribution, or the
/// reason why there is nothing. Numbers, texts and truth values convert to it by themselves.
/// </summary>
public sealed class Recomputed
{
    private readonly Func<ReportedStatistic, CheckedValue> judge;

    private Recomputed(Func<ReportedStatistic, CheckedValue> judge) => this.judge = judge;

    /// <summary>A number in the printed unit (per cent for a percentage); null where it is undefined.</summary>
    public static implicit operator Recomputed(double? value) => value is { } number
        ? new(statistic => OfNumber(statistic, number))
        : new(statistic => new(statistic, null, Verdict.Differs, "The recomputed value is undefined."));

    /// <summary>A number in the printed unit (per cent for a percentage).</summary>
    public static implicit operator Recomputed(double value) => (double?)value;

    /// <summary>A count.</summary>
    public static implicit operator Recomputed(int value) => (double?)value;

    /// <summary>A text, compared with the printed one letter by letter, upper and lower case alike.</summary>
    public static implicit operator Recomputed(string text) => new(statistic => OfText(statistic, text));

    /// <summary>Whether a claim holds.</summary>
    public static implicit operator Recomputed(bool holds) => new(statistic => OfClaim(statistic, holds));

    /// <summary>
    /// A claim with the reason for its verdict.
    /// </summary>
    public static Recomputed Claim(bool holds, string why) =>
        new(statistic => OfClaim(statistic, holds) with { Why = why });

    /// <summary>
    /// A value that chance moves, such as a bootstrap bound whose draws are unknown: how it is distributed over
    /// repetitions. It is compatible when a value that rounds to the printed text lies inside the central 95 % of them.
    /// </summary>
    public static Recomputed Distribution(IReadOnlyList<double> repetitions)
    {
        if (repetitions.Count == 0 || repetitions.Any(double.IsNaN))
            throw new ArgumentException("A distribution needs at least one value, and no NaN.", nameof(repetitions));
        var sorted = repetitions.Order().ToArray();
        return new(statistic => OfDistribution(statistic, sorted));
    }

    /// <summary>Nothing, and why.</summary>
    public static Recomputed Nothing(string why) => new(statistic => new(statistic, null, Verdict.NotRecomputable, why));

    /// <summary>
    /// The verdict on a published value. One that the file of statistics declares as taken from the paper is never
    /// reproduced, whatever a notebook computes it from.
    /// </summary>
    internal CheckedValue Against(ReportedStatistic statistic)
    {
        var value = judge(statistic);
        return value.Verdict is (Verdict.Reproduced or Verdict.Compatible) && statistic.Taken is { } taken
            ? value with { Verdict = Verdict.TakenFromPaper, Why = taken }
            : value;
    }

    private static CheckedValue OfNumber(ReportedStatistic statistic, double value)
    {
        if (!double.IsFinite(value))
            return new(statistic, null, Verdict.Differs, "The recomputed value is not finite.");
        if (statistic.Number is not { } number)
            throw NotANumber(statistic);
        var isMet = number.IsMetBy(value);
        var why = isMet || number.Relation == Relation.Equal
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{value:R} does not satisfy '{number.Text}'.");
        return new(statistic, number.Print(value), isMet ? Verdict.Reproduced : Verdict.Differs, why);
    }

    private static CheckedValue OfText(ReportedStatistic statistic, string text) => new(
        statistic, text, string.Equals(text.Trim(), statistic.Printed, StringComparison.OrdinalIgnoreCase) ? Verdict.Reproduced : Verdict.Differs, null);

    private static CheckedValue OfClaim(ReportedStatistic statistic, bool holds)
    {
        if (statistic.Kind != StatisticKind.Claim)
            throw new InputException($"'{statistic.Id}' is a {statistic.Kind.Text()}; only a claim can hold or not.");
        return new(statistic, holds ? statistic.Printed : "does not hold", holds ? Verdict.Reproduced : Verdict.Differs, null);
    }

    private static CheckedValue OfDistribution(ReportedStatistic statistic, double[] sorted)
    {
        if (statistic.Number is not { } number)
            throw NotANumber(statistic);
        var central = new ValueRange(Quantiles.Type7(sorted, 0.025), Quantiles.Type7(sorted, 0.975));
        var isInside = number.Range.Meets(central);
        var why = string.Create(CultureInfo.InvariantCulture,
            $"The draws behind the printed value are unknown; it lies {(isInside ? "inside" : "outside")} the central 95 % of {sorted.Length} repetitions, {number.Print(central.Lower)} to {number.Print(central.Upper)}.");
        return new(statistic, number.Print(Quantiles.Type7(sorted, 0.5)), isInside ? Verdict.Compatible : Verdict.Differs, why);
    }

    private static InputException NotANumber(ReportedStatistic statistic) => new(
        $"'{statistic.Id}' is a {statistic.Kind.Text()} ('{statistic.Printed}'); a number cannot be compared with it.");
}
