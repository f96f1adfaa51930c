using System.Text;
using Pathwise.Import.Binary;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Tests.Import;

/// <summary>What haven and readxl read of the fixtures, one row for each cell.</summary>
internal static class HavenCells
{
    private static readonly Lazy<ILookup<string, string[]>> Haven = new(() => Cells("haven.csv"));
    private static readonly Lazy<ILookup<string, string[]>> ReadXl = new(() => Cells("readxl.csv"));

    public static IEnumerable<string> Files => Haven.Value.Select(group => group.Key);

    /// <summary>What haven or readxl read of a file: file, column, row, cell and, of haven, the labels of the column and of its values.</summary>
    public static IEnumerable<string[]> Of(string file) => file switch
    {
        // haven reads no case where the header does not count them; this is the same file with its count.
        "made/uncounted.sav" => Haven.Value["made/pspp-plain.sav"],
        // LibreOffice wrote both of one sheet.
        "made/good.ods" => ReadXl.Value["made/good.xlsx"],
        _ when file.EndsWith(".xlsx", StringComparison.Ordinal) => ReadXl.Value[file],
        _ => Haven.Value[file],
    };

    /// <summary>How many cells there are to compare, and how many of them are alike only by what is known and meant.</summary>
    public static (int Cells, int Meant) Count(ImportedFile ours, string file)
    {
        var cells = Of(file).Select(cell => (Row: int.Parse(cell[2], System.Globalization.CultureInfo.InvariantCulture), Theirs: cell[3], Column: cell[1])).Where(cell => cell.Row > 0).ToArray();
        return (cells.Length, cells.Count(cell => !AreAlike(ours.Columns.First(column => (column.Heading ?? column.Name) == cell.Column).Cells[cell.Row - 1] ?? "", cell.Theirs)));
    }

    /// <summary>The cells that differ, as "column, row: ours is ..., haven's ...".</summary>
    public static IReadOnlyList<string> Differences(ImportedFile ours, string file)
    {
        var differences = new List<string>();
        foreach (var cell in Of(file))
        {
            var column = ours.Columns.FirstOrDefault(column => (column.Heading ?? column.Name) == cell[1]);
            var row = int.Parse(cell[2], System.Globalization.CultureInfo.InvariantCulture);
            if (column is null)
                differences.Add($"{cell[1]}: there is no such column");
            else if (row > 0 && !AreSame(column.Cells[row - 1] ?? "", cell[3]))
                differences.Add($"{cell[1]}, {row}: ours is {column.Cells[row - 1]}, haven's {cell[3]}");
            else if (row <= 1 && cell.Length > 5 && (column.Text, Labels(column)) != (cell[4], cell[5]))
                differences.Add($"{cell[1]}: the label is {column.Text}, those of values {Labels(column)}; haven's are {cell[4]} and {cell[5]}");
        }

        return differences;
    }

    private static string Labels(ImportedColumn column) => string.Join('|', column.Labels.Select(label => label.Text).Order(StringComparer.Ordinal));

    // haven cuts blanks at the end of texts, we cut those around texts of sheets; haven reads UTF-8 in files of Stata 13 and before, which it writes itself, as Windows-1252.
    private static bool AreSame(string ours, string theirs) =>
        AreAlike(ours, theirs)
        || ours.TrimEnd() == theirs.TrimEnd()
        || ours == theirs.Trim()
        || ours == Encoding.UTF8.GetString(Encodings.Western.GetBytes(theirs))
        || (Number.IsNumber(theirs) && ours == Date(new DateTime(1582, 10, 14).AddSeconds, theirs));

    // The same text, number or moment, however R writes it.
    private static bool AreAlike(string ours, string theirs) =>
        ours == theirs
        || (Number.IsNumber(ours) && Number.IsNumber(theirs) && Number.Parse(ours) == Number.Parse(theirs))
        || (Number.IsNumber(theirs) && ours == Date(DateTime.FromOADate, theirs))
        || (theirs.EndsWith(".000", StringComparison.Ordinal) && ours == theirs[..^4]);

    // readxl gives dates as days when it is asked for texts; haven the seconds of a month of SPSS.
    private static string? Date(Func<double, DateTime> moment, string number)
    {
        try
        {
            var date = moment(Number.Parse(number));
            date = new DateTime((date.Ticks + 5_000_000) / 10_000_000 * 10_000_000);
            return Moments.Text(date, date.TimeOfDay != TimeSpan.Zero);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Both write texts with quotation marks, which CSV doubles; line ends inside are kept.
    private static ILookup<string, string[]> Cells(string name)
    {
        using var text = new StreamReader(Repository.Fixture("import", name));
        var reader = new Pathwise.Import.Delimited.RecordReader(name, text, ',');
        var rows = new List<string[]>();
        while (reader.Read() is { } row)
            rows.Add(row);
        return rows.Skip(1).ToLookup(row => row[0]);
    }
}
