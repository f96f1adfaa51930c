using System.Globalization;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>Runs notebooks from top to bottom, each in a process of its own, so that no cell can harm more than its notebook.</summary>
public sealed class NotebookRunner(WorkerCommand command)
{
    /// <summary>Seconds allowed for each notebook; null for no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Told before each cell; called from one thread at a time.</summary>
    public Action<CellStarted> Progress { get; init; } = static _ => { };

    /// <summary>Values for the notebook's parameters: C# expressions by name, set after the cell tagged <c>parameters</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a notebook without such a cell runs as it is, rather than being the analyst's mistake.</summary>
    public bool SkipsNotebooksWithoutParameters { get; init; }

    /// <summary>Whether the notebooks after a failing one run as well.</summary>
    public bool GoesOnAfterFailures { get; init; }

    /// <summary>
    /// Runs the notebooks one after another and hands each on as it ends; stops after a failing one unless told to go on. While one runs, the
    /// process of the next starts and warms up.
    /// </summary>
    public async IAsyncEnumerable<NotebookRun> RunAsync(
        IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var notebooks = paths.Select(Prepared).ToList();
        WorkerProcess? next = null;
        try
        {
            for (var i = 0; i < paths.Count; i++)
            {
                using var process = next ?? Start(paths[i]);
                next = i + 1 < paths.Count ? Start(paths[i + 1]) : null;
                var run = await RunAsync(process, paths[i], notebooks[i], cancellation).ConfigureAwait(false);
                yield return run;
                if (run.Failure is not null && !GoesOnAfterFailures)
                    yield break;
            }
        }
        finally
        {
            next?.Dispose();
        }
    }

    /// <summary>A text as a C# expression, for <see cref="Parameters"/>.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private Notebook Prepared(string path)
    {
        var notebook = NotebookReader.Read(path);
        NotebookLanguage.RequireCSharp(notebook, path);
        var isSkipped = SkipsNotebooksWithoutParameters && !notebook.Cells.Any(cell => cell.HasTag("parameters"));
        return isSkipped ? notebook : ParameterCell.InjectInto(notebook, Parameters, path);
    }

    private WorkerProcess Start(string path) =>
        new(command, Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));

    private async Task<NotebookRun> RunAsync(WorkerProcess process, string path, Notebook notebook, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (Timeout is { } timeout)
            limit.CancelAfter(timeout);
        var watch = Stopwatch.StartNew();
        var execution = new NotebookExecution(process, Path.GetFileName(path), notebook, Progress);
        try
        {
            await execution.RunAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            execution.Fail(null, string.Create(CultureInfo.InvariantCulture, $"stopped after {Timeout!.Value.TotalSeconds:0.#} seconds, the time allowed for a notebook"));
        }

        return new NotebookRun(path, execution.Notebook, execution.Failure, watch.Elapsed);
    }
}
