using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// GRIM (Brown and Heathers, 2017): the mean of n whole numbers is a whole number divided by n. A printed mean that no sum
/// gives, whichever way a half was rounded, is impossible. A share of n cases is the mean of zeros and ones.
/// </summary>
public static class Grim
{
    private const string Name = "GRIM";

    // With numbers beyond, sums leave the digits that a decimal holds.
    private const decimal Largest = 1e12m;

    /// <summary>The whole numbers k for which k / divisor rounds to the printed number times <paramref name="unit"/>; empty when none does.</summary>
    public static (decimal Lowest, decimal Highest) Sums(ReportedNumber number, decimal divisor, decimal unit = 1)
    {
        var half = (decimal)number.HalfUnit;
        return (Math.Ceiling((number.Value - half) * unit * divisor), Math.Floor((number.Value + half) * unit * divisor));
    }

    /// <summary>Whether n answers to so many items of whole numbers can have the printed mean.</summary>
    public static bool IsPossible(ReportedNumber mean, int n, int items = 1)
    {
        var (lowest, highest) = Sums(mean, (decimal)n * items);
        return lowest <= highest;
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Number is { Relation: Relation.Equal } number && Math.Abs(number.Value) < Largest && PossibleValues.IsPossible(statistic)
        let isMean = statistic.Kind == StatisticKind.Mean
        let isShare = statistic.Kind == StatisticKind.Percentage && statistic.N is not null
            && !statistic.Details.ContainsKey("whole") && !statistic.Links.ContainsKey("count")
        where isMean || isShare
        select isShare ? Check(statistic, statistic.N!.Value, 1, 0.01m) : CheckMean(statistic);

    private static Finding CheckMean(ReportedStatistic mean)
    {
        if (mean.N is not { } n || Facts.Whole(mean, "items") is not { } items)
            return Findings.Untestable(mean, Name, "GRIM needs the number of cases and of whole-number items behind the mean; not both are given.");
        return (decimal)n * items * (decimal)mean.Number!.HalfUnit * 2 >= 1
            ? Findings.Untestable(mean, Name, $"With {(long)n * items} answers every mean of {mean.Number.Decimals} decimals is possible.")
            : Check(mean, n, items, 1);
    }

    private static Finding Check(ReportedStatistic statistic, int n, int items, decimal unit)
    {
        var number = statistic.Number!;
        var (lowest, highest) = Sums(number, (decimal)n * items, unit);
        if (lowest <= highest)
            return Findings.Judged(statistic, Name, true, Text($"{number.Text} is possible with n = {n}: {lowest}/{(long)n * items}."), number.Print((double)(lowest / ((decimal)n * items * unit))));
        var (below, above) = (Near(highest), Near(lowest));
        return Findings.Judged(
            statistic,
            Name,
            false,
            Text($"{number.Text} is impossible with n = {n}: {highest}/{(long)n * items} = {below} and {lowest}/{(long)n * items} = {above}.") + Alternative(number, n, items, unit),
            $"{below} or {above}");

        string Near(decimal sum) => number.Print((double)(sum / ((decimal)n * items * unit)));
    }

    // The nearest smaller n says how many answers may be missing.
    private static string Alternative(ReportedNumber number, int n, int items, decimal unit)
    {
        for (var fewer = n - 1; fewer > Math.Max(0, n - 10); fewer--)
        {
            var (lowest, highest) = Sums(number, (decimal)fewer * items, unit);
            if (lowest <= highest)
                return Text($" With {fewer} cases it is possible ({lowest}/{(long)fewer * items}), so at least {n - fewer} may be missing.");
        }

        return "";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
