using System.Globalization;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Drafts;

/// <summary>What a column that is no item holds, in the words of a codebook.</summary>
internal static class ColumnGuess
{
    private const int MostValues = 30;

    private static readonly string[] Identifiers =
    [
        "id", "row", "responseid", "response_id", "respondent_id", "respondentid", "record_id", "recordid", "case", "caseid", "case_id", "participant", "participant_id", "subject", "subject_id", "pid", "antwort_id", "serial",
    ];

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Whether a column names the cases: by its own name, with a value in every row that no other row has.</summary>
    public static bool IsIdentifier(ImportedColumn column) =>
        Identifiers.Contains(column.Name, StringComparer.OrdinalIgnoreCase)
        && column.Missing.Count == 0
        && column.Cells.All(cell => cell is not null)
        && column.Cells.Distinct().Count() == column.Cells.Count;

    /// <summary>time, choice, number or text.</summary>
    public static string Kind(ImportedColumn column) => column.Content switch
    {
        CellContent.Time => column.Cells.All(cell => cell is null || DateTime.TryParseExact(cell, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? "time" : "text",
        CellContent.Number => column.Labels.Count > 0 && IsChoice(column, labelled: true) ? "choice" : "number",
        _ => IsChoice(column, column.Labels.Count > 0) ? "choice" : "text",
    };

    /// <summary>The values of a choice with their labels: those of the file, then what else occurs.</summary>
    public static IEnumerable<(string Value, string Label)> Values(ImportedColumn column)
    {
        var labels = column.Labels.Where(label => label.Code.Trim().Length > 0).DistinctBy(label => label.Code).ToArray();
        return labels.Select(label => (label.Code, label.Text.Length > 0 ? label.Text : label.Code))
            .Concat(Occurring(column).Except(labels.Select(label => label.Code)).Select(value => (value, value)));
    }

    // Services write the answers to a question that allows several in one cell: 1,3,4.
    private static bool AreSeveral(string value) => value.Split(',') is { Length: > 1 } parts && parts.All(Tables.Number.IsNumber);

    private static IEnumerable<string> Occurring(ImportedColumn column) => column.Cells.OfType<string>().Distinct();

    // Values that come again, and few; a label for most of those that occur where there are labels.
    private static bool IsChoice(ImportedColumn column, bool labelled)
    {
        var values = Occurring(column).Take(1000).ToArray();
        var unlabelled = values.Except(column.Labels.Select(label => label.Code)).Count();
        var filled = column.Cells.Count(cell => cell is not null);
        return labelled
            ? unlabelled <= values.Length / 2
            : values.Length is > 0 and <= MostValues && values.Length * 2 <= filled && !values.Any(value => value.Length > 80 || value.Trim() != value || AreSeveral(value));
    }
}
