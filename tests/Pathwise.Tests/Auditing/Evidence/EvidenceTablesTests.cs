using Pathwise.Auditing.Evidence;
using Pathwise.Psychometrics;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Evidence;

/// <summary>The verbs, and what they count in data/evidence.</summary>
public sealed class EvidenceTablesTests
{
    [Fact]
    public void Coverage_CountsTheThingsInEachCell()
    {
        using var folder = new StatisticsFolder();
        var table = DataTable.Read(folder.Write("t.csv", "what,sort,who\np,x,a; b\nq,y,\n"));
        var matrix = table.Coverage("what", ["who"], "sort");
        Assert.Equal((2, 0), (matrix[0, 0], matrix[1, 0]));
        Assert.Equal(["x", "y"], matrix.Groups);
        Assert.Contains("line 3: the column 'who' is blank", Assert.Throws<InputException>(() => table.Coverage("who", ["what"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Firms_AreTwentyAndParticipantsElevenInEachStage()
    {
        var firms = Table("firms.csv");
        Assert.Equal((10, 10), (firms.CountRows("stage = 1"), firms.CountRows("stage = 2")));
        Assert.Equal((11, 11), (firms.SumRows("stage = 1", "participants"), firms.SumRows("stage = 2", "participants")));
        Assert.Equal(["C", "K"], firms.TextsWhere("firm", "participants = 2"));
    }

    [Fact]
    public void Articles_AgreeWithTheText()
    {
        var articles = Table("articles.csv");
        Assert.Equal(21, articles.CountRows("all"));
        Assert.Equal((12, 10), (articles.CountRows("data = both"), articles.CountRows("data = both & needs = both")));
        var cross = articles.Cross("research", "data");
        Assert.Equal(21, Enumerable.Range(0, cross.Rows.Count).Sum(i => Enumerable.Range(0, cross.Columns.Count).Sum(j => cross[i, j])));
    }

    [Fact]
    public void Articles_TextAndTable_DisagreeOnOneOfTwelve()
    {
        var kappa = Table("articles.csv").CohenKappa("needs in the text", "needs");
        Assert.Equal(12, kappa.Count);
        Assert.Equal(11 / 12.0, kappa.Observed, 1e-12);
    }

    [Fact]
    public void Processes_WithoutAnArticle_AreFiveAndNotTheSixNamed()
    {
        var processes = Table("processes.csv");
        var gaps = processes.Coverage("process", ["articles", "questions"], "practice").Gaps("articles");
        var named = processes.TextsWhere("process", "named as a gap in the text = yes");
        Assert.Equal((16, 5, 6), (processes.Count, gaps.Count, named.Count));
        Assert.Equal(["aligning indicators of top management"], gaps.Except(named));
    }

    [Fact]
    public void Topics_EachHaveAThemeArticlesAndQuestions()
    {
        var matrix = Table("topics.csv").Coverage("topic", ["interviews", "articles", "questions"]);
        Assert.All(matrix.Columns, column => Assert.Empty(matrix.Gaps(column)));
    }

    [Fact]
    public void Agenda_NamesKnownTopicsOnly()
    {
        var topics = Table("topics.csv");
        Assert.Subset(topics.Texts("topic").ToHashSet(), Table("agenda.csv").Texts("topic").ToHashSet());
        Assert.Equal(topics.Texts("topic").Order(StringComparer.Ordinal), Table("agenda.csv").Texts("topic").Distinct().Order(StringComparer.Ordinal));
    }

    private static DataTable Table(string file) => DataTable.Read(Repository.Path("data", "evidence", file));
}
