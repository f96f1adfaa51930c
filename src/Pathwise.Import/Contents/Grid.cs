namespace Pathwise.Import.Contents;

/// <summary>The cells of a text or a sheet as they stand, before it is known which rows are headings.</summary>
/// <param name="Source">The file, as it was named by the caller.</param>
/// <param name="Form">The kind of file, for a reader.</param>
/// <param name="Rows">The rows that are not blank, each of any width; a cell without a value is the empty text.</param>
/// <param name="Lines">On which line, or in which row of the sheet, each stands, counted from 1.</param>
/// <param name="Decisions">What was decided so far.</param>
internal sealed record Grid(string Source, string Form, IReadOnlyList<string[]> Rows, IReadOnlyList<int> Lines, IReadOnlyList<string> Decisions)
{
    /// <summary>What a row is called: a line of a text, a row of a sheet.</summary>
    public bool IsSheet { get; init; }

    /// <summary>A cell, empty where the row is shorter.</summary>
    public string Cell(int row, int column) => column < Rows[row].Length ? Rows[row][column] : "";
}
