using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class PublishedStatisticsTests
{
    private const string Header = "id,what,kind,printed,place,df,n,links,details,notebook,why\n";

    [Fact]
    public void Read_ATable_KeepsTextsNumbersLinksAndDetails()
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.csv", Header + "x.f,an F,F,5.10,Table 1,\"2, 30\",33,p: x.p,tails: 1,01-fit,\nx.p,its p,p,.012,Table 1,,,,,,no data\n");
        var published = PublishedStatistics.Read(file);
        var f = published["x.f"];
        Assert.Equal(("5.10", 2, StatisticKind.F, 33), (f.Printed, f.Number!.Decimals, f.Kind, f.N));
        Assert.Equal([2, 30], f.DegreesOfFreedom);
        Assert.Equal(("x.p", "1", "01-fit", null), (f.Links["p"], f.Details["tails"], f.Notebook, f.Why));
        Assert.Equal("no data", published["x.p"].Why);
    }

    [Fact]
    public void Read_AFolder_TakesItsFilesByNameAndLinksAcrossThem()
    {
        using var folder = new StatisticsFolder();
        folder.Write("b.yaml", "- id: b\n  what: b\n  kind: count\n  printed: 3\n  place: p\n  links: { sum: a + a }\n");
        folder.Write("a.csv", Header + "a,a,count,1,p,,,,,,\n");
        folder.Write("notes.txt", "not read");
        Assert.Equal(["a", "b"], PublishedStatistics.Read(folder.Path).Statistics.Select(statistic => statistic.Id));
    }

    [Theory]
    [InlineData("x,x,chisq,1,p,,,,,,", "line 2: the kind 'chisq' is not known; expected one of: count,")]
    [InlineData("x,x,mean,high,p,,,,,,", "line 2: the printed text 'high' is not a number")]
    [InlineData("x,x,mean,1,p,,,p: y,,,", "line 2: 'x' links to 'y' (p), but no statistic has this id")]
    [InlineData("x,x,mean,1,p,,,pp: x,,,", "line 2: 'pp' in links is not known; expected one of: p,")]
    [InlineData("x,x,mean,1,p,,,p,,,", "line 2: 'p' in links is not of the form 'name: value'")]
    [InlineData("x,x,mean,1,p,,,,item: 3,,", "line 2: 'item' in details is not known")]
    [InlineData("x,x,mean,1,p,0,,,,,", "line 2: the df '0' is not a positive number")]
    [InlineData("x,x,F,1,p,3,,,,,", "line 2: the df '3' are 1 numbers; expected 2")]
    [InlineData("x,x,mean,1,p,,2.5,,,,", "line 2: the n '2.5' is not a positive whole number")]
    [InlineData("x,,mean,1,p,,,,,,", "line 2: the field 'what' is missing")]
    [InlineData("x y,x,mean,1,p,,,,,,", "line 2: the id 'x y' may hold letters")]
    [InlineData("x,x,mean,1,p,,,,,,\nx,x,mean,1,p,,,,,,", "line 3: the id 'x' was given before")]
    public void Read_ATextThatDoesNotFit_NamesLineAndReason(string rows, string message)
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.csv", Header + rows + "\n");
        var mistake = Assert.Throws<InputException>(() => PublishedStatistics.Read(file));
        Assert.Contains($"a.csv, {message}", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Theory]
    [InlineData("id,what,kind,printed\nx,x,count,1\n", "line 1: there is no column 'place'")]
    [InlineData("id,what,kind,printed,place,page\nx,x,count,1,p,3\n", "line 1: the column 'page' is not known")]
    public void Read_AWrongHeader_NamesTheColumn(string text, string message)
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("a.csv", text);
        Assert.Contains(message, Assert.Throws<InputException>(() => PublishedStatistics.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingToRead_SaysWhatWasExpected()
    {
        using var folder = new StatisticsFolder();
        Assert.Contains("has no file of statistics", Mistake(folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Mistake(System.IO.Path.Combine(folder.Path, "none")), StringComparison.Ordinal);
        Assert.Contains("expected the extension", Mistake(folder.Write("a.txt", "x")), StringComparison.Ordinal);
        Assert.Contains("'none'", Assert.Throws<InputException>(() => PublishedStatistics.Of([])["none"]).Message, StringComparison.Ordinal);
    }

    private static string Mistake(string path) => Assert.Throws<InputException>(() => PublishedStatistics.Read(path)).Message;
}
