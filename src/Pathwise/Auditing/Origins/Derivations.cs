using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Origins;

/// <summary>
/// Which quantities a published statistic is a function of: what the file declares as its inputs, and what its links say. A whole is the
/// sum of its parts and a part the rest of the whole; a percentage is a count and its base; a total effect the sum of its paths; p belongs to its
/// statistic; an index of fit to chi-square and, where it compares, to one other index or the baseline.
/// </summary>
internal static class Derivations
{
    private static readonly string[] Sums = ["sum", "paths"];

    private static readonly (StatisticKind Kind, string[][] Roles)[] OfIndices =
    [
        (StatisticKind.Percentage, [["count", "base"]]),
        (StatisticKind.Rmsea, [["chi-square"]]),
        (StatisticKind.Cfi, [["chi-square", "baseline"]]),
        (StatisticKind.Tli, [["chi-square", "baseline"], ["chi-square", "cfi"]]),
        (StatisticKind.Aic, [["chi-square"]]),
        (StatisticKind.Bic, [["chi-square"], ["aic"]]),
    ];

    /// <summary>Sets of quantities, any of which determines a statistic.</summary>
    public static IEnumerable<(string Of, string[] From)> In(PublishedStatistics published) => published.Statistics.SelectMany(Of);

    private static IEnumerable<(string Of, string[] From)> Of(ReportedStatistic statistic)
    {
        if (statistic.Inputs.Count > 0)
            yield return (statistic.Id, [.. statistic.Inputs]);
        foreach (var role in Sums.Where(statistic.Links.ContainsKey))
            yield return (statistic.Id, StatisticLinks.Ids(statistic.Links[role]));
        foreach (var part in Parts(statistic))
            yield return part;
        foreach (var set in OfIndices.Where(each => each.Kind == statistic.Kind).SelectMany(each => each.Roles).Where(set => set.All(statistic.Links.ContainsKey)))
            yield return (statistic.Id, [.. set.SelectMany(role => StatisticLinks.Ids(statistic.Links[role]))]);
        if (IsOfTestStatistic(statistic) && statistic.Links.TryGetValue("p", out var p))
            yield return (p, [statistic.Id]);
    }

    private static IEnumerable<(string Of, string[] From)> Parts(ReportedStatistic whole)
    {
        if (!whole.Links.TryGetValue("sum", out var link) || link.Contains('*', StringComparison.Ordinal))
            return [];
        var parts = StatisticLinks.Ids(link);
        return parts.Select(part => (part, (string[])[whole.Id, .. parts.Where(other => other != part)]));
    }

    private static bool IsOfTestStatistic(ReportedStatistic statistic) =>
        statistic.Kind is StatisticKind.ChiSquare or StatisticKind.T or StatisticKind.Z or StatisticKind.F or StatisticKind.Correlation;
}
