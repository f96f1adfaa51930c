using CsvHelper;

namespace Pathwise.Tables;

/// <summary>Reads a file of cases column by column, as R, pandas, spreadsheets and survey programs write it.</summary>
internal sealed class TableReader
{
    private readonly string path;
    private readonly CsvReader reader;
    private readonly HashSet<int> skipped;
    private readonly MissingCodes missing;
    private readonly DecimalComma? comma;
    private readonly List<string> notes = [];
    private TableRows rows;
    private int record;

    private TableReader(string path, CsvReader reader, char separator, ReadingOptions options)
    {
        this.path = path;
        this.reader = reader;
        skipped = [.. options.SkippedRows];
        missing = new MissingCodes(options.Missing);
        comma = separator == ',' ? null : new DecimalComma();
        var header = Next() ? TableHeader.Of(path, (int)reader.LineNumber, CsvRecords.Fields(reader)) : throw new InputException($"{path} has no header and no rows.");
        rows = new TableRows(path, header, missing, options.MissingIn, comma);
        if (comma is not null)
            notes.Add($"the columns of {path} are separated by {(separator == ';' ? "semicolons" : "tabs")}.");
    }

    /// <summary>Reads a file; whatever is wrong with its form is an <see cref="InputException"/>.</summary>
    public static DataTable Read(string path, ReadingOptions options)
    {
        if (options.SkippedRows.Any(row => row < 1))
            throw new InputException($"Row {options.SkippedRows.Min()} cannot be left out; rows are counted from 1.");
        var utf8 = FileText.Utf8(path);
        var header = Enumerable.Range(1, int.MaxValue).First(row => !options.SkippedRows.Contains(row));
        var separator = Separators.Of(utf8.Span, header);
        try
        {
            using var reader = CsvRecords.Reader(utf8, separator);
            return new TableReader(path, reader, separator, options).Table();
        }
        catch (CsvFormatException problem)
        {
            throw CsvRecords.Misquoted(path, problem);
        }
    }

    private DataTable Table()
    {
        while (Next())
        {
            if (rows.Count < 2 && IsImportRow())
                LeaveOutLabels();
            else
                rows.Add(reader, record);
        }

        if (rows.Count == 0)
            throw new InputException($"{path} has a header but no rows below it.");
        var columns = rows.Columns();
        return new DataTable(path, columns, rows.Lines)
        {
            FirstRow = rows.FirstRow,
            Doubled = rows.Doubled,
            Notes = [.. notes, .. rows.Notes, .. DecimalNote()],
            UnmetCodes = missing.Unmet,
            MissingCounts = rows.MissingCounts,
        };
    }

    private bool Next()
    {
        while (reader.Read())
        {
            if (!skipped.Contains(++record))
                return true;
        }

        return false;
    }

    // Qualtrics writes the wording of each question below the header, and below that a row of {"ImportId":"QID1"}.
    private bool IsImportRow()
    {
        var found = 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetSpan(i).StartsWith("{\"ImportId\""u8))
                found++;
            else if (!reader.GetSpan(i).IsEmpty)
                return false;
        }

        return found > 0;
    }

    private void LeaveOutLabels()
    {
        var what = rows.Count == 0 ? $"row {record}" : $"rows {record - 1} and {record}";
        notes.Add($"{what} of {path} are further header rows of Qualtrics (wording and ImportId), and were left out.");
        rows = rows.Emptied();
    }

    private IEnumerable<string> DecimalNote()
    {
        if (comma is { IsCertain: true })
            yield return $"numbers with a comma in {path} were read as decimal fractions (1,5 is 1.5).";
    }
}
