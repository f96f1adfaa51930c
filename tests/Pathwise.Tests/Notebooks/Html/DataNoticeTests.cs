using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class DataNoticeTests
{
    private static readonly string Data = Repository.Path("data");

    [Theory]
    [InlineData("DataTable.Read($\"{dataFolder}/examples/political-democracy.csv\")", "REAL DATA")]
    [InlineData("SurveyData.Read($\"{dataFolder}/raw/executives.csv\")", "SYNTHETIC DATA")]
    [InlineData("Read($\"{dataFolder}/examples/political-democracy.csv\"); Read($\"{dataFolder}/raw/executives.csv\")", "SYNTHETIC DATA")]
    [InlineData("Read($\"{dataFolder}/examples/political-democracy.csv\"); Read($\"{dataFolder}/published\")", "REAL DATA")]
    [InlineData("1 + 1", "SYNTHETIC DATA")]
    public void Of_ANotebook_SaysWhatItsDataAre(string code, string words)
    {
        var notice = DataNotice.Of(new Notebook([new(CellKind.Markdown, "m", "/examples/"), new(CellKind.Code, "c", code)]), Data);
        Assert.Contains(words, notice, StringComparison.Ordinal);
        Assert.DoesNotContain(words == "REAL DATA" ? "SYNTHETIC" : "REAL DATA", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Read($\"{dataFolder}/raw/academics.csv\")", 1)]
    [InlineData("Read($\"{dataFolder}/raw/academics.csv\"); Read($\"{dataFolder}/raw/executives.csv\")", 2)]
    [InlineData("Read($\"{dataFolder}/published\"); Read($\"{dataFolder}/evidence/firms.csv\")", 0)]
    public void Of_ANotebook_NamesWhatItReadsInOneBox(string code, int surveys)
    {
        var notice = DataNotice.Of(new Notebook([new(CellKind.Code, "c", code)]), Data);
        Assert.Equal((Math.Min(surveys, 1), surveys), (notice.Split("class=\"notice\"").Length - 1, notice.Split("<strong>Survey of ").Length - 1));
    }

    [Fact]
    public void Of_TheExamples_NamesTheirCollectorInFull() =>
        Assert.Contains("first analysed by Kenneth Bollen (1979, 1980);", DataNotice.Of(Repository.Path("data", "examples")), StringComparison.Ordinal);
}
