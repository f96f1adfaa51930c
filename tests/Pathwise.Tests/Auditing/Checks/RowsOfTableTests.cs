using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class RowsOfTableTests
{
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
        var report = PublishedStatistics.Of([Given.As(StatisticKind.Count, printed).With("table: t.csv", rows)], folder.Path).Audit();
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
        var report = PublishedStatistics.Of([Given.As(StatisticKind.Count, printed).With([.. details, "table: t.csv"])], folder.Path).Audit();
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
        var published = PublishedStatistics.Of([Given.As(StatisticKind.Count, "1").With(table, rows)], folder.Path);
        Assert.Contains(message, Assert.Throws<InputException>(() => published.Audit()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meeting_SeveralConditions_MustAllHold()
    {
        var table = DataTable.Of(["a", "b"], new double[,] { { 1, 2 }, { 1, 3 }, { 2, 2 } });
        Assert.Equal([0, 1, 2], RowsOfTable.Meeting(table, "all"));
        Assert.Equal([1], RowsOfTable.Meeting(table, "a = 1 & b != 2"));
        Assert.Empty(RowsOfTable.Meeting(table, "a = 3"));
    }
}
