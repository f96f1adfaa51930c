using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>Published models, whose df, RMSEA, CFI and TLI must come out consistent, and fail when one of them is changed.</summary>
public sealed class ModelFitTests
{
    private static readonly DataTable Models = DataTable.Read(Repository.Fixture("audit", "models.csv"));

    public static TheoryData<int> Rows => new(Enumerable.Range(0, Models.Count));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Audit_APublishedModel_IsConsistent(int row)
    {
        var report = PublishedStatistics.Of(Statistics(row)).Audit();
        Assert.DoesNotContain(report.Findings, finding => finding.Status == FindingStatus.Inconsistent);
        Assert.Contains(report.Findings, finding => finding.Check == "df of the model");
    }

    [Theory]
    [InlineData("df", "22", "df of the model")]
    [InlineData("rmsea", ".095", "RMSEA from chi-square")]
    [InlineData("tli", ".910", "baseline chi-square")]
    [InlineData("cfi", ".921", "baseline chi-square")]
    public void Audit_AChangedNumber_IsFound(string id, string printed, string check)
    {
        var changed = Statistics(0).Select(statistic => statistic.Id == id ? statistic with { Printed = printed, Number = ReportedNumber.Parse(printed) } : statistic);
        var report = PublishedStatistics.Of([.. changed]).Audit();
        Assert.Contains(report.Findings, finding => finding.Check == check && finding.Status == FindingStatus.Inconsistent);
    }

    [Fact]
    public void Audit_WithoutWhatTheIndexNeeds_IsUntestable()
    {
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("baseline chi-square", Given.As(StatisticKind.Cfi, ".95")).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("baseline chi-square", Given.As(StatisticKind.Tli, ".95")).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("RMSEA from chi-square", Given.As(StatisticKind.Rmsea, ".05")).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("no check", Given.As(StatisticKind.Srmr, ".05")).Status);
    }

    private static ReportedStatistic[] Statistics(int row)
    {
        string? Text(string name) => Models.Texts(name)[row];
        int Whole(string name) => (int)Models.Numbers(name)[row];
        var variables = $"variables: {Whole("variables")}";
        ReportedStatistic?[] all =
        [
            Given.As(StatisticKind.ChiSquare, Text("chi-square")!, "chi-square") with { DegreesOfFreedom = [Whole("df")] },
            Given.As(StatisticKind.DegreesOfFreedom, Text("df")!, "df").With(variables, $"parameters: {Whole("parameters")}"),
            Given.As(StatisticKind.Rmsea, Text("rmsea")!, "rmsea").Linked("chi-square: chi-square") with { N = Whole("n") },
            Given.As(StatisticKind.Cfi, Text("cfi")!, "cfi").Linked("chi-square: chi-square").With(variables),
            Text("tli") is { } tli ? Given.As(StatisticKind.Tli, tli, "tli").Linked("chi-square: chi-square", "cfi: cfi").With(variables) : null,
            Text("baseline") is { } baseline ? Given.As(StatisticKind.ChiSquare, baseline, "baseline") : null,
        ];
        var present = all.OfType<ReportedStatistic>().ToArray();
        return present.Any(statistic => statistic.Id == "baseline")
            ? [.. present.Select(statistic => statistic.Id == "cfi" ? statistic.Linked("chi-square: chi-square", "baseline: baseline") : statistic)]
            : present;
    }
}
