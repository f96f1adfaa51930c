using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>What a codebook says of the coding of categorical variables.</summary>
internal static class CodebookCodings
{
    /// <summary>The codings of a codebook's columns: those that it names, and indicators of choices that are no numbers.</summary>
    public static IEnumerable<CategoryCoding> Of(Codebook? codebook) => (codebook?.Columns ?? []).Select(Of).OfType<CategoryCoding>();

    /// <summary>A coding with the categories that a codebook has of its variable, where it names none itself.</summary>
    public static CategoryCoding Described(this CategoryCoding coding, Codebook? codebook) => coding.Categories.Count > 0
        ? coding
        : coding with { Categories = [.. codebook?.Columns.FirstOrDefault(column => column.Name == coding.Name)?.Values.Keys ?? []] };

    private static CategoryCoding? Of(CodebookColumn column) => column.Coding
        ?? (column.Kind == ColumnKind.Choice && !column.Values.Keys.All(Number.IsNumber) ? new() { Name = column.Name, Categories = [.. column.Values.Keys] } : null);
}
