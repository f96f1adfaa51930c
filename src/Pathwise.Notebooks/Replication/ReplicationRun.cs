using Pathwise.Auditing;
using Pathwise.Json;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Running;
using Pathwise.Studies;

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
    /// Runs everything; a failing notebook leaves the others. What is given wrong is an <see cref="InputException"/>, and is found before anything
    /// runs. Notebooks that read a survey which other data do not have are left out.
    /// </summary>
    public async Task<ReplicationResult> RunAsync(CancellationToken cancellation = default)
    {
        var missing = Data is null ? [] : DataCheck.Require(Data, study.Data);
        var leftOut = study.RequireNotebooks().Where(path => missing.Any(survey => Reads(path, survey))).ToList();
        var published = StudyPlan.ReadPublished(study.Data);
        using var folder = ReplicationFolder.Replacing(Output);

        var runs = await RunAsync([.. study.Notebooks.Except(leftOut)], Parameters(folder.Path, missing), cancellation).ConfigureAwait(false);
        var scorecard = Scorecard.Of(published, runs.SelectMany(CheckCollection.Of));
        var result = new ReplicationResult(scorecard, [.. runs.Select(run => run.Failure).OfType<NotebookFailure>()], [.. leftOut.Select(path => Path.GetFileNameWithoutExtension(path))]);
        Write(folder.Path, runs, result);
        folder.Complete();
        return result;
    }

    private static bool Reads(string path, string survey) => NotebookReader.Read(path).Cells.Any(cell =>
        cell.Kind == CellKind.Code && cell.Source.Contains($"/raw/{survey}.", StringComparison.Ordinal));

    private async Task<List<NotebookRun>> RunAsync(IReadOnlyList<string> notebooks, Dictionary<string, string> parameters, CancellationToken cancellation)
    {
        var runner = new NotebookRunner(worker) { Progress = Progress, Parameters = parameters, SkipsNotebooksWithoutParameters = true, GoesOnAfterFailures = true };
        var runs = new List<NotebookRun>();
        await foreach (var run in runner.RunAsync(notebooks, cancellation).ConfigureAwait(false))
        {
            runs.Add(run);
            Finished(run);
        }

        return runs;
    }

    private Dictionary<string, string> Parameters(string folder, IReadOnlyList<string> missing) => Data is null
        ? []
        : new() { ["dataFolder"] = NotebookRunner.Quoted(DataOverlay.Write(Path.GetFullPath(Data), study.Data, Path.Combine(folder, "data"), missing)) };

    private void Write(string folder, List<NotebookRun> runs, ReplicationResult result)
    {
        var executed = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var run in runs)
            File.WriteAllText(Path.Combine(executed, run.Name + ".ipynb"), NotebookWriter.Write(run.Notebook));
        File.WriteAllText(Path.Combine(folder, "scorecard.json"), ScorecardJson.Text(result.Scorecard));
        new Site(study.Root, [.. runs.Select(run => (run.Name, run.Notebook))], result.Scorecard)
        {
            Data = Data is null ? study.Data : Path.Combine(folder, "data"),
            Target = Path.GetFullPath(Output),
            Failures = runs.Where(run => run.Failure is not null).ToDictionary(run => run.Name, run => run.Failure!),
            LeftOut = result.LeftOut,
        }.Write(folder);
    }
}

/// <summary>How a replication ended: the scorecard, the notebooks that failed, and those that were left out since the data have nothing for them.</summary>
public sealed record ReplicationResult(Scorecard Scorecard, IReadOnlyList<NotebookFailure> Failures, IReadOnlyList<string> LeftOut);
