namespace Pathwise.Auditing.Checks;

/// <summary>
/// GRIMMER (Anaya, 2016; in the analytic form of Allard, 2018): for whole numbers with a sum S, the sum of squares is a
/// whole number of the same parity as S, and no smaller than when all numbers are as equal as can be.
/// </summary>
public static class Grimmer
{
    private const string Name = "GRIMMER";

    /// <summary>
    /// Whether n answers, each the mean of so many whole-number items, can have the printed mean and standard deviation
    /// (divisor n - 1).
    /// </summary>
    public static bool IsPossible(ReportedNumber mean, ReportedNumber sd, int n, int items = 1)
    {
        var (lowest, highest) = Grim.Sums(mean, n * items);
        for (var sum = lowest; sum <= highest; sum++)
        {
            if (HasSumOfSquares(sum, sd, n, items))
                return true;
        }

        return false;
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from sd in published.Statistics
        where sd.Kind == StatisticKind.StandardDeviation && sd.Details.GetValueOrDefault("values") != "binary"
        let mean = published.Linked(sd, "mean")
        select Check(sd, mean);

    private static Finding Check(ReportedStatistic sd, ReportedStatistic? mean)
    {
        if (mean is not { N: > 1 and var n } || Facts.Whole(mean, "items") is not { } items)
            return Findings.Untestable(sd, Name, "GRIMMER needs the mean, the number of cases and of whole-number items; not all are given.");
        var isPossible = IsPossible(mean.Number!, sd.Number!, n, items);
        return Findings.Judged(
            sd,
            Name,
            isPossible || !Grim.IsPossible(mean.Number!, n, items),
            Grim.IsPossible(mean.Number!, n, items)
                ? $"A mean of {mean.Printed} with a standard deviation of {sd.Printed} is {(isPossible ? "possible" : "impossible")} for {n} whole-number answers{(items > 1 ? $" to {items} items" : "")}."
                : $"The mean {mean.Printed} is impossible by itself; nothing follows about {sd.Printed}.");
    }

    // With y = items * answer all numbers are whole, and sd(y) = items * sd.
    private static bool HasSumOfSquares(decimal sum, ReportedNumber sd, int n, int items)
    {
        var half = (decimal)sd.HalfUnit;
        var (low, high) = (items * Math.Max(sd.Value - half, 0), items * (sd.Value + half));
        const decimal Slack = 1e-9m;
        var from = Math.Max(Math.Ceiling(((n - 1) * low * low) + (sum * sum / n) - Slack), Least(sum, n));
        var to = Math.Floor(((n - 1) * high * high) + (sum * sum / n) + Slack);
        if (Math.Abs(from % 2) != Math.Abs(sum % 2))
            from++;
        return from <= to;
    }

    // n numbers as equal as can be: some q, the rest q + 1.
    private static decimal Least(decimal sum, int n)
    {
        var q = Math.Floor(sum / n);
        var larger = sum - (q * n);
        return ((n - larger) * q * q) + (larger * (q + 1) * (q + 1));
    }
}
