using System.Globalization;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>Values that are probably codes for missing answers, though the file does not say so: proposed, never applied.</summary>
internal static class MissingProposals
{
    // SoSci Survey's own codes ("Missing values" in its manual).
    private static readonly Dictionary<string, string> SoSci = new() { ["-9"] = "not answered", ["-8"] = "not shown", ["-1"] = "don't know", ["-2"] = "not applicable" };

    /// <summary>The file with what is proposed for each column of numbers, told by labels, by the survey service and by how far a value lies from the others.</summary>
    public static ImportedFile Add(ImportedFile file)
    {
        var isSoSci = file.Form.Contains(HeaderLayout.SoSci, StringComparison.Ordinal);
        var columns = file.Columns.Select(column => column.Content == CellContent.Number ? Proposed(column, isSoSci) : column).ToArray();
        return file.With(columns, Notes(columns));
    }

    private static ImportedColumn Proposed(ImportedColumn column, bool isSoSci)
    {
        var counts = Counts(column.Cells);
        var known = column.Missing.Select(missing => missing.Code).ToHashSet(StringComparer.Ordinal);
        var proposals = ByLabel(column).Concat(isSoSci ? SoSci.Select(code => (code.Key, code.Value)) : []).Concat(Far(column))
            .Where(each => counts.ContainsKey(each.Item1) && known.Add(each.Item1))
            .Select(each => new MissingReason(each.Item1, each.Item2, IsDeclared: false, counts[each.Item1]));
        return column with { Missing = [.. column.Missing, .. proposals] };
    }

    private static Dictionary<string, int> Counts(IReadOnlyList<string?> cells)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (cell is not null)
                counts[cell] = counts.GetValueOrDefault(cell) + 1;
        }

        return counts;
    }

    private static IEnumerable<(string Code, string Reason)> ByLabel(ImportedColumn column) =>
        from label in column.Labels
        let reason = MissingWords.Reason(label.Text)
        where reason is not null
        select (label.Code, reason);

    private static IEnumerable<(string Code, string Reason)> Far(ImportedColumn column)
    {
        var declared = column.Missing.Select(missing => missing.Code).ToHashSet(StringComparer.Ordinal);
        var numbers = column.Cells.Select(cell => cell is not null && !declared.Contains(cell) && Number.IsNumber(cell) ? Number.Parse(cell) : double.NaN).ToArray();
        var table = new DataTable("the column", [DataColumn.Of(column.Name, numbers)], [.. Enumerable.Range(1, numbers.Length)]);
        return table.FindPossibleCodes([column.Name]).Select(code => (code.Value, Labelled(column, code.Value) ?? "far from the other values"));
    }

    private static string? Labelled(ImportedColumn column, string code) => column.Labels.FirstOrDefault(label => label.Code == code)?.Text is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Notes(IReadOnlyList<ImportedColumn> columns)
    {
        foreach (var group in columns.SelectMany(column => column.Missing.Where(missing => missing.Count > 0), (column, missing) => (column.Name, missing)).GroupBy(each => (each.missing.Code, each.missing.Reason, each.missing.IsDeclared)))
        {
            var places = string.Join(", ", group.Take(5).Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Name} ({each.missing.Count})")));
            var more = group.Skip(5).Any() ? $" and {group.Count() - 5} more columns" : "";
            var how = group.Key.IsDeclared ? "the file declares it missing" : Number.IsNumber(group.Key.Code) ? "proposed as missing, taken as it stands until you confirm it" : "no number, therefore missing";
            yield return $"{group.Key.Code} ({group.Key.Reason}) in {places}{more}: {how}.";
        }
    }
}
