using System.Text.Json;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Deposit;
using Pathwise.Notebooks.Replication;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>The way of a made-up study from an export of Qualtrics to a study and a report; tests/studies/check-export.sh goes it with every notebook.</summary>
[Trait("pace", "slow")]
public sealed class ExportedStudyTests : IDisposable
{
    private const string Name = "remote-work";

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_AnExportOfQualtrics_IsADraftThatTheAuthorConfirms()
    {
        var run = await CommandRun.OfAsync("import", Fixture("qualtrics.csv"), "--out", _folder);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Contains("6 responses are previews and were left out", run.Output, StringComparison.Ordinal);
        Assert.Contains("-99 (far from the other values) in aut_1", run.Output, StringComparison.Ordinal);
        Confirm();
        var survey = SurveyData.Read(Answers);
        Assert.Equal(["aut_3", "sup_3"], survey.Codebook.Items.Where(item => item.IsReversed).Select(item => item.Name));
        var report = survey.Clean();
        Assert.Equal((344, 305), (report.Started, report.Usable));
        Assert.Equal(["prefer not to say", "seen and not answered", "does not apply"], report.Missing.OrderByDescending(each => each.Answers).Select(each => each.Reason));
    }

    [Fact]
    public async Task New_OfTheConfirmedDraft_IsAStudyThatLacksNothing()
    {
        await ImportAsync();
        var run = await CommandRun.OfAsync(
            "new", Path.Combine(_folder, "study"), "--codebook", Codebook.PathBeside(Answers), "--data", Answers, "--model", Fixture("lav"),
            "--hypothesis", "H1: support -> exhaustion -> commitment -> turnover: negative");
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        Assert.Empty(StudyCheck.Faults(new Study(Path.Combine(_folder, "study"))));
        Assert.Contains("`aut_3`", File.ReadAllText(Path.Combine(_folder, "study", "notebooks", "00-start-here.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_OfTheConfirmedDraft_CountsWhatIsMissingAndSaysThatNobodyAnswered()
    {
        await ImportAsync();
        var paper = Path.Combine(_folder, "paper");
        var run = await CommandRun.OfAsync(
            "report", Fixture("lav"), "--data", Answers, "--compare", Fixture("direct.lav"), "--bootstrap", "50", "--bollen-stine", "40", "--seed", "1", "--out", paper);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        var tables = File.ReadAllText(Path.Combine(paper, "tables.md"));
        string[] expected =
        [
            "SYNTHETIC DATA", "| Left out: consent refused | 4 |", "Answers missing by code in the data as collected: prefer not to say ", "seen and not answered ", "does not apply ",
            "p (Bollen-Stine)", "40 samples of data that were transformed so that the model holds (seed 1)", "| remote-work.direct |",
        ];
        Assert.All(expected, words => Assert.Contains(words, tables, StringComparison.Ordinal));
    }

    private string Answers => Path.Combine(_folder, "answers.csv");

    private static string Fixture(string ending) => Repository.Fixture("studies", $"{Name}.{ending}");

    private async Task ImportAsync()
    {
        Assert.Equal(ExitCode.Done, (await CommandRun.OfAsync("import", Fixture("qualtrics.csv"), "--out", _folder)).ExitCode);
        Confirm();
    }

    private void Confirm()
    {
        var path = Codebook.PathBeside(Answers);
        var draft = File.ReadAllText(path);
        foreach (var pair in JsonSerializer.Deserialize<string[][]>(File.ReadAllText(Fixture("confirm.json")))!)
        {
            Assert.Contains(pair[0], draft, StringComparison.Ordinal);
            draft = draft.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        File.WriteAllText(path, draft);
    }
}
