using System.Globalization;

namespace Pathwise.Tables;

/// <summary>Tables written for other programs.</summary>
public static class TableFile
{
    /// <summary>
    /// Writes a table as comma-separated values with a header row, missing cells blank; makes the folder if there is none.
    /// The file is written whole or not at all.
    /// </summary>
    public static void Write(this DataTable table, string path) =>
        OutputFile.Write(path, writer => writer.Write(Text(table)), makesFolder: true);

    /// <summary>The text of the file.</summary>
    internal static string Text(DataTable table)
    {
        var columns = table.Names.Select(name => Fields(table, name)).ToArray();
        var rows = Enumerable.Range(0, table.Count).Select(i => string.Join(',', columns.Select(column => Quoted(column[i]))));
        return string.Concat(rows.Prepend(string.Join(',', table.Names.Select(Quoted))).Select(row => row + "\n"));
    }

    private static string[] Fields(DataTable table, string name) => table.IsNumeric(name)
        ? [.. table.Numbers(name).Select(number => double.IsNaN(number) ? "" : number.ToString("R", CultureInfo.InvariantCulture))]
        : [.. table.Texts(name).Select(text => text ?? "")];

    /// <summary>A field of the file, in quotation marks where it needs them.</summary>
    internal static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
