using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>Shares, sums, lists, tables, and what is said twice.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData("43.5%", FindingStatus.Consistent)]
    [InlineData("43.4%", FindingStatus.Inconsistent)]
    public void Audit_AShare_FollowsFromItsCount(string printed, FindingStatus status) => Assert.Equal(status, Reported.AuditOne(
        "share of a count",
        Reported.As(StatisticKind.Percentage, printed).Linked("count: k", "base: n"),
        Reported.As(StatisticKind.Count, "40", "k"),
        Reported.As(StatisticKind.Count, "92", "n")).Status);

    [Fact]
    public void Audit_AShareOfNobodyKnowsWhat_IsUntestable() => Assert.Equal(FindingStatus.Untestable, Reported.AuditOne(
        "share of a count", Reported.As(StatisticKind.Percentage, "43.5%").Linked("count: k"), Reported.As(StatisticKind.Count, "40", "k")).Status);

    [Fact]
    public void PossibleBases_OfTheFourRegions_AreSeventyOneAlone()
    {
        ReportedNumber[] shares = [.. new[] { "60.6 %", "7.0 %", "31.0 %", "1.4 %" }.Select(ReportedNumber.Parse)];
        Assert.Equal([71], SharesOfWhole.PossibleBases(shares, 92));
        Assert.False(SharesOfWhole.IsPossible(shares, 92));
    }

    [Theory]
    [InlineData(71, FindingStatus.Consistent, "are shares of 71: 43, 5, 22, 1.")]
    [InlineData(92, FindingStatus.Inconsistent, "The only base up to 92 that yields all of them is 71 (43, 5, 22, 1).")]
    [InlineData(50, FindingStatus.Inconsistent, "No base up to 50 yields all of them.")]
    public void Audit_SharesOfAWhole_NeedABaseThatYieldsAll(int n, FindingStatus status, string message)
    {
        string[] texts = ["60.6%", "7.0%", "31.0%", "1.4%"];
        var shares = texts.Select((text, i) => Reported.As(StatisticKind.Percentage, text, $"s{i}").With("whole: region") with { N = n });
        var finding = Reported.AuditOne("shares of a whole", [.. shares]);
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ABaseThatIsTwoOfTheParts_SaysWhich()
    {
        string[] texts = ["60.6%", "7.0%", "31.0%", "1.4%"];
        var shares = texts.Select((text, i) => Reported.As(StatisticKind.Percentage, text, $"s{i}").With("whole: region") with { N = 92 });
        var counts = new[] { ("a", "40"), ("b", "31"), ("c", "21") }.Select(pair => Reported.As(StatisticKind.Count, pair.Item2, pair.Item1));
        var whole = Reported.As(StatisticKind.Count, "92", "n").Linked("sum: a + b + c");
        var finding = Reported.AuditOne("shares of a whole", [.. shares, .. counts, whole]);
        Assert.Contains("which is 40 + 31", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_SharesWithoutN_AreUntestable() => Assert.Equal(
        FindingStatus.Untestable, Reported.AuditOne("shares of a whole", Reported.As(StatisticKind.Percentage, "60.6%").With("whole: region")).Status);

    [Theory]
    [InlineData("16", FindingStatus.Consistent)]
    [InlineData("17", FindingStatus.Inconsistent)]
    public void Audit_AWhole_IsTheSumOfItsParts(string printed, FindingStatus status) => Assert.Equal(status, Reported.AuditOne(
        "sum of parts",
        Reported.As(StatisticKind.Count, printed).Linked("sum: a + b"),
        Reported.As(StatisticKind.Count, "11", "a"),
        Reported.As(StatisticKind.Count, "five", "b")).Status);

    [Theory]
    [InlineData("six", FindingStatus.Consistent)]
    [InlineData("five", FindingStatus.Inconsistent)]
    public void Audit_ACount_IsThatOfTheNamesListed(string printed, FindingStatus status)
    {
        var finding = Reported.AuditOne(
            "names listed", Reported.As(StatisticKind.Count, printed).Linked("listed: l"), Reported.As(StatisticKind.List, "a; b; c; d; e; f", "l"));
        Assert.Equal((status, "6"), (finding.Status, finding.Recomputed));
    }

    [Fact]
    public void Audit_AListThatIsNone_IsAMistake() => Assert.Contains("but that is a claim", Assert.Throws<InputException>(() => Reported.Audit(
        "", Reported.As(StatisticKind.Count, "5").Linked("listed: l"), Reported.As(StatisticKind.Claim, "a", "l"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(StatisticKind.Claim, "sales", "Sales", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Claim, "sales", "operations", FindingStatus.Inconsistent)]
    [InlineData(StatisticKind.Count, "five", "5", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Count, "five", "6", FindingStatus.Inconsistent)]
    [InlineData(StatisticKind.Mean, "5.1", "5.14", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Mean, "5.1", "5.2", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Mean, "5.10", "5.20", FindingStatus.Inconsistent)]
    public void Audit_WhatIsSaidTwice_MustBeTheSame(StatisticKind kind, string one, string other, FindingStatus status) =>
        Assert.Equal(status, Reported.AuditOne("said twice", Reported.As(kind, one).Linked("same: y"), Reported.As(kind, other, "y")).Status);

    [Theory]
    [InlineData("2", "rows: kind = a", FindingStatus.Consistent)]
    [InlineData("3", "rows: kind = a", FindingStatus.Inconsistent)]
    [InlineData("1", "rows: kind = a & note != ", FindingStatus.Consistent)]
    [InlineData("1", "rows: note = ", FindingStatus.Consistent)]
    [InlineData("3", "rows: all", FindingStatus.Consistent)]
    public void Audit_ACount_IsThatOfTheRowsOfItsTable(string printed, string rows, FindingStatus status)
    {
        using var folder = new StatisticsFolder();
        folder.Write("t.csv", "kind,note,size\na,x,2\na,,3\nb,y,5\n");
        var report = PublishedStatistics.Of([Reported.As(StatisticKind.Count, printed).With("table: t.csv", rows)], folder.Path).Audit();
        Assert.Equal(status, report.Findings[0].Status);
    }

    [Theory]
    [InlineData("5", new[] { "rows: kind = a", "total: size" }, FindingStatus.Consistent)]
    [InlineData("9", new[] { "rows: kind = a", "relation: at most" }, FindingStatus.Consistent)]
    [InlineData("1", new[] { "rows: kind = a", "relation: at most" }, FindingStatus.Inconsistent)]
    public void Audit_ATotalOrAPartOfATable_IsCountedAsStated(string printed, string[] details, FindingStatus status)
    {
        using var folder = new StatisticsFolder();
        folder.Write("t.csv", "kind,size\na,2\na,3\nb,5\n");
        var report = PublishedStatistics.Of([Reported.As(StatisticKind.Count, printed).With([.. details, "table: t.csv"])], folder.Path).Audit();
        Assert.Equal(status, report.Findings[0].Status);
    }

    [Theory]
    [InlineData("table: none.csv", "rows: all", "none.csv does not exist")]
    [InlineData("table: t.csv", "rows: kind", "'kind' is no condition")]
    [InlineData("table: t.csv", "rows: sort = a", "sort")]
    [InlineData("table: t.csv", "relation: at most", "needs the detail 'rows'")]
    public void Audit_ATableThatCannotBeCounted_IsAMistake(string table, string rows, string message)
    {
        using var folder = new StatisticsFolder();
        folder.Write("t.csv", "kind,size\na,2\n");
        var published = PublishedStatistics.Of([Reported.As(StatisticKind.Count, "1").With(table, rows)], folder.Path);
        Assert.Contains(message, Assert.Throws<InputException>(() => published.Audit()).Message, StringComparison.Ordinal);
    }
}
