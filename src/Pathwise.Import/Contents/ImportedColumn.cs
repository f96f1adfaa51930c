using Pathwise.Tables;

namespace Pathwise.Import.Contents;

/// <summary>What the cells of an imported column are.</summary>
public enum CellContent
{
    /// <summary>Numbers, codes of answers among them.</summary>
    Number,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Dates, with or without the time of day, written as 2010-03-01T09:30:00.</summary>
    Time,
}

/// <summary>A column of an imported file: cells without a value are null, codes for missing answers stand as they stood.</summary>
[TypeFormatterSource]
public sealed record ImportedColumn
{
    /// <summary>A column of these cells, as they are to be written.</summary>
    internal ImportedColumn(string name, IReadOnlyList<string?> cells, CellContent content) => (Name, Cells, Content) = (name, cells, content);

    /// <summary>The name, one of its own among the columns.</summary>
    public string Name { get; internal init; }

    /// <summary>The question or the label of the variable; empty where the file has none.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>The heading in the file, where the name is another.</summary>
    public string? Heading { get; internal init; }

    /// <summary>The cells as they are written, null where there is no value.</summary>
    public IReadOnlyList<string?> Cells { get; internal init; }

    /// <summary>What the cells are.</summary>
    public CellContent Content { get; internal init; }

    /// <summary>The labels of values, in the order of the file.</summary>
    public IReadOnlyList<ValueLabel> Labels { get; internal init; } = [];

    /// <summary>Values that stand for missing answers: declared in the file, or guessed.</summary>
    public IReadOnlyList<MissingReason> Missing { get; internal init; } = [];

    /// <summary>
    /// The numbers, one for each case; NaN where there is none, and where a mark such as Stata's .a stands. A column of anything
    /// else is an <see cref="InputException"/>.
    /// </summary>
    public IReadOnlyList<double> Numbers() => Content == CellContent.Number
        ? [.. Cells.Select(cell => cell is not null && Number.IsNumber(cell) ? Number.Parse(cell) : double.NaN)]
        : throw new InputException($"Column {Quoted.Of(Name)} holds {(Content == CellContent.Time ? "dates" : "texts")}; expected numbers.");

    /// <summary>A column of numbers (NaN is missing), some of which are marks.</summary>
    internal static ImportedColumn OfNumbers(string name, double[] numbers, IReadOnlyDictionary<int, string>? marks = null) =>
        new(name, new NumberCells(numbers, marks), CellContent.Number);
}
