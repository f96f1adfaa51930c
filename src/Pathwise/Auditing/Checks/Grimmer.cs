using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// GRIMMER (Anaya, 2016; in the analytic form of Allard, 2018): for whole numbers with a sum S, the sum of squares is a
/// whole number of the same parity as S, and no smaller than when all numbers are as equal as can be. For two to four answers that is
/// not enough, and the exact condition is asked; on a scale with known ends the answers are counted out where they are not too many.
/// </summary>
public static class Grimmer
{
    private const string Name = "GRIMMER";

    /// <summary>
    /// Whether n answers, each the mean of so many whole-number items, can have the printed mean and standard deviation
    /// (divisor n - 1).
    /// </summary>
    public static bool IsPossible(ReportedNumber mean, ReportedNumber sd, int n, int items = 1) => IsPossible(mean, sd, n, items, null);

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from sd in published.Statistics
        where sd.Kind == StatisticKind.StandardDeviation && PossibleValues.IsPossible(sd)
        let mean = published.Linked(sd, "mean")
        where Facts.Of("values", sd, mean) != "binary"
        select Check(sd, mean);

    private static Finding Check(ReportedStatistic sd, ReportedStatistic? mean)
    {
        if (mean is not { N: > 1 and var n } || Facts.Whole(mean, "items") is not { } items)
            return Findings.Untestable(sd, Name, "GRIMMER needs the mean, the number of cases and of whole-number items; not all are given.");
        if (sd.Number!.Relation != Relation.Equal || mean.Number!.Relation != Relation.Equal)
            return Findings.Untestable(sd, Name, $"GRIMMER needs both numbers as they were rounded; printed are {mean.Printed} and {sd.Printed}.");
        if (!IsWithinReach(mean.Number, n, items) || !IsWithinReach(sd.Number, n, items))
            return Findings.Untestable(sd, Name, $"With numbers as large as {mean.Printed} and {sd.Printed} nearly every pair is possible.");
        var scale = Facts.Scale(mean);
        var answers = scale is { } ends ? AnswersOnScale.Of(n, items, ends) : null;
        var isPossible = IsPossible(mean.Number!, sd.Number!, n, items, answers);
        var from = answers is null ? "" : string.Create(CultureInfo.InvariantCulture, $" from {scale!.Value.Lowest} to {scale.Value.Highest}");
        return Findings.Judged(
            sd,
            Name,
            isPossible || !Grim.IsPossible(mean.Number!, n, items),
            Grim.IsPossible(mean.Number!, n, items)
                ? $"A mean of {mean.Printed} with a standard deviation of {sd.Printed} is {(isPossible ? "possible" : "impossible")} for {n} whole-number answers{from}{(items > 1 ? $" to {items} items" : "")}."
                : $"The mean {mean.Printed} is impossible by itself; nothing follows about {sd.Printed}.");
    }

    private static bool IsPossible(ReportedNumber mean, ReportedNumber sd, int n, int items, AnswersOnScale? answers)
    {
        var (lowest, highest) = Grim.Sums(mean, (decimal)n * items);
        for (var sum = lowest; sum <= highest; sum++)
        {
            if (HasSumOfSquares(sum, sd, n, items, answers))
                return true;
        }

        return false;
    }

    // Decimals hold 28 digits, and a square of the sum must be among them; up to four answers their prime factors are asked for.
    private static bool IsWithinReach(ReportedNumber number, int n, int items) =>
        Math.Abs((double)number.Value) * n * items < (n > 4 ? 1e12 : 1e6);

    // With y = items * answer all numbers are whole, and sd(y) = items * sd.
    private static bool HasSumOfSquares(decimal sum, ReportedNumber sd, int n, int items, AnswersOnScale? answers)
    {
        var half = (decimal)sd.HalfUnit;
        var (low, high) = (items * Math.Max(sd.Value - half, 0), items * (sd.Value + half));
        const decimal Slack = 1e-9m;
        var from = Math.Max(Math.Ceiling(((n - 1) * low * low) + (sum * sum / n) - Slack), WholeNumberSquares.Least(sum, n));
        var to = Math.Floor(((n - 1) * high * high) + (sum * sum / n) + Slack);
        for (var squares = from; squares <= to; squares++)
        {
            if (answers?.Has(sum, squares) ?? WholeNumberSquares.Exist(n, sum, squares))
                return true;
        }

        return false;
    }
}
