namespace Pathwise.Reporting;

/// <summary>One value of a table with the precision it is shown at; it keeps the value itself unrounded.</summary>
public sealed class Cell
{
    private readonly Func<LeadingZero, string> shown;

    private Cell(CellKind kind, Func<LeadingZero, string> shown)
    {
        Kind = kind;
        this.shown = shown;
    }

    /// <summary>What the value is.</summary>
    public CellKind Kind { get; }

    /// <summary>Words; a dash where there are none.</summary>
    public static Cell Text(string? text) => new(CellKind.Text, _ => string.IsNullOrEmpty(text) ? NumberText.Dash : OnOneLine(text));

    /// <summary>A number of things.</summary>
    public static Cell Count(long? count) => new(CellKind.Count, zero => NumberText.Number(count, 0, false, zero));

    /// <summary>A number with so many decimals; bounded when it cannot exceed one in size.</summary>
    public static Cell Number(double? value, int decimals, bool isBounded = false) =>
        new(CellKind.Number, zero => NumberText.Number(value, decimals, isBounded, zero));

    /// <summary>A p value.</summary>
    public static Cell PValue(double? value) => new(CellKind.PValue, zero => NumberText.PValue(value, zero));

    /// <summary>The bounds of an interval.</summary>
    public static Cell Interval(double? lower, double? upper, int decimals, bool isBounded = false) =>
        new(CellKind.Interval, zero => NumberText.Interval(lower, upper, decimals, isBounded, zero));

    /// <summary>The rounded text.</summary>
    public string Shown(LeadingZero zero = default) => shown(zero);

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
