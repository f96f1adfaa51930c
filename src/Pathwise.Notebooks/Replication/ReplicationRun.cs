using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Json;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Running;

namespace Pathwise.Notebooks.Replication;

/// <summary>Runs a study's notebooks and writes what they show: executed notebooks, pages, the scorecard.</summary>
public sealed class ReplicationRun(Study study, WorkerCommand worker)
{
    /// <summary>Other data than the repository's own, or null.</summary>
    public string? Data { get; init; }

    /// <summary>The folder to write.</summary>
    public string Output { get; init; } = study.DefaultOutput;

    /// <summary>Told before each cell.</summary>
    public Action<CellStarted> Progress { get; init; } = static _ => { };

    /// <summary>Told after each notebook.</summary>
    public Action<NotebookRun> Finished { get; init; } = static _ => { };

    /// <summary>
    /// Runs everything; writes only when every notebook has run. What is given wrong is an <see cref="InputException"/>, and
    /// is found before anything runs.
    /// </summary>
    public async Task<ReplicationResult> RunAsync(CancellationToken cancellation = default)
    {
        if (Data is not null)
            DataCheck.Require(Data, study.Data);
        var notebooks = study.RequireNotebooks();
        var published = PublishedStatistics.Read(study.Published);
        using var folder = OutputFolder.Replacing(Output);

        var runs = await RunAsync(notebooks, Parameters(folder.Path), cancellation).ConfigureAwait(false);
        if (runs[^1].Failure is { } failure)
            return new ReplicationResult(null, failure);

        var scorecard = Scorecard.Of(published, runs.SelectMany(CheckCollection.Of));
        Write(folder.Path, runs, scorecard);
        folder.Complete();
        return new ReplicationResult(scorecard, null);
    }

    private async Task<List<NotebookRun>> RunAsync(IReadOnlyList<string> notebooks, Dictionary<string, string> parameters, CancellationToken cancellation)
    {
        var runner = new NotebookRunner(worker) { Progress = Progress, Parameters = parameters, SkipsNotebooksWithoutParameters = true };
        var runs = new List<NotebookRun>();
        await foreach (var run in runner.RunAsync(notebooks, cancellation).ConfigureAwait(false))
        {
            runs.Add(run);
            Finished(run);
        }

        return runs;
    }

    private Dictionary<string, string> Parameters(string folder) => Data is null
        ? []
        : new() { ["dataFolder"] = NotebookRunner.Quoted(DataOverlay.Write(Path.GetFullPath(Data), study.Data, Path.Combine(folder, "data"))) };

    private void Write(string folder, List<NotebookRun> runs, Scorecard scorecard)
    {
        var executed = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var run in runs)
            File.WriteAllText(Path.Combine(executed, run.Name + ".ipynb"), NotebookWriter.Write(run.Notebook));
        File.WriteAllText(Path.Combine(folder, "scorecard.json"), ScorecardJson.Text(scorecard));
        new Site(study.Root, [.. runs.Select(run => (run.Name, run.Notebook))], scorecard)
        {
            Data = Data ?? study.Data,
            Target = Path.GetFullPath(Output),
        }.Write(folder);
    }
}

/// <summary>How a replication ended: with a scorecard, or with the notebook that failed.</summary>
public sealed record ReplicationResult(Scorecard? Scorecard, NotebookFailure? Failure);
