namespace Pathwise.Reporting;

/// <summary>A column of a table: its heading and one value for each row.</summary>
public sealed class Column
{
    /// <summary>A column whose values may differ in kind and precision, as in a list of fit measures.</summary>
    public Column(string heading, IEnumerable<Cell> cells)
    {
        ArgumentNullException.ThrowIfNull(heading);
        Heading = heading;
        Cells = [.. cells];
    }

    /// <summary>What stands above the values.</summary>
    public string Heading { get; }

    /// <summary>The values in the order of the rows.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>True when nothing but words stands in it.</summary>
    public bool IsText => Cells.All(cell => cell.Kind == CellKind.Text);
}
