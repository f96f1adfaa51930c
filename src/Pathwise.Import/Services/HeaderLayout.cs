using System.Text.RegularExpressions;
using Pathwise.Import.Contents;
using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>Which program wrote a text or a sheet, and which of its rows are headings.</summary>
/// <param name="Service">The survey service, null where none is recognised.</param>
/// <param name="WordingRow">The row (from 0) with the wording of the questions, null where there is none.</param>
/// <param name="FirstRow">The row (from 0) of the first case.</param>
internal sealed partial record HeaderLayout(string? Service, int? WordingRow, int FirstRow)
{
    public const string Qualtrics = "Qualtrics";
    public const string SurveyMonkey = "SurveyMonkey";
    public const string LimeSurvey = "LimeSurvey";
    public const string SoSci = "SoSci Survey";
    public const string Redcap = "REDCap";
    public const string GoogleForms = "Google Forms";

    private const string ImportId = "{\"ImportId\"";

    /// <summary>Told by the names that each service gives its own columns.</summary>
    public static HeaderLayout Of(Grid grid)
    {
        var first = grid.Rows[0];
        if (ImportRow(grid) is { } import)
            return new(Qualtrics, import == 2 ? 1 : null, import + 1);
        if (Has(first, "Respondent ID", "respondent_id") && Has(first, "Collector ID", "collector_id", "Start Date", "Date Created"))
            return grid.Rows.Count > 1 && grid.Cell(1, 0).Length == 0 ? new(SurveyMonkey, 1, 2) : new(SurveyMonkey, null, 1);
        if (Has(first, "CASE") && Has(first, "QUESTNNR", "SERIAL", "STARTED"))
            return grid.Rows.Count > 1 && !Number.IsNumber(grid.Cell(1, 0)) ? new(SoSci, 1, 2) : new(SoSci, null, 1);
        if (Has(first, "submitdate", "Date submitted", "Datum Abgeschickt") && Has(first, "id", "Response ID", "Antwort ID"))
            return new(LimeSurvey, null, 1);
        if (Has(first, "record_id", "redcap_event_name") || Array.Exists(first, heading => Checkbox().IsMatch(heading)))
            return new(Redcap, null, 1);
        if (first[0] is "Timestamp" or "Zeitstempel" or "Horodateur")
            return new(GoogleForms, null, 1);
        return HasWording(grid) ? new(null, 1, 2) : new(null, null, 1);
    }

    private static bool Has(string[] headings, params string[] names) => Array.Exists(headings, heading => names.Contains(heading, StringComparer.OrdinalIgnoreCase));

    private static int? ImportRow(Grid grid)
    {
        for (var row = 1; row < Math.Min(3, grid.Rows.Count); row++)
        {
            var filled = grid.Rows[row].Where(cell => cell.Length > 0).ToArray();
            if (filled.Count(cell => cell.StartsWith(ImportId, StringComparison.Ordinal)) > filled.Length / 2)
                return row;
        }

        return null;
    }

    // A second row of words above columns of numbers.
    private static bool HasWording(Grid grid)
    {
        if (grid.Rows.Count < 4)
            return false;
        var (words, above) = (0, 0);
        for (var column = 0; column < grid.Rows[1].Length; column++)
        {
            var cell = grid.Cell(1, column);
            if (cell.Length == 0)
                continue;
            if (!NotNumbers.IsWording(cell))
                return false;
            words++;
            above += Enumerable.Range(2, Math.Min(20, grid.Rows.Count - 2)).Select(row => grid.Cell(row, column)).Where(each => each.Length > 0) is var below && below.Any() && below.All(Number.IsNumber) ? 1 : 0;
        }

        return words > 1 && above > 0 && above >= words / 2;
    }

    [GeneratedRegex(@"^\w+___\w+$")]
    private static partial Regex Checkbox();
}
