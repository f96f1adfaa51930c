using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Spss;

/// <summary>Gathers the cells of one variable of an SPSS system file.</summary>
internal sealed class SavCells(SavVariable variable, SavDictionary dictionary, ByteCursor bytes)
{
    // The calendar of SPSS begins with the Gregorian one.
    private static readonly DateTime Origin = new(1582, 10, 14);

    private readonly List<double> numbers = [];
    private readonly TextCells texts = new();
    private byte[] joined = [];

    /// <summary>Dates that no calendar has.</summary>
    public List<Misfit> Misfits { get; } = [];

    private int Count => numbers.Count + texts.Count;

    /// <summary>Adds the cell of a case.</summary>
    public void Add(byte[] row)
    {
        if (!variable.IsNumber)
        {
            texts.Add(dictionary.Text(String(row)));
            return;
        }

        var number = bytes.Double(row.AsSpan(variable.Slot * 8));
        var value = number == dictionary.SystemMissing || !double.IsFinite(number) ? double.NaN : number;
        if (variable.IsDay || variable.IsMoment)
            texts.Add(Date(value));
        else
            numbers.Add(value);
    }

    /// <summary>The column, once all cases are there.</summary>
    public ImportedColumn Build(DistinctNames names, int position)
    {
        var name = names.For(variable.Name, $"v{position + 1}");
        var isDate = variable.IsDay || variable.IsMoment;
        var column = variable.IsNumber && !isDate
            ? ImportedColumn.OfNumbers(name, [.. numbers])
            : new ImportedColumn(name, texts.Build(), isDate ? CellContent.Time : CellContent.Text);
        return column with
        {
            Heading = name == variable.Name ? null : variable.Name,
            Text = variable.Text,
            Labels = isDate ? [] : [.. variable.Labels.DistinctBy(label => label.Code)],
            Missing = isDate ? [] : Missing(column),
        };
    }

    private string? Date(double seconds)
    {
        if (double.IsNaN(seconds))
            return null;
        if (Moments.Text(Origin, seconds, variable.IsMoment) is { } text)
            return text;
        var value = seconds.ToString("R", CultureInfo.InvariantCulture);
        Misfits.Add(new(Count + 1, variable.Name, value, "no date; left blank"));
        return null;
    }

    // Space is laid out by 252 bytes, but 255 are stored in every string but the last.
    private ReadOnlySpan<byte> String(byte[] row)
    {
        if (variable.Segments == 1)
            return row.AsSpan(variable.Slot * 8, variable.Width);
        if (joined.Length == 0)
            joined = new byte[variable.Segments * 255];
        var length = 0;
        for (var i = 0; i < variable.Segments; i++)
        {
            var stored = i < variable.Segments - 1 ? 255 : variable.Width - (252 * i);
            row.AsSpan((variable.Slot + (32 * i)) * 8, stored).CopyTo(joined.AsSpan(length));
            length += stored;
        }

        return joined.AsSpan(0, Math.Min(length, variable.Width));
    }

    private List<MissingReason> Missing(ImportedColumn column)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in variable.MissingCodes.Concat(variable.Labels.Select(label => label.Code).Where(code => variable.IsNumber && IsInRange(Pathwise.Tables.Number.Parse(code)))))
            counts.TryAdd(code, 0);
        for (var i = 0; i < column.Cells.Count && (counts.Count > 0 || variable.MissingRange is not null); i++)
        {
            if (column.Cells[i] is { } cell && (counts.ContainsKey(cell) || (variable.IsNumber && IsInRange(numbers[i]))))
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
        }

        return [.. counts.Select(code => new MissingReason(code.Key, Reason(code.Key), IsDeclared: true, code.Value))];
    }

    private bool IsInRange(double number) => variable.MissingRange is { } range && number >= range.Low && number <= range.High;

    private string Reason(string code) => variable.Labels.Find(label => label.Code == code)?.Text is { Length: > 0 } label ? label : "missing, as declared in SPSS";
}
