using CsvHelper;

namespace Pathwise.Tables;

/// <summary>
/// The records of a comma-separated file as they are written: a header row with distinct names, then rows of as many
/// fields as the header, each with the line it starts on.
/// </summary>
internal sealed class CsvRecords
{
    private CsvRecords(string path, string[] names, IReadOnlyList<CsvRecord> rows)
    {
        Path = path;
        Names = names;
        Rows = rows;
    }

    /// <summary>The file, as it was named by the caller.</summary>
    public string Path { get; }

    /// <summary>The names in the header, in the order of the file.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rows below the header; blank lines are passed over.</summary>
    public IReadOnlyList<CsvRecord> Rows { get; }

    /// <summary>Reads a file; whatever is wrong with its form is an <see cref="InputException"/>.</summary>
    public static CsvRecords Read(string path)
    {
        var all = Parse(path, FileText.Utf8(path));
        if (all.Count == 0)
            throw new InputException($"{path} has no header and no rows.");
        var header = all[0];
        RequireNames(path, header);
        RequireSameWidth(path, header, all);
        if (all.Count == 1)
            throw new InputException($"{path} has a header but no rows below it.");
        return new CsvRecords(path, header.Fields, all[1..]);
    }

    /// <summary>The records of a text as they are, of any width; a misplaced quotation mark is an <see cref="InputException"/>.</summary>
    public static List<CsvRecord> Parse(string path, ReadOnlyMemory<byte> utf8)
    {
        var records = new List<CsvRecord>();
        try
        {
            using var reader = Reader(utf8, ',');
            while (reader.Read())
                records.Add(new CsvRecord((int)reader.LineNumber, Fields(reader)));
        }
        catch (CsvFormatException problem)
        {
            throw Misquoted(path, problem);
        }

        return records;
    }

    /// <summary>A reader of records whose fields this character separates; blanks around a field are no part of it.</summary>
    public static CsvReader Reader(ReadOnlyMemory<byte> utf8, char separator) => CsvReader.Create(utf8, new CsvReaderOptions
    {
        Separator = separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    });

    /// <summary>The fields of the record that a reader stands on.</summary>
    public static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = reader.GetString(i);
        return fields;
    }

    /// <summary>What to say of a record that the reader cannot cut.</summary>
    public static InputException Misquoted(string path, CsvFormatException problem) =>
        new($"{path}, line {problem.LineNumber}: a quotation mark is misplaced or never closed.", problem);

    private static void RequireNames(string path, CsvRecord header)
    {
        if (header.Fields is [var only] && only.AsSpan().ContainsAny(';', '\t'))
            throw new InputException($"{path}, line {header.Line}: the header has no comma; expected columns separated by commas.");
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Fields.Length; i++)
        {
            var name = header.Fields[i];
            if (name.Length == 0)
                throw new InputException($"{path}, line {header.Line}: column {i + 1} has no name; expected a name for every column.");
            if (!first.TryAdd(name, i))
                throw new InputException(
                    $"{path}, line {header.Line}: columns {first[name] + 1} and {i + 1} are both named {Quoted.Of(name)}; expected distinct names.");
        }
    }

    private static void RequireSameWidth(string path, CsvRecord header, List<CsvRecord> all)
    {
        foreach (var row in all)
        {
            if (row.Fields.Length != header.Fields.Length)
                throw new InputException(
                    $"{path}, line {row.Line}: {row.Fields.Length} fields; the header has {header.Fields.Length}.");
        }
    }
}

/// <summary>One record of a file: the line it starts on (the first is 1) and its fields as text.</summary>
internal sealed record CsvRecord(int Line, string[] Fields);
