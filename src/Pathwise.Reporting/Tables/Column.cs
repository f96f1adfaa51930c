namespace Pathwise.Reporting.Tables;

/// <summary>A column of a table: its heading and one value for each row.</summary>
public sealed class Column
{
    private readonly bool? isText;

    /// <summary>A column whose values may differ in kind and precision, as in a list of fit measures; set flush left or right as asked, else by what stands in it.</summary>
    public Column(string heading, IEnumerable<Cell> cells, bool? isText = null)
    {
        ArgumentNullException.ThrowIfNull(heading);
        Heading = heading;
        this.isText = isText;
        Cells = [.. cells];
    }

    /// <summary>What stands above the values.</summary>
    public string Heading { get; }

    /// <summary>The values in the order of the rows.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>True when more words than numbers stand in it, and so it is set flush left.</summary>
    public bool IsText => isText ?? (Cells.Count == 0 || 2 * Cells.Count(cell => cell.Kind == CellKind.Text) > Cells.Count);
}
