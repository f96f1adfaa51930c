using Pathwise.Import.Contents;

namespace Pathwise.Import.Drafts;

/// <summary>The cells of an imported file as comma-separated values with a header row, in UTF-8.</summary>
internal static class AnswersFile
{
    public static void Write(TextWriter writer, ImportedFile file)
    {
        writer.Write(string.Join(',', file.Columns.Select(column => Quoted(column.Name))));
        writer.Write('\n');
        for (var row = 0; row < file.Count; row++)
        {
            for (var column = 0; column < file.Columns.Count; column++)
            {
                if (column > 0)
                    writer.Write(',');
                writer.Write(Quoted(file.Columns[column].Cells[row] ?? ""));
            }

            writer.Write('\n');
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") || (field.Length > 0 && (field[0] == ' ' || field[^1] == ' ')) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
