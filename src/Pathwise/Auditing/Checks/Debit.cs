using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// DEBIT (Heathers and Brown, 2019): the mean m of zeros and ones fixes their standard deviation,
/// sqrt(m (1 - m) n / (n - 1)).
/// </summary>
public static class Debit
{
    private const string Name = "DEBIT";

    /// <summary>Whether n zeros and ones can have the printed mean and standard deviation.</summary>
    public static bool IsPossible(ReportedNumber mean, ReportedNumber sd, int n)
    {
        var (lowest, highest) = Grim.Sums(mean, n);
        for (var ones = Math.Max(lowest, 0); ones <= Math.Min(highest, n); ones++)
        {
            if (sd.Range.Widen(1e-12).Contains(StandardDeviation((double)ones / n, n)))
                return true;
        }

        return false;
    }

    /// <summary>The standard deviation of n zeros and ones with this mean.</summary>
    public static double StandardDeviation(double mean, int n) => Math.Sqrt(mean * (1 - mean) * n / (n - 1));

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from sd in published.Statistics
        where sd.Kind == StatisticKind.StandardDeviation && PossibleValues.IsPossible(sd)
        let mean = published.Linked(sd, "mean")
        where Facts.Of("values", sd, mean) == "binary"
        select Check(sd, mean);

    private static Finding Check(ReportedStatistic sd, ReportedStatistic? mean)
    {
        if (mean is not { N: > 1 and var n })
            return Findings.Untestable(sd, Name, "DEBIT needs the mean and the number of cases; not both are given.");
        if (mean.Number!.Relation != Relation.Equal)
            return Findings.Untestable(sd, Name, $"DEBIT needs the mean as it was rounded; printed is {mean.Printed}.");
        var isPossible = IsPossible(mean.Number!, sd.Number!, n);
        var expected = StandardDeviation(Math.Clamp((double)mean.Number!.Value, 0, 1), n);
        return Findings.Judged(
            sd,
            Name,
            isPossible,
            $"{n} zeros and ones with mean {mean.Printed} have a standard deviation near {DecimalRounding.Text(expected, sd.Number!.Decimals + 1)}; {sd.Printed} is {(isPossible ? "possible" : "impossible")}.",
            sd.Number.Print(expected));
    }
}
