using Pathwise.Import.Contents;

namespace Pathwise.Import.Delimited;

/// <summary>Reads texts of any separator and encoding into rows.</summary>
internal static class DelimitedFile
{
    /// <summary>The rows of a text; bytes that are no text are an <see cref="InputException"/>.</summary>
    public static Grid Read(string path, byte[] content)
    {
        var encoding = TextEncoding.Of(content) ?? throw new InputException($"{path} is no text and no file that can be imported; expected CSV, .sav, .zsav, .dta, .xlsx or .ods.");
        TextReader Open() => new StreamReader(new MemoryStream(content, encoding.MarkBytes, content.Length - encoding.MarkBytes), encoding.Encoding, detectEncodingFromByteOrderMarks: false);
        var dialect = Dialect.Of(path, Open);
        var (rows, lines) = Rows(path, Open, dialect);
        if (rows.Count == 0)
            throw new InputException($"{path} is empty.");
        string[] decisions = [$"the text is {encoding.Note}, separated by {dialect.Name}.", .. Replaced(rows)];
        return new Grid(path, $"text separated by {dialect.Name}", rows, lines, decisions);
    }

    private static (List<string[]> Rows, List<int> Lines) Rows(string path, Func<TextReader> open, Dialect dialect)
    {
        using var text = open();
        var reader = new RecordReader(path, text, dialect.Separator);
        var (rows, lines, cells) = (new List<string[]>(), new List<int>(), 0L);
        if (dialect.HasLineOfItsOwn)
            reader.Read();
        while (reader.Read() is { } fields)
        {
            // The mark by which old programs end a text.
            if (Array.TrueForAll(fields, field => field.Length == 0) || fields is ["\u001A"])
                continue;
            cells += fields.Length;
            ImportLimits.RequireSize(path, cells, 1);
            rows.Add(fields);
            lines.Add(reader.Line);
        }

        return (rows, lines);
    }

    private static IEnumerable<string> Replaced(List<string[]> rows)
    {
        if (rows.Exists(row => Array.Exists(row, field => field.Contains('\uFFFD', StringComparison.Ordinal))))
            yield return "some letters could not be read and stand as \uFFFD.";
    }
}
