using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class NamesInTableTests
{
    [Theory]
    [InlineData("A; b", "column: firm, relation: among", FindingStatus.Consistent, "All that are named are there.")]
    [InlineData("A; X", "column: firm, relation: among", FindingStatus.Inconsistent, "Not there: X.")]
    [InlineData("A; B", "column: firm", FindingStatus.Inconsistent, "Only there: C.")]
    [InlineData("one; two", "column: sources, rows: firm = A", FindingStatus.Consistent, "names 2; t.csv has 2")]
    [InlineData("one; two; three", "column: sources, rows: firm = A", FindingStatus.Inconsistent, "names 3; t.csv has 2. Not there: three.")]
    public void Audit_Names_AreThoseOfTheColumn(string names, string details, FindingStatus status, string message)
    {
        using var folder = Folder();
        var finding = Assert.Single(PublishedStatistics.Of([Given.As(StatisticKind.List, names).With(["table: t.csv", .. details.Split(", ")])], folder.Path).Audit().Findings);
        Assert.Equal(status, finding.Status);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rows: firm = A & sources != ", "relation: none", FindingStatus.Inconsistent)]
    [InlineData("rows: firm = B & sources != ", "relation: none", FindingStatus.Consistent)]
    [InlineData("rows: firm = A & sources != ", "relation: some", FindingStatus.Consistent)]
    [InlineData("rows: firm = Z", "relation: some", FindingStatus.Inconsistent)]
    public void Audit_AClaimThatThereAreNone_IsSetBesideTheRows(string rows, string relation, FindingStatus status)
    {
        using var folder = Folder();
        var report = PublishedStatistics.Of([Given.As(StatisticKind.Claim, "so").With("table: t.csv", rows, relation)], folder.Path).Audit();
        Assert.Equal(status, Assert.Single(report.Findings).Status);
    }

    [Theory]
    [InlineData(StatisticKind.List, "table: t.csv", "needs the detail 'column'")]
    [InlineData(StatisticKind.List, "table: none.csv", "none.csv does not exist")]
    [InlineData(StatisticKind.Claim, "table: t.csv, rows: all", "needs the detail 'relation'; expected none or some")]
    public void Audit_WhatIsNotSaid_IsAskedFor(StatisticKind kind, string details, string expected)
    {
        using var folder = Folder();
        var published = PublishedStatistics.Of([Given.As(kind, "x").With(details.Split(", "))], folder.Path);
        Assert.Contains(expected, Assert.Throws<InputException>(() => published.Audit()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_NamesThatAreAnnounced_AreAmongThoseReported()
    {
        var reported = Given.As(StatisticKind.List, "a; b; c", "reported");
        Assert.Equal(FindingStatus.Consistent, Given.AuditOne("named and reported", Given.As(StatisticKind.List, "c; A", "x").Linked("among: reported"), reported).Status);
        Assert.Contains("names d, which", Given.AuditOne("named and reported", Given.As(StatisticKind.List, "a; d", "x").Linked("among: reported"), reported).Message, StringComparison.Ordinal);
    }

    private static StatisticsFolder Folder()
    {
        var folder = new StatisticsFolder();
        folder.Write("t.csv", "firm,sources\nA,one; two\nB,\nC,three\n");
        return folder;
    }
}
