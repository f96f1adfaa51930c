using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class DescribedModelTests
{
    [Fact]
    public void Audit_ADescribedModel_IsCountedFromItsSyntax()
    {
        using var folder = new StatisticsFolder();
        folder.Write("m.lav", "f =~ x1 + x2 + x3\ng =~ a*x4 + a*x5 + x6");
        folder.Write("n.lav", "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6");
        var df = Given.As(StatisticKind.DegreesOfFreedom, "9").With("variables: 6", "syntax: m.lav");
        var lrt = Given.As(StatisticKind.DegreesOfFreedom, "1", "y").With("syntax: m.lav", "against: n.lav");
        var report = PublishedStatistics.Of([df, lrt], folder.Path).Audit();
        Assert.All(report.Findings, finding => Assert.Equal(FindingStatus.Consistent, finding.Status));
        Assert.Equal(["9", "1"], report.Findings.Select(finding => finding.Recomputed));
    }

    [Fact]
    public void Audit_AModelThatIsNotThereOrCannotBeRead_IsAMistake()
    {
        using var folder = new StatisticsFolder();
        folder.Write("m.lav", "f =~");
        var df = Given.As(StatisticKind.DegreesOfFreedom, "9");
        Assert.Contains("none.lav does not exist", Mistake(df.With("variables: 6", "syntax: none.lav"), folder.Path), StringComparison.Ordinal);
        Assert.Contains("m.lav: ", Mistake(df.With("variables: 6", "syntax: m.lav"), folder.Path), StringComparison.Ordinal);
        Assert.Contains("'variables' is 'six'", Mistake(df.With("variables: six"), folder.Path), StringComparison.Ordinal);
    }

    private static string Mistake(ReportedStatistic statistic, string folder) =>
        Assert.Throws<InputException>(() => PublishedStatistics.Of([statistic], folder).Audit()).Message;
}
