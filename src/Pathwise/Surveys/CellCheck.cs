using System.Globalization;

namespace Pathwise.Surveys;

/// <summary>Holds the cells of a file against its codebook.</summary>
internal static class CellCheck
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Requires that the file has the columns of the codebook and no others, and that every cell can be what it says.</summary>
    public static void Require(DataTable table, Codebook codebook)
    {
        RequireColumns(table, codebook);
        for (var i = 0; i < table.Count; i++)
        {
            foreach (var column in codebook.Columns)
                Require(table, i, column.Name, Fits(column, table.Texts(column.Name)[i]), Expected(column));
            foreach (var item in codebook.Items)
                Require(table, i, item.Name, IsAnswer(table.Texts(item.Name)[i]), $"a whole number ({item.Range}), or blank or NA where missing");
        }
    }

    private static void RequireColumns(DataTable table, Codebook codebook)
    {
        var described = codebook.Columns.Select(column => column.Name).Concat(codebook.ItemNames).ToHashSet(StringComparer.Ordinal);
        if (described.FirstOrDefault(name => !table.Has(name)) is { } missing)
            throw new InputException($"{table.Source}, line 1: column '{missing}' is missing; {codebook.Source} describes it.");
        if (table.Names.FirstOrDefault(name => !described.Contains(name)) is { } unknown)
            throw new InputException($"{table.Source}, line 1: column '{unknown}' is not described in {codebook.Source}.");
    }

    private static void Require(DataTable table, int position, string column, bool fits, string expected)
    {
        if (fits)
            return;
        var text = table.Texts(column)[position];
        var found = text is null ? "the cell is blank" : $"'{text}' does not fit";
        throw new InputException($"{table.Source}, line {table.Lines[position]}, column '{column}': {found}; expected {expected}.");
    }

    private static bool Fits(CodebookColumn column, string? text) => column.Kind switch
    {
        ColumnKind.Identifier => text is not null,
        ColumnKind.Time => text is null || DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ColumnKind.Choice => text is null || column.Values.ContainsKey(text),
        ColumnKind.Number => text is null || Number.IsNumber(text),
        _ => true,
    };

    private static string Expected(CodebookColumn column) => column.Kind switch
    {
        ColumnKind.Identifier => "an identifier in every row",
        ColumnKind.Time => "a date with time such as 2010-03-01T09:30, or blank",
        ColumnKind.Choice => $"{string.Join(", ", column.Values.Keys)}, or blank",
        _ => "a number, or blank or NA where missing",
    };

    private static bool IsAnswer(string? text) => text is null || (Number.IsNumber(text) && double.IsInteger(Number.Parse(text)));
}
