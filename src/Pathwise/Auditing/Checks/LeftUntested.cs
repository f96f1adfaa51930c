using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>Numbers that no check touched, with the reason.</summary>
internal static class LeftUntested
{
    private const string Name = "no check";

    public static IEnumerable<Finding> Apply(PublishedStatistics published, IReadOnlyList<Finding> findings)
    {
        var touched = findings.Select(finding => finding.Statistic.Id)
            .Concat(published.Statistics.SelectMany(statistic => statistic.Links.Values).SelectMany(StatisticLinks.Ids))
            .ToHashSet(StringComparer.Ordinal);
        return published.Statistics
            .Where(statistic => statistic.Number is not null && statistic.Kind != StatisticKind.Number)
            .Where(statistic => !touched.Contains(statistic.Id) && statistic.Links.Count == 0 && !statistic.Details.ContainsKey("whole"))
            .Select(statistic => Findings.Untestable(statistic, Name, Reason(statistic.Kind)));
    }

    private static string Reason(StatisticKind kind) => kind switch
    {
        StatisticKind.Srmr => "SRMR is a mean of residual correlations, which are not printed.",
        StatisticKind.Count => "A single count; nothing else that is printed depends on it.",
        StatisticKind.DegreesOfFreedom => "The number of observed variables is not stated with it.",
        StatisticKind.PValue => "The statistic that it belongs to is not printed.",
        StatisticKind.ChiSquare or StatisticKind.T or StatisticKind.Z or StatisticKind.F or StatisticKind.Correlation => "No p is printed with it.",
        _ => "Nothing else that is printed depends on it.",
    };
}
