using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>One notebook while it runs: cell after cell until the end or the first failure.</summary>
internal sealed class NotebookExecution(WorkerProcess process, string name, Notebook notebook, Action<CellStarted> progress)
{
    private readonly List<Cell> _cells = [.. notebook.Cells.Select(Cleared)];
    private readonly Dictionary<string, (int Cell, int Output)> _displays = [];
    private int _current;
    private int _count;

    /// <summary>The notebook with the outputs so far.</summary>
    public Notebook Notebook => notebook.With(_cells);

    public NotebookFailure? Failure { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var total = _cells.Count(IsRun);
        for (_current = 0; _current < _cells.Count && Failure is null; _current++)
        {
            if (!IsRun(_cells[_current]))
                continue;
            progress(new CellStarted(name, ++_count, total));
            await RunCellAsync(_cells[_current], cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the run at the current cell.</summary>
    public void Fail(int? line, string message)
    {
        var cell = _cells[_current];
        Failure = new NotebookFailure(name, cell.Id, _current + 1, line, message);
    }

    private async Task RunCellAsync(Cell cell, CancellationToken cancellation)
    {
        _cells[_current] = cell with { ExecutionCount = _count };
        var end = await process.RunAsync(cell.Id, cell.Source, Take, cancellation).ConfigureAwait(false);
        if (end is null)
            Fail(null, await process.EndingAsync(cancellation).ConfigureAwait(false));
        else if (end.Failure is { } failure && !cell.HasTag("raises-exception"))
            Fail(failure.Line, failure.Message);
    }

    private void Take(WorkerAnswer answer)
    {
        if (answer.Replaces is { } id)
            Replace(id, (DataOutput)answer.Shown!);
        else
            Add(answer.Shown!);
    }

    private void Replace(string id, DataOutput output)
    {
        if (!_displays.TryGetValue(id, out var place))
            return;
        var outputs = _cells[place.Cell].Outputs.ToArray();
        outputs[place.Output] = output;
        _cells[place.Cell] = _cells[place.Cell] with { Outputs = outputs };
    }

    private void Add(Output output)
    {
        var cell = _cells[_current];
        var outputs = cell.Outputs.ToList();
        if (output is StreamOutput more && outputs.LastOrDefault() is StreamOutput last && last.Name == more.Name)
            outputs[^1] = last with { Text = last.Text + more.Text };
        else
            outputs.Add(output);
        if (output is DataOutput { DisplayId: { } id })
            _displays[id] = (_current, outputs.Count - 1);
        _cells[_current] = cell with { Outputs = outputs };
    }

    private static bool IsRun(Cell cell) => cell.Kind == CellKind.Code && cell.Source.Trim().Length > 0;

    private static Cell Cleared(Cell cell) => cell with { Outputs = [], ExecutionCount = null };
}
