using System.Globalization;
using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>Holds the cells of a file against its codebook.</summary>
internal static class CellCheck
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Requires that the file has the columns of the codebook and no others, and that every cell can be what it says.</summary>
    public static void Require(DataTable table, Codebook codebook)
    {
        RequireColumns(table, codebook);
        Check[] checks = [.. codebook.Columns.Select(column => Of(table, column)), .. codebook.Items.Select(item => Of(table, item))];
        for (var i = 0; i < table.Count; i++)
        {
            foreach (var check in checks)
            {
                if (!check.Fits(i))
                    throw Misfit(table, i, check);
            }
        }
    }

    /// <summary>The time that a cell of a column of times states, midnight where it is a date alone.</summary>
    public static DateTime Time(string text) => DateTime.ParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None);

    private static void RequireColumns(DataTable table, Codebook codebook)
    {
        var described = codebook.Columns.Select(column => column.Name).Concat(codebook.ItemNames).ToHashSet(StringComparer.Ordinal);
        if (described.FirstOrDefault(name => !table.Has(name)) is { } missing)
            throw new InputException($"{table.Source}, line 1: column '{missing}' is missing; {codebook.Source} describes it.");
        if (table.Names.Concat(table.Doubled.Keys).FirstOrDefault(name => !described.Contains(name)) is { } unknown)
            throw new InputException($"{table.Source}, line 1: column '{unknown}' is not described in {codebook.Source}.");
    }

    private static InputException Misfit(DataTable table, int position, Check check)
    {
        var text = table.Texts(check.Column)[position];
        var found = text is null ? "the cell is blank" : $"{Quoted.Of(text)} does not fit";
        return new InputException(FormattableString.Invariant(
            $"{table.Source}, line {table.Lines[position]}, column '{check.Column}': {found}; expected {check.Expected()}."));
    }

    private static Check Of(DataTable table, CodebookColumn column)
    {
        var texts = table.Texts(column.Name);
        var areNumbers = table.IsNumeric(column.Name);
        return new Check(column.Name, i => (areNumbers && column.Kind == ColumnKind.Number) || Fits(column, texts[i]), () => Expected(column));
    }

    private static Check Of(DataTable table, Item item)
    {
        string Expected() => $"{(item.HasDecimals ? "a number" : "a whole number")} ({item.Range}), or blank or NA where missing";
        if (!table.IsNumeric(item.Name))
        {
            var texts = table.Texts(item.Name);
            return new Check(item.Name, i => IsAnswer(item, texts[i]), Expected);
        }

        var numbers = table.Numbers(item.Name);
        return new Check(item.Name, i => double.IsNaN(numbers[i]) || item.HasDecimals || double.IsInteger(numbers[i]), Expected);
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

    private static bool IsAnswer(Item item, string? text) =>
        text is null || (Number.IsNumber(text) && (item.HasDecimals || double.IsInteger(Number.Parse(text))));

    /// <summary>What is asked of the cells of one column: whether the one at a position fits, and what was expected of one that does not.</summary>
    private sealed record Check(string Column, Func<int, bool> Fits, Func<string> Expected);
}
