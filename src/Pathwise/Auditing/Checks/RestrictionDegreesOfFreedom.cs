using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Degrees of freedom of a test between nested models: the difference of their free parameters. The details 'syntax' and
/// 'against' name the files of the restricted and of the freer model.
/// </summary>
internal static class RestrictionDegreesOfFreedom
{
    public static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.DegreesOfFreedom && statistic.Details.ContainsKey("against")
        let restricted = DescribedModel.InFile(published, statistic, "syntax")
        let free = DescribedModel.InFile(published, statistic, "against")
        where restricted is not null && free is not null
        select Check(statistic, restricted.Value, free.Value);

    private static Finding Check(ReportedStatistic statistic, int restricted, int free) => Findings.Judged(
        statistic,
        "df of a restriction",
        statistic.Number!.Value == free - restricted,
        string.Create(CultureInfo.InvariantCulture, $"The freer model has {free} free parameters and the restricted one {restricted}; printed is df = {statistic.Printed}."),
        (free - restricted).ToString(CultureInfo.InvariantCulture));
}
