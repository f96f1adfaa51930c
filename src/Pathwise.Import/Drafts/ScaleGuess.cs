using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Import.Contents;
using Pathwise.Import.Services;
using Pathwise.Tables;

namespace Pathwise.Import.Drafts;

/// <summary>Columns that are probably the items of one scale: names alike but for a number at the end, whole numbers in a small range.</summary>
/// <param name="Name">The name of the scale: what the names of the items have in common.</param>
/// <param name="Lowest">The lowest answer, by its label or as it occurs.</param>
/// <param name="Highest">The highest answer.</param>
/// <param name="IsFromLabels">Whether the range is that of the labels.</param>
/// <param name="Items">The columns.</param>
internal sealed partial record ScaleGuess(string Name, int Lowest, int Highest, bool IsFromLabels, IReadOnlyList<ImportedColumn> Items)
{
    private const int Widest = 10;

    /// <summary>The scales that names and answers suggest; a column that is alone is no scale.</summary>
    public static IReadOnlyList<ScaleGuess> Of(ImportedFile file)
    {
        var items = file.Columns.Select(column => (column, stem: Stem().Match(column.Name), range: Range(column))).Where(each => each.stem.Success && each.range is not null).ToArray();
        var guesses = items.GroupBy(each => each.stem.Groups["stem"].Value, StringComparer.Ordinal).Select(group => Guess(group.Key, [.. group.Select(each => (each.column, each.range!.Value))]));
        var taken = file.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return [.. guesses.OfType<ScaleGuess>().Select(guess => taken.Add(guess.Name) ? guess : guess with { Name = $"{guess.Name}_scale" })];
    }

    /// <summary>Whether the name says that the item is worded the other way round, as col2r and col2_r do.</summary>
    public static bool IsNamedReversed(string name) => Reversed().IsMatch(name);

    // Check boxes of one question are alike, and measure nothing together.
    private static ScaleGuess? Guess(string name, (ImportedColumn Column, Span Range)[] items)
    {
        var (lowest, highest) = (items.Min(item => item.Range.Lowest), items.Max(item => item.Range.Highest));
        if (items.Length < 2 || highest - lowest < 2 || highest - lowest > Widest)
            return null;
        return new(name, lowest, highest, Array.Exists(items, item => item.Range.IsFromLabels), [.. items.Select(item => item.Column)]);
    }

    private static Span? Range(ImportedColumn column)
    {
        if (column.Content != CellContent.Number)
            return null;
        var missing = column.Missing.Select(each => each.Code).ToHashSet(StringComparer.Ordinal);
        var labelled = column.Labels.Where(label => !missing.Contains(label.Code) && MissingWords.Reason(label.Text) is null).Select(label => Whole(label.Code)).OfType<int>().ToArray();
        var (lowest, highest, isFromLabels) = labelled.Length > 1 ? (labelled.Min(), labelled.Max(), true) : (int.MaxValue, int.MinValue, false);
        foreach (var cell in column.Cells)
        {
            if (cell is null || missing.Contains(cell))
                continue;
            if (Whole(cell) is not { } value)
                return null;
            (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        }

        return lowest <= highest && (long)highest - lowest <= Widest ? new(lowest, highest, isFromLabels) : null;
    }

    private static int? Whole(string text) => Number.IsNumber(text) && Number.Parse(text) is var value && double.IsInteger(value) && Math.Abs(value) < 1e6 ? int.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<stem>[\p{L}][\p{L}\d_.]*?)[_.]*(?:SQ)?\d+[_.]?[a-zA-Z]?$")]
    private static partial Regex Stem();

    [GeneratedRegex(@"\d_?[rR]$|_(rev|reversed)$")]
    private static partial Regex Reversed();

    /// <summary>The answers of one column.</summary>
    private readonly record struct Span(int Lowest, int Highest, bool IsFromLabels);
}
