using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Data, codebook, cleaning and frequencies of a survey.</summary>
internal static class SurveyDesign
{
    private const int FirstRows = 6;
    private const int MostColumns = 10;

    public static Table Of(CleaningReport report) => Table.Of(
        "Flow of cases",
        [new CleaningStep("Started", 0, report.Started), .. report.Steps],
        of =>
        [
            of.Text("Step", step => step.Reason),
            of.Count("Left out", step => step.Reason == "Started" ? null : step.LeftOut),
            of.Count("Remaining", step => step.Remaining),
        ],
        notes: report.Missing.Select(missing => $"Missing answers, {missing.Reason}{Codes(missing)}: {missing.Answers} in {missing.Columns.Count} {(missing.Columns.Count == 1 ? "column" : "columns")} of the raw file."));

    private static string Codes(MissingAnswers missing) => missing.Codes is [var code] && code == missing.Reason ? "" : $" ({string.Join(", ", missing.Codes)})";

    public static Table Of(FrequencyTable table) => Table.Of(
        $"Frequencies of {table.Column}",
        table,
        of => [of.Text("Value", row => row.Label.Length > 0 ? row.Label : row.Value), of.Count("n", row => row.Count), of.Number("%", 1, row => row.Percent)],
        notes: table.Count > 0 ? [$"Percentages of the {table[0].Base} cases that have a value."] : null);

    public static Summary Of(Codebook codebook) => new(codebook.Title,
    [
        new Paragraph(codebook.About),
        Items(codebook.Items, codebook.Scales),
        Of(codebook.Columns, "Other columns"),
    ]);

    public static Table Of(IReadOnlyList<CodebookColumn> columns, string caption = "Columns") => Table.Of(
        caption,
        columns,
        of =>
        [
            of.Text("Column", column => column.Name),
            of.Text("Holds", column => PlainFacts.Words(column.Kind.ToString())),
            of.Text("Meaning", column => column.Text),
            of.Text("Values", column => string.Join("; ", column.Values.Select(value => $"{value.Key} = {value.Value}"))),
        ]);

    public static Table Of(Scale scale) => Items(scale.Items, [scale]);

    public static Table Items(IReadOnlyList<Item> items, IReadOnlyList<Scale>? scales = null) => Table.Of(
        "Items",
        items,
        of =>
        [
            of.Text("Item", item => item.Name),
            of.Text("Text", item => item.Text),
            of.Text("Answers", item => item.Range.ToString()),
            of.Text("Key", item => item.IsReversed ? "reversed" : "straight"),
        ],
        item => scales?.FirstOrDefault(scale => scale.Name == item.Scale)?.Title ?? item.Scale);

    public static Table Of(SurveyData survey) =>
        Head(survey.Table, $"{survey.Codebook.Title}{(survey.IsRecoded ? ", reverse-keyed items recoded" : "")}");

    public static Table Of(DataTable table) => Head(table, Path.GetFileName(table.Source));

    private static Table Head(DataTable table, string caption)
    {
        var rows = Math.Min(table.Count, FirstRows);
        var names = table.Names.Take(MostColumns).ToList();
        return new(
            caption,
            names.Select(name => new Column(name, table.Texts(name).Take(rows).Select(text => Value(table, name, text)))),
            notes: [$"The first {rows} of {table.Count} cases, {names.Count} of {table.Names.Count} columns."]);
    }

    private static Cell Value(DataTable table, string name, string? text) =>
        table.IsNumeric(name) ? Cell.Verbatim(text) : Cell.Text(text);
}
