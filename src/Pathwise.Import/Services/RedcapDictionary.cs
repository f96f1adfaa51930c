using Pathwise.Import.Contents;

namespace Pathwise.Import.Services;

/// <summary>The data dictionary of a REDCap project: labels of fields and of their choices.</summary>
internal sealed class RedcapDictionary
{
    private const string Field = "Variable / Field Name";
    private const string Label = "Field Label";
    private const string Type = "Field Type";
    private const string Choices = "Choices, Calculations, OR Slider Labels";

    private readonly Dictionary<string, (string Label, string Type, ValueLabel[] Choices)> fields = new(StringComparer.Ordinal);

    private RedcapDictionary(Grid grid)
    {
        int[] at = [.. new[] { Field, Label, Type, Choices }.Select(heading => Array.IndexOf(grid.Rows[0], heading))];
        for (var row = 1; row < grid.Rows.Count; row++)
            fields[grid.Cell(row, at[0])] = (grid.Cell(row, at[1]), grid.Cell(row, at[2]), Split(grid.Cell(row, at[3])));
        Source = grid.Source;
    }

    private string Source { get; }

    /// <summary>Whether rows are those of a dictionary.</summary>
    public static bool Is(Grid grid) => new[] { Field, Label, Type, Choices }.All(grid.Rows[0].Contains);

    /// <summary>The dictionary in a file; any other file is an <see cref="InputException"/>.</summary>
    public static RedcapDictionary Of(Grid grid) => Is(grid)
        ? new(grid)
        : throw new InputException($"{grid.Source} is no data dictionary of REDCap; expected the columns {Field}, {Label}, {Type} and {Choices}.");

    /// <summary>The file with the labels that the dictionary has for its columns.</summary>
    public ImportedFile Describe(ImportedFile file)
    {
        var columns = file.Columns.Select(column => Described(column, column.Heading ?? column.Name)).ToArray();
        var known = columns.Count(column => IsKnown(column.Heading ?? column.Name));
        return file.With(columns, [$"{known} of {columns.Length} columns are described by the data dictionary {Source}."]);
    }

    private bool IsKnown(string name) => fields.ContainsKey(name) || fields.ContainsKey(Before(name));

    private ImportedColumn Described(ImportedColumn column, string name)
    {
        if (fields.TryGetValue(name, out var field))
            return column with { Text = field.Label.Length > 0 ? field.Label : column.Text, Labels = field.Type switch { "yesno" => [new("0", "No"), new("1", "Yes")], "truefalse" => [new("0", "False"), new("1", "True")], "slider" or "calc" => column.Labels, _ => field.Choices.Length > 0 ? field.Choices : column.Labels } };
        if (!fields.TryGetValue(Before(name), out var checkbox))
            return column;
        var code = name[(Before(name).Length + 3)..];
        var choice = checkbox.Choices.FirstOrDefault(choice => choice.Code.Replace('-', '_').Equals(code, StringComparison.OrdinalIgnoreCase))?.Text ?? code;
        return column with { Text = $"{checkbox.Label}: {choice}", Labels = [new("0", "not checked"), new("1", "checked")] };
    }

    // The column of one box of several: name___code.
    private static string Before(string name) => name.IndexOf("___", StringComparison.Ordinal) is var at and > 0 ? name[..at] : name;

    // 1, yes | 2, no
    private static ValueLabel[] Split(string choices) =>
        [.. choices.Split('|').Select(choice => choice.Split(',', 2, StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2 && parts[0].Length > 0).Select(parts => new ValueLabel(parts[0], parts[1]))];
}
