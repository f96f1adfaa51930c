using System.Globalization;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Sheets;

/// <summary>Gathers the values of a sheet as the texts that are written of them. A column of dates with a number in it is refused.</summary>
internal sealed class SheetRows(string path, string sheet)
{
    private readonly TextPool pool = new();
    private readonly Dictionary<int, (int Row, string Text)> dates = [];
    private readonly Dictionary<int, (int Row, string Text)> numbers = [];
    private readonly List<string[]> rows = [];
    private readonly List<int> lines = [];

    /// <summary>The rows that are not blank, once each was read: texts, numbers, dates, truth values, null for none.</summary>
    public Grid Read(IEnumerable<IReadOnlyList<object?>> values)
    {
        var (number, cells) = (0, 0L);
        foreach (var row in values)
        {
            number++;
            var texts = row.Select((value, column) => Text(value, number, column)).ToArray();
            if (Array.TrueForAll(texts, text => text.Length == 0))
                continue;
            cells += texts.Length;
            ImportLimits.RequireSize(path, cells, 1);
            rows.Add(texts);
            lines.Add(number);
        }

        RequireOneKind();
        return new Grid(path, "", rows, lines, []) { IsSheet = true };
    }

    private string Text(object? value, int row, int column) => value switch
    {
        null => "",
        string text => pool.Of(text.AsSpan().Trim()),
        bool truth => truth ? "TRUE" : "FALSE",
        DateTime moment => Seen(dates, row, column, Moments.Text(moment, moment.TimeOfDay != TimeSpan.Zero)),
        double number => Seen(numbers, row, column, number.ToString("R", CultureInfo.InvariantCulture)),
        IFormattable other => pool.Of(other.ToString(null, CultureInfo.InvariantCulture).AsSpan()),
        _ => value.ToString() ?? "",
    };

    // A heading may be a number.
    private string Seen(Dictionary<int, (int, string)> kind, int row, int column, string text)
    {
        if (rows.Count > 0)
            kind.TryAdd(column, (row, text));
        return text;
    }

    private void RequireOneKind()
    {
        foreach (var (column, number) in numbers)
        {
            if (dates.TryGetValue(column, out var date))
                throw new InputException(
                    $"{path}, sheet {Quoted.Of(sheet)}: cell {SheetWords.Letters(column)}{number.Row} is the number {number.Text} where {SheetWords.Letters(column)}{date.Row} is the date {date.Text}; give all cells of the column the same format.");
        }
    }
}
