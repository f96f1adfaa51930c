namespace Pathwise.Reporting.Tables;

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

    /// <summary>The number, unrounded; null for words, for an interval, and where it is undefined.</summary>
    public double? Value { get; private init; }

    /// <summary>The bounds of an interval, unrounded; null for anything else and where a bound is undefined.</summary>
    public (double? Lower, double? Upper) Bounds { get; private init; }

    /// <summary>Words; a dash where there are none.</summary>
    public static Cell Text(string? text) => new(CellKind.Text, _ => string.IsNullOrEmpty(text) ? NumberText.Dash : OnOneLine(text));

    /// <summary>Nothing at all: not undefined, but not to be said here.</summary>
    public static Cell Blank { get; } = new(CellKind.Count, _ => "");

    /// <summary>Words that need not be there; nothing where there are none.</summary>
    public static Cell Optional(string? text) => new(CellKind.Text, _ => OnOneLine(text ?? ""));

    /// <summary>A number as someone else wrote it, which is kept as it is; a dash where there is none.</summary>
    public static Cell Verbatim(string? text) =>
        new(IsNumber(text) ? CellKind.Number : CellKind.Text, _ => string.IsNullOrEmpty(text) ? NumberText.Dash : OnOneLine(text));

    /// <summary>A number of things.</summary>
    public static Cell Count(long? count) => new(CellKind.Count, zero => NumberText.Number(count, 0, false, zero)) { Value = count };

    /// <summary>A number with so many decimals; bounded when it cannot exceed one in size.</summary>
    public static Cell Number(double? value, int decimals, bool isBounded = false) =>
        new(CellKind.Number, zero => NumberText.Number(value, decimals, isBounded, zero)) { Value = Finite(value) };

    /// <summary>A p value.</summary>
    public static Cell PValue(double? value) => new(CellKind.PValue, zero => NumberText.PValue(value, zero)) { Value = Finite(value) };

    /// <summary>The bounds of an interval.</summary>
    public static Cell Interval(double? lower, double? upper, int decimals, bool isBounded = false) =>
        new(CellKind.Interval, zero => NumberText.Interval(lower, upper, decimals, isBounded, zero)) { Bounds = (Finite(lower), Finite(upper)) };

    /// <summary>The rounded text.</summary>
    public string Shown(LeadingZero zero = default) => shown(zero);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    // An undefined cell follows its column.
    private static bool IsNumber(string? text) => string.IsNullOrEmpty(text) || text.All(c => char.IsAsciiDigit(c) || " <>=.,-−%".Contains(c));

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
