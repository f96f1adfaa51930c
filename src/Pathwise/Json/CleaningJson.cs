using System.Text.Json;
using Pathwise.Surveys;

namespace Pathwise.Json;

/// <summary>What a codebook's rules made of the cases, as JSON: the member <c>cleaning</c> of results, and the flow of <c>pathwise clean</c>.</summary>
internal static class CleaningJson
{
    /// <summary>The member <c>cleaning</c>.</summary>
    public static void Cleaning(this Utf8JsonWriter json, CleaningReport report) => json.Object("cleaning", () => json.Flow(report));

    /// <summary>How many cases started, what each rule left out, how many are usable, and which items were recoded.</summary>
    public static void Flow(this Utf8JsonWriter json, CleaningReport report)
    {
        json.WriteString("codebook", Path.GetFileName(report.Data.Codebook.Source));
        json.WriteNumber("started", report.Started);
        json.WriteNumber("usable", report.Usable);
        json.Rows("steps", report.Steps, step =>
        {
            json.WriteString("reason", step.Reason);
            json.WriteNumber("left.out", step.LeftOut);
            json.WriteNumber("remaining", step.Remaining);
        });
        json.Rows("missing", report.Missing, missing =>
        {
            json.WriteString("reason", missing.Reason);
            json.Texts("codes", missing.Codes);
            json.WriteNumber("answers", missing.Answers);
            json.Texts("columns", missing.Columns);
        });
        json.Texts("recoded", report.Data.Codebook.Items.Where(item => item.IsReversed).Select(item => item.Name));
    }

    /// <summary>Every case that was left out: its line in the file, its identifier where there is one, and the reason.</summary>
    public static void Cases(this Utf8JsonWriter json, CleaningReport report) => json.Rows("cases", report.Cases.Where(each => !each.IsKept), each =>
    {
        json.WriteNumber("line", each.Line);
        json.WriteString("id", each.Identifier);
        json.WriteString("reason", each.Reason);
    });
}
