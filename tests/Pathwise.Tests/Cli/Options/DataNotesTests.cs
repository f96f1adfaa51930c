using Pathwise.Cli.Options;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Cli.Options;

public sealed class DataNotesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-notes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_AValueFarOutside_AsksWhetherItIsACode()
    {
        var notes = DataNotes.Of(Table("x,y\n1,2\n2,1\n3,2\n-99,1\n2,3\n1,1\n3,2\n2,2\n"), ["x", "y"]).ToList();
        Assert.Equal("-99 lies far outside the other values of x (1 case), and was taken as it stands. If it means a missing answer, give --na -99.", Assert.Single(notes));
    }

    [Fact]
    public void Of_OrdinaryAnswers_SaysNothing() => Assert.Empty(DataNotes.Of(Table("x,y\n1,2\n2,1\n3,2\n2,3\n"), ["x", "y"]));

    [Fact]
    public void Of_ADeclaredCodeThatNoCellHas_NamesIt()
    {
        var table = DataTable.Read(Write("x\n1\n2\n3\n"), new ReadingOptions { Missing = ["-7"] });
        Assert.Contains("is -7", Assert.Single(DataNotes.Of(table, ["x"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACleaning_CountsWhatEachRuleLeftOut()
    {
        var report = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean();
        var note = DataNotes.Of(report);
        Assert.Contains($"{report.Usable} of {report.Started} cases are usable", note, StringComparison.Ordinal);
        Assert.All(report.Steps.Where(step => step.LeftOut > 0), step => Assert.Contains($"{step.Reason} {step.LeftOut}", note, StringComparison.Ordinal));
        Assert.EndsWith("reverse-keyed items (2) were recoded.", note, StringComparison.Ordinal);
    }

    private DataTable Table(string text) => DataTable.Read(Write(text));

    private string Write(string text)
    {
        var path = Path.Combine(_folder, "d.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
