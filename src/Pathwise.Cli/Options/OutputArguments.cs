using System.CommandLine;
using System.Text.Json;
using Pathwise.Cli.Console;
using Pathwise.Json;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Cli.Options;

/// <summary>The option that says in which form a result is printed.</summary>
internal sealed class OutputArguments
{
    private const string Name = "--format";

    private static readonly Dictionary<string, bool> Forms = new() { ["table"] = false, ["json"] = true };

    private readonly Option<string?> format = new(Name) { Description = "table (default) for people, json for programs: null is what does not exist, as RMSEA and TLI without degrees of freedom.", HelpName = "NAME" };

    public IEnumerable<Option> Options => [format];

    /// <summary>Whether a command line asks for JSON.</summary>
    public static bool IsJson(ParseResult parsed) => parsed.GetValue<string?>(Name) is { } form && NamedChoice.Of(Name, form, Forms);

    /// <summary>Refuses an unknown form before any work.</summary>
    public void Check(ParseResult parsed) => parsed.Choice(format, Forms, false);

    /// <summary>Prints a result in the form asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="json">Writes the members of the JSON.</param>
    /// <param name="exhibit">Makes the tables.</param>
    /// <param name="data">What a reader must know of the data: the members "analysis", "cleaning" and "notes" of the JSON; beside tables, lines on standard error.</param>
    /// <param name="progress">What shows progress while the result is made; it ends before anything is printed.</param>
    public void Write(ParseResult parsed, Action<Utf8JsonWriter> json, Func<Exhibit> exhibit, DataAccount data, StageProgress? progress = null)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.Choice(format, Forms, false))
        {
            JsonOutput.Write(output, writer =>
            {
                json(writer);
                if (data.Key is { } key)
                    writer.Object("analysis", () => writer.WriteString("key", key));
                if (data.Cleaning is { } cleaning)
                    writer.Cleaning(cleaning);
                writer.Texts("notes", data.Notes);
            }, () => progress?.End());
            return;
        }

        WriteTables(parsed, exhibit, data, progress);
    }

    /// <summary>The same where the JSON is an array, which has no place for what a reader must know of the data: that is said on standard error.</summary>
    public void WriteArray(ParseResult parsed, Action<Utf8JsonWriter> items, Func<Exhibit> exhibit, DataAccount data, StageProgress? progress = null)
    {
        if (!parsed.Choice(format, Forms, false))
        {
            WriteTables(parsed, exhibit, data, progress);
            return;
        }

        JsonOutput.WriteArray(parsed.InvocationConfiguration.Output, items, () => progress?.End());
        WriteNotes(parsed, data);
    }

    private static void WriteTables(ParseResult parsed, Func<Exhibit> exhibit, DataAccount data, StageProgress? progress)
    {
        var text = exhibit().ToText();
        progress?.End();
        parsed.InvocationConfiguration.Output.Write(text);
        WriteNotes(parsed, data);
    }

    private static void WriteNotes(ParseResult parsed, DataAccount data)
    {
        foreach (var note in data.Notes)
            parsed.InvocationConfiguration.Error.WriteLine($"pathwise: note: {note.ReplaceLineEndings(" ")}");
    }
}
