using System.CommandLine;
using System.Text.Json;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Import;
using Pathwise.Import.Contents;
using Pathwise.Import.Drafts;
using Pathwise.Json;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Imports a file of answers as a CSV with the draft of its codebook.</summary>
internal static class ImportCommand
{
    private const int MostMisfits = 20;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "An export: CSV of any dialect, .sav, .zsav, .dta, .xlsx or .ods; told by its content, not by its name." };
        var folder = new Option<string>("--out") { Description = "The folder for answers.csv and answers.codebook.yaml; made if there is none.", HelpName = "DIR", Required = true };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of a workbook; else the first one with cells.", HelpName = "NAME" };
        var dictionary = new Option<string?>("--dictionary") { Description = "The data dictionary of a REDCap project, which labels its export.", HelpName = "CSV" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces the two files where they are there already." };
        var output = new OutputArguments();
        var command = new Command("import", "Imports answers of a survey service, SPSS, Stata or a spreadsheet: a CSV and the draft of its codebook.") { file, folder, sheet, dictionary, overwrite };
        foreach (var option in output.Options)
            command.Add(option);
        command.SetAction(parsed =>
        {
            output.Check(parsed);
            var (place, mayReplace) = (parsed.GetValue(folder)!, parsed.GetValue(overwrite));
            ImportDraft.Probe(place, mayReplace);
            var imported = SurveyImport.Read(parsed.GetValue(file)!, new() { Sheet = parsed.GetValue(sheet), Dictionary = parsed.GetValue(dictionary) });
            imported.WriteDraft(place, mayReplace);
            output.Write(parsed, json => Write(json, imported, place), () => Shown(imported, place), DataAccount.Empty);
            return ExitCode.Done;
        });
        return command;
    }

    private static Summary Shown(ImportedFile file, string folder) => new(
        $"{Path.GetFileName(file.Source)}: {file.Form}",
        [
            new Listing(string.Join('\n', file.Decisions.Select(decision => $"- {decision.ReplaceLineEndings(" ")}"))),
            Table.Of($"{file.Count} cases, {file.Columns.Count} columns", file.Columns, of =>
            [
                of.Text("Column", column => column.Name),
                of.Text("Holds", column => Holds(column)),
                of.Count("Values", column => column.Cells.Count(cell => cell is not null)),
                of.Count("Labels", column => column.Labels.Count),
                of.Text("Missing", column => string.Join("; ", column.Missing.Select(missing => $"{missing.Code} = {missing.Reason}{(missing.IsDeclared || !Tables.Number.IsNumber(missing.Code) ? "" : " (proposed)")}"))),
                of.Text("Text", column => Clipped(column.Text)),
            ]),
            .. Misfits(file.Misfits),
            new Paragraph($"Written: {Path.Combine(folder, "answers.csv")} and {Path.Combine(folder, "answers.codebook.yaml")}, a draft; read it and confirm what it guesses."),
        ]);

    private static IEnumerable<Exhibit> Misfits(IReadOnlyList<Misfit> misfits)
    {
        if (misfits.Count > 0)
            yield return Table.Of("What did not fit", [.. misfits.Take(MostMisfits)], of =>
                [of.Count("Row", each => each.Row), of.Text("Column", each => each.Column), of.Text("Value", each => Clipped(each.Value)), of.Text("Outcome", each => each.Outcome)]);
        if (misfits.Count > MostMisfits)
            yield return new Paragraph($"{misfits.Count - MostMisfits} more did not fit; --format json lists all.");
    }

    private static string Holds(ImportedColumn column) => column.Content switch { CellContent.Number => "numbers", CellContent.Time => "dates", _ => "texts" };

    private static string Clipped(string text) => Tables.Quoted.Clipped(text.ReplaceLineEndings(" "), 50);

    private static void Write(Utf8JsonWriter json, ImportedFile file, string folder)
    {
        json.WriteString("source", file.Source);
        json.WriteString("form", file.Form);
        json.WriteString("answers", Path.Combine(folder, "answers.csv"));
        json.WriteString("codebook", Path.Combine(folder, "answers.codebook.yaml"));
        json.WriteNumber("cases", file.Count);
        json.Texts("decisions", file.Decisions);
        json.Rows("columns", file.Columns, column => Write(json, column));
        json.Rows("misfits", file.Misfits, each =>
        {
            json.WriteNumber("row", each.Row);
            json.WriteString("column", each.Column);
            json.WriteString("value", each.Value);
            json.WriteString("outcome", each.Outcome);
        });
    }

    private static void Write(Utf8JsonWriter json, ImportedColumn column)
    {
        json.WriteString("name", column.Name);
        json.WriteString("heading", column.Heading);
        json.WriteString("text", column.Text);
        json.WriteString("holds", Holds(column));
        json.WriteNumber("values", column.Cells.Count(cell => cell is not null));
        json.Rows("labels", column.Labels, label =>
        {
            json.WriteString("code", label.Code);
            json.WriteString("text", label.Text);
        });
        json.Rows("missing", column.Missing, missing =>
        {
            json.WriteString("code", missing.Code);
            json.WriteString("reason", missing.Reason);
            json.WriteBoolean("declared", missing.IsDeclared);
            json.WriteNumber("count", missing.Count);
        });
    }
}
