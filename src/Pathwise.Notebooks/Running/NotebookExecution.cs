using System.Text;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>One notebook while it runs: cell after cell until the end or the first failure.</summary>
internal sealed class NotebookExecution(WorkerProcess process, string name, Notebook notebook, Action<CellStarted> progress)
{
    private readonly List<Cell> _cells = [.. notebook.Cells.Select(Cleared)];
    private readonly Dictionary<string, (int Cell, int Output)> _displays = [];
    private readonly StringBuilder _text = new();
    private int _current;
    private int _count;

    /// <summary>The notebook with the outputs so far.</summary>
    public Notebook Notebook => notebook.With(_cells);

    public NotebookFailure? Failure { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var total = _cells.Count(cell => cell.IsRun);
        for (_current = 0; _current < _cells.Count && Failure is null; _current++)
        {
            if (!_cells[_current].IsRun)
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
        var end = await AnswerAsync(cell, cancellation).ConfigureAwait(false);
        if (end is null)
            Fail(null, await process.EndingAsync(cancellation).ConfigureAwait(false));
        else if (end.Failure is { } failure && !cell.HasTag("raises-exception"))
            Fail(failure.Line, failure.Message);
    }

    // What was printed is kept as well where the time runs out.
    private async Task<WorkerAnswer?> AnswerAsync(Cell cell, CancellationToken cancellation)
    {
        try
        {
            return await process.RunAsync(cell.Id, cell.Source, Take, cancellation).ConfigureAwait(false);
        }
        finally
        {
            EndText();
        }
    }

    private void Take(WorkerAnswer answer)
    {
        if (answer.Replaces is { } id)
            Replace(id, (DataOutput)answer.Shown!);
        else if (answer.Shown is StreamOutput stream)
            AddText(stream);
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
        EndText();
        var cell = _cells[_current];
        _cells[_current] = cell with { Outputs = [.. cell.Outputs, output] };
        if (output is DataOutput { DisplayId: { } id })
            _displays[id] = (_current, cell.Outputs.Count);
    }

    // What is printed comes in pieces; put together once, a long text takes no more than its length.
    private void AddText(StreamOutput piece)
    {
        if (_cells[_current].Outputs is not [.., StreamOutput last] || last.Name != piece.Name)
            Add(piece with { Text = "" });
        _text.Append(piece.Text);
    }

    private void EndText()
    {
        if (_text.Length == 0)
            return;
        var cell = _cells[_current];
        var last = (StreamOutput)cell.Outputs[^1];
        _cells[_current] = cell with { Outputs = [.. cell.Outputs.SkipLast(1), last with { Text = last.Text + _text }] };
        _text.Clear();
    }

    // A cell that is to be skipped keeps what it shows, as it does elsewhere.
    private static Cell Cleared(Cell cell) => cell.HasTag("skip-execution") ? cell : cell with { Outputs = [], ExecutionCount = null };
}
