using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Running;

public sealed class NotebookRunnerTests
{
    internal static WorkerCommand Worker { get; } =
        WorkerCommand.OfAssembly(Path.Combine(AppContext.BaseDirectory, "Pathwise.Cli.dll"), "notebook-worker");

    [Fact]
    public async Task Run_TheTour_ShowsWhatItShowed()
    {
        var (path, fresh) = ("tour.ipynb", (await RunAsync(new(Worker), "tour.ipynb")).Single());
        Assert.Null(fresh.Failure);
        Assert.Empty(NotebookComparison.Differences(NotebookReader.Read(Repository.Fixture("notebooks", path)), fresh.Notebook));
    }

    [Theory]
    [InlineData("failing.ipynb", "failing.ipynb, cell 3 (c3), line 4: not one")]
    [InlineData("uncompilable.ipynb", "uncompilable.ipynb, cell 1 (c1), line 2: (2,9): error CS0103: The name 'z' does not exist in the current context")]
    [InlineData("exit.ipynb", "exit.ipynb, cell 1 (c1): the notebook's process ended with exit code 7")]
    [InlineData("overflow.ipynb", "overflow.ipynb, cell 1 (c1): the notebook's process ended: stack overflow")]
    public async Task Run_ACellThatFails_StopsTheNotebookAndSaysWhere(string name, string expected)
    {
        var run = Assert.Single(await RunAsync(new(Worker), name, "tour.ipynb"));
        Assert.Equal(expected, run.Failure!.ToString());
    }

    [Fact]
    public async Task Run_ACellAfterTheFailure_HasNotRun()
    {
        var run = Assert.Single(await RunAsync(new(Worker), "failing.ipynb"));
        Assert.Equal([1, 2, null], run.Notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task Run_LongerThanAllowed_IsStopped()
    {
        var runner = new NotebookRunner(Worker) { Timeout = TimeSpan.FromSeconds(1) };
        var run = Assert.Single(await RunAsync(runner, "endless.ipynb"));
        Assert.Contains("stopped after 1 seconds", run.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var runner = new NotebookRunner(Worker) { Progress = _ => cancellation.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in runner.RunAsync([Repository.Fixture("notebooks", "endless.ipynb")], cancellation.Token))
                Assert.Fail("The notebook never ends.");
        });
    }

    [Fact]
    public async Task Run_AParameter_IsSetAfterItsDefault()
    {
        var runner = new NotebookRunner(Worker) { Parameters = new Dictionary<string, string> { ["folder"] = NotebookRunner.Quoted("b\"c") } };
        var run = Assert.Single(await RunAsync(runner, "tour.ipynb"));
        Assert.Equal(new StreamOutput("stdout", "one b\"c\n"), run.Notebook.Cells[3].Outputs[0]);
        Assert.True(run.Notebook.Cells[2].HasTag("injected-parameters"));
    }

    [Fact]
    public async Task Run_AParameterWithoutItsCell_IsTheAnalystsMistake()
    {
        var runner = new NotebookRunner(Worker) { Parameters = new Dictionary<string, string> { ["folder"] = "1" } };
        await Assert.ThrowsAsync<InputException>(() => RunAsync(runner, "failing.ipynb"));
    }

    [Fact]
    public async Task Run_ACellThatIsToBeSkipped_IsNotRunAndKeepsWhatItShows()
    {
        var shown = new StreamOutput("stdout", "of long ago\n");
        var skipped = new Cell(CellKind.Code, "a", "System.Environment.Exit(3);")
        {
            Metadata = new() { ["tags"] = new System.Text.Json.Nodes.JsonArray("skip-execution") }, ExecutionCount = 9, Outputs = [shown],
        };
        var run = await RunAsync(new Notebook([skipped, new Cell(CellKind.Code, "b", "1 + 1")]));
        Assert.Null(run.Failure);
        Assert.Equal((9, 1), (run.Notebook.Cells[0].ExecutionCount, run.Notebook.Cells[1].ExecutionCount));
        Assert.Equal(shown, Assert.Single(run.Notebook.Cells[0].Outputs));
    }

    [Fact]
    public async Task Run_TextsOfTwoStreams_AreJoinedInTheirOrder()
    {
        const string code = "for (var i = 0; i < 30000; i++) Console.WriteLine(i);\nConsole.Error.WriteLine(\"e\");\nConsole.WriteLine(\"o\");";
        var run = await RunAsync(new Notebook([new Cell(CellKind.Code, "a", code)]));
        var numbers = string.Concat(Enumerable.Range(0, 30000).Select(i => $"{i}\n"));
        Assert.Equal([new StreamOutput("stdout", numbers), new StreamOutput("stderr", "e\n"), new StreamOutput("stdout", "o\n")], run.Notebook.Cells[0].Outputs);
    }

    [Fact]
    public async Task Run_JsonNestedAsDeepAsAllowed_IsWrittenAndReadBack()
    {
        var run = await RunAsync(new Notebook([new Cell(CellKind.Code, "a", "(new string('[', 60) + new string(']', 60)).DisplayAs(\"application/json\");")]));
        Assert.Null(run.Failure);
        Assert.Empty(NotebookComparison.Differences(run.Notebook, NotebookReader.Parse(NotebookWriter.Write(run.Notebook), "n")));
    }

    [Fact]
    public async Task Run_ANotebookOfAnotherLanguage_IsRefusedBeforeAnythingRuns()
    {
        var notebook = new Notebook([new Cell(CellKind.Code, "a", "10/4")], new() { ["kernelspec"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "R" } });
        Assert.Contains("a notebook in R", (await Assert.ThrowsAsync<InputException>(() => RunAsync(notebook))).Message, StringComparison.Ordinal);
    }

    private static async Task<NotebookRun> RunAsync(Notebook notebook)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("pathwise-run-").FullName, "n.ipynb");
        File.WriteAllText(path, NotebookWriter.Write(notebook));
        try
        {
            await foreach (var run in new NotebookRunner(Worker).RunAsync([path], TestContext.Current.CancellationToken))
                return run;
            throw new InvalidOperationException("Nothing ran.");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public async Task Run_Progress_NamesNotebookAndCell()
    {
        var cells = new List<CellStarted>();
        await RunAsync(new(Worker) { Progress = cells.Add }, "failing.ipynb");
        Assert.Equal([new("failing.ipynb", 1, 3), new("failing.ipynb", 2, 3)], cells);
    }

    private static async Task<List<NotebookRun>> RunAsync(NotebookRunner runner, params string[] names)
    {
        var runs = new List<NotebookRun>();
        await foreach (var run in runner.RunAsync([.. names.Select(name => Repository.Fixture("notebooks", name))], TestContext.Current.CancellationToken))
            runs.Add(run);
        return runs;
    }
}
