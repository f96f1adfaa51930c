using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Percentages of a whole, of which each case belongs to one: which numbers of cases make all of them possible at once? Each
/// is a whole number of cases, and these add up to the base (GRIM, Brown and Heathers, 2017, for several shares together).
/// </summary>
public static class SharesOfWhole
{
    private const string Name = "shares of a whole";

    /// <summary>Whether so many cases can be split into the printed percentages.</summary>
    public static bool IsPossible(IReadOnlyList<ReportedNumber> shares, int cases)
    {
        var counts = shares.Select(share => Grim.Sums(share, cases, 0.01m)).ToArray();
        return counts.All(count => count.Lowest <= count.Highest)
            && counts.Sum(count => count.Lowest) <= cases && cases <= counts.Sum(count => count.Highest);
    }

    /// <summary>All numbers of cases up to a limit that can be split into the printed percentages.</summary>
    public static IReadOnlyList<int> PossibleBases(IReadOnlyList<ReportedNumber> shares, int limit) =>
        [.. Enumerable.Range(1, limit).Where(cases => IsPossible(shares, cases))];

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) => published.Statistics
        .Where(statistic => statistic.Kind == StatisticKind.Percentage && statistic.Number!.Relation == Relation.Equal && statistic.Details.ContainsKey("whole"))
        .GroupBy(statistic => statistic.Details["whole"])
        .Select(whole => Check(published, [.. whole]));

    private static Finding Check(PublishedStatistics published, ReportedStatistic[] shares)
    {
        var numbers = Array.ConvertAll(shares, share => share.Number!);
        var list = string.Join(", ", shares.Select(share => share.Printed));
        if (shares[0].N is not { } n || shares.Any(share => share.N != n))
            return Findings.Untestable(shares[0], Name, $"How many cases {list} are shares of is not printed.");
        if (IsPossible(numbers, n))
            return Findings.Judged(shares[0], Name, true, $"{list} are shares of {n}: {Counts(numbers, n)}.", Text(n));
        var bases = PossibleBases(numbers, n);
        return Findings.Judged(shares[0], Name, false, $"{list} cannot all be shares of {n}. {Alternatives(published, numbers, n, bases)}", Bases(bases));
    }

    private static string Alternatives(PublishedStatistics published, ReportedNumber[] shares, int n, IReadOnlyList<int> bases) => bases switch
    {
        [] => $"No base up to {n} yields all of them.",
        [var only] => $"The only base up to {n} that yields all of them is {only} ({Counts(shares, only)}){Origin(published, n, only)}.",
        _ => $"Bases up to {n} that yield all of them: {Bases(bases)}.",
    };

    // A base that is a part of the parts of n tells who was left out.
    private static string Origin(PublishedStatistics published, int n, int only)
    {
        var whole = published.Statistics.FirstOrDefault(statistic => statistic.Kind == StatisticKind.Count
            && statistic.Number!.Value == n && statistic.Links.ContainsKey("sum"));
        if (whole is null)
            return "";
        var parts = StatisticLinks.Ids(whole.Links["sum"]).Select(id => published[id]).ToArray();
        var pairs =
            from i in Enumerable.Range(0, parts.Length)
            from j in Enumerable.Range(i + 1, parts.Length - i - 1)
            where parts[i].Number!.Value + parts[j].Number!.Value == only
            select $", which is {parts[i].Printed} + {parts[j].Printed}: {parts[i].What} and {parts[j].What}";
        return pairs.FirstOrDefault() ?? "";
    }

    private static string Counts(ReportedNumber[] shares, int cases) => string.Join(", ", shares.Select(share =>
    {
        var (lowest, highest) = Grim.Sums(share, cases, 0.01m);
        return RangeText.Of(new ValueRange((double)lowest, (double)highest), 0);
    }));

    private static string Bases(IReadOnlyList<int> bases) => string.Join(", ", bases.Take(10).Select(Text)) + (bases.Count > 10 ? ", ..." : "");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
