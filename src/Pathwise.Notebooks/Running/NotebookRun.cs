using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Running;

/// <summary>A notebook after a run: with its outputs, up to the failing cell where there is one.</summary>
public sealed record NotebookRun(string Path, Notebook Notebook, NotebookFailure? Failure, TimeSpan Elapsed)
{
    /// <summary>The name of the file without its folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>Which cell stopped a notebook, where and why.</summary>
public sealed record NotebookFailure(string Notebook, string CellId, int CellNumber, int? Line, string Message)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() =>
        $"{Notebook}, cell {CellNumber} ({CellId}){(Line is { } line ? $", line {line}" : "")}: {Message.ReplaceLineEndings(" ")}";
}

/// <summary>A cell is about to run: the notebook, and the place of the cell among its code cells, from 1.</summary>
public sealed record CellStarted(string Notebook, int Cell, int Cells);
