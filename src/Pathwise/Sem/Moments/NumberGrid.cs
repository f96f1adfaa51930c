using Pathwise.Tables;

namespace Pathwise.Sem.Moments;

/// <summary>Rows of numbers under named columns, with or without a first column that names the rows.</summary>
internal sealed record NumberGrid(string Path, IReadOnlyList<string> Names, IReadOnlyList<NumberRow> Rows)
{
    public static NumberGrid Read(string path)
    {
        var records = CsvRecords.Parse(path, FileText.Utf8(path)).Where(record => record.Fields.Any(field => field.Length > 0)).ToList();
        if (records.Count == 0)
            throw new InputException($"{path} has no names and no numbers; expected a header that names each variable and rows of numbers.");
        var (header, body) = (records[0], records[1..]);
        var hasRowNames = body.Count > 0 && body.TrueForAll(row => row.Fields[0].Length > 0 && !Number.IsNumber(row.Fields[0]) && row.Fields[0] != "NA");
        // R writes the header of row names blank, or leaves it out.
        var skipsHeader = hasRowNames && (header.Fields[0].Length == 0 || body.TrueForAll(row => row.Fields.Length <= header.Fields.Length));
        var names = skipsHeader ? header.Fields[1..] : header.Fields;
        RequireNames(path, names);
        return new NumberGrid(path, names, body.ConvertAll(row => Row(path, row, names, hasRowNames)));
    }

    private static void RequireNames(string path, string[] names)
    {
        if (Array.IndexOf(names, "") >= 0 || Array.Exists(names, Number.IsNumber))
            throw new InputException($"{path}, line 1: expected a header that names each variable; there is: {string.Join(", ", names)}.");
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"{path}, line 1: two columns are named '{twice.Key}'; expected distinct names.");
    }

    private static NumberRow Row(string path, CsvRecord record, string[] names, bool hasName)
    {
        var fields = hasName ? record.Fields[1..] : record.Fields;
        if (fields.Length > names.Length)
            throw new InputException($"{path}, line {record.Line}: {fields.Length} numbers for {names.Length} variables.");
        return new NumberRow(record.Line, hasName ? record.Fields[0] : null, Array.ConvertAll(fields, Value));

        double? Value(string field) => field is "" or "NA" ? null
            : Number.IsNumber(field) ? Number.Parse(field)
            : throw new InputException($"{path}, line {record.Line}: {Quoted.Of(field)} is not a number.");
    }
}

/// <summary>One row: the line it stands on, its name if it has one, and its numbers; null where blank or left out.</summary>
internal sealed record NumberRow(int Line, string? Name, double?[] Values)
{
    public double? this[int column] => column < Values.Length ? Values[column] : null;
}
