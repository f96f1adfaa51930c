using System.Text.Json.Nodes;
using Pathwise.Auditing;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;
using Pathwise.Tests.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Replication;

[Trait("pace", "slow")]
public sealed class ReplicationRunTests : IDisposable
{
    private readonly SmallStudy _study = new();

    public void Dispose() => _study.Dispose();

    [Fact]
    public async Task Run_AStudy_WritesNotebooksPagesAndScorecard()
    {
        var result = await RunAsync();
        Assert.Equal([1, 0, 0, 0, 0, 1], result.Scorecard.Summary.Select(each => each.Count));
        var files = Directory.EnumerateFiles(_study.Output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_study.Output, path)).Order(StringComparer.Ordinal);
        Assert.Equal(["01-count.html", Path.Combine("assets", "search.js"), "index.html", Path.Combine("notebooks", "01-count.ipynb"), "scorecard.html", "scorecard.json"], files);
        Assert.Equal(["replication"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_study.Output)!).Select(path => Path.GetFileName(path)!));
    }

    [Fact]
    public async Task Run_TheScorecard_NamesNotebookAndCell()
    {
        await RunAsync();
        var value = JsonNode.Parse(File.ReadAllText(Path.Combine(_study.Output, "scorecard.json")))!["values"]![0]!;
        Assert.Equal(("n", "3", "3", "reproduced", "01-count", "checks"),
            ((string)value["id"]!, (string)value["published"]!, (string)value["recomputed"]!, (string)value["verdict"]!, (string)value["notebook"]!, (string)value["anchor"]!));
        Assert.Contains("href=\"01-count.html#checks\"", File.ReadAllText(Path.Combine(_study.Output, "scorecard.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EveryPage_SaysWhatTheDataAre()
    {
        await RunAsync();
        foreach (var page in Directory.EnumerateFiles(_study.Output, "*.html"))
            Assert.Contains("A &lt;small&gt; survey.</strong> INVENTED. Nobody answered.", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherData_TakeThePlaceOfTheRepositorys()
    {
        var result = await RunAsync(_study.OtherData("s.csv", "id,s1\na,1\nb,2\n"));
        Assert.Equal(("2", Verdict.Differs), (result.Scorecard.Values[0].Recomputed, result.Scorecard.Values[0].Verdict));
    }

    [Fact]
    public async Task Run_OtherData_AreNotWrittenToAndLieOverTheRepositorys()
    {
        _study.Notebook("02-more", new Cell(CellKind.Code, "p", "var dataFolder = \"../data\";") { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            new Cell(CellKind.Code, "w", "System.IO.File.Copy($\"{dataFolder}/published/p.csv\", $\"{dataFolder}/raw/written.csv\");"));
        var other = _study.OtherData("s.csv", "id,s1\na,1\nb,2\n");
        Assert.Empty((await RunAsync(other)).Failures);
        Assert.False(File.Exists(Path.Combine(other, "raw", "written.csv")));
        Assert.True(File.Exists(Path.Combine(_study.Output, "data", "raw", "written.csv")));
    }

    [Theory]
    [InlineData("s.codebook.yaml", null, "s.codebook.yaml does not exist")]
    [InlineData("s.csv", null, "s.csv does not exist")]
    [InlineData("s.csv", "", "s.csv is empty")]
    [InlineData("s.csv", "id\na\n", "s1")]
    [InlineData("s.codebook.yaml", "title: T\nabout: A\ncolumns: []\nscales:\n  - { name: s, title: S, lowest: 1, highest: 7, items: [ { name: other, text: O } ] }\n", "does not describe: s1")]
    public async Task Run_DataThatDoNotFit_AreRefusedBeforeAnythingRuns(string file, string? text, string expected)
    {
        var mistake = await Assert.ThrowsAsync<InputException>(() => RunAsync(_study.OtherData(file, text)));
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_study.Output));
    }

    [Fact]
    public async Task Run_ADataFolderThatIsNone_IsRefused() =>
        Assert.Contains("is not a folder", (await Assert.ThrowsAsync<InputException>(() => RunAsync("nowhere"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Run_AFailingNotebook_LeavesTheOthersAndSaysWhatFailed()
    {
        _study.Notebook("00-bad", new Cell(CellKind.Markdown, "t", "# Bad"), new Cell(CellKind.Code, "bad", "int.Parse(\"x\")"), new Cell(CellKind.Code, "after", "1"));
        var result = await RunAsync();
        Assert.StartsWith("00-bad.ipynb, cell 2 (bad), line 1: ", Assert.Single(result.Failures).ToString(), StringComparison.Ordinal);
        Assert.Equal(Verdict.Reproduced, result.Scorecard.Values[0].Verdict);
        Assert.Contains("This notebook failed.</strong> It ended at <a href=\"#bad\">cell 2</a>", File.ReadAllText(Path.Combine(_study.Output, "00-bad.html")), StringComparison.Ordinal);
        Assert.Contains("00-bad.ipynb, cell 2 (bad)", File.ReadAllText(Path.Combine(_study.Output, "index.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("This notebook failed", File.ReadAllText(Path.Combine(_study.Output, "01-count.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherDataWithOneOfTwoSurveys_LeavesOutWhatReadsTheOther()
    {
        _study.Write("data/raw/t.codebook.yaml", "title: Another\nabout: Made up.\ncolumns:\n  - { name: id, kind: identifier, text: Code }\n");
        _study.Write("data/raw/t.csv", "id\na\n");
        _study.Notebook("02-other", new Cell(CellKind.Code, "p", "var dataFolder = \"../data\";") { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            new Cell(CellKind.Code, "read", "System.IO.File.ReadAllText($\"{dataFolder}/raw/t.csv\")"));
        Assert.Empty((await RunAsync()).LeftOut);
        var result = await RunAsync(_study.OtherData("s.csv", "id,s1\na,1\nb,2\n"));
        Assert.Equal(["02-other"], result.LeftOut);
        Assert.False(File.Exists(Path.Combine(_study.Output, "02-other.html")) || File.Exists(Path.Combine(_study.Output, "data", "raw", "t.csv")));
        Assert.Contains("Left out", File.ReadAllText(Path.Combine(_study.Output, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_IntoSomebodysFolder_IsRefused()
    {
        _study.Write("mine/letter.txt", "dear");
        var run = new ReplicationRun(new Study(_study.Root), NotebookRunnerTests.Worker) { Output = Path.Combine(_study.Root, "mine") };
        await Assert.ThrowsAsync<InputException>(() => run.RunAsync(TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(_study.Root, "mine", "letter.txt")));
    }

    [Fact]
    public async Task Run_Cancelled_LeavesNothing()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new ReplicationRun(new Study(_study.Root), NotebookRunnerTests.Worker) { Progress = _ => cancellation.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(cancellation.Token));
        Assert.False(Directory.Exists(_study.Output) || Directory.Exists(_study.Output + ".partial"));
    }

    private Task<ReplicationResult> RunAsync(string? data = null) =>
        new ReplicationRun(new Study(_study.Root), NotebookRunnerTests.Worker) { Data = data }.RunAsync(TestContext.Current.CancellationToken);
}
