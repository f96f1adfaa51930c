using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Surveys;

namespace Pathwise.Cli.Commands;

/// <summary>Writes the analysis file of a survey, and what became of every case.</summary>
internal sealed class CleanCommand
{
    private const string Help = """
        Applies a codebook to a file of answers: checks every cell, leaves out cases by its rules, recodes reverse-keyed items.

        Writes NAME.csv (the usable cases, which the other commands then read as they stand), NAME.flow.csv and NAME.flow.json (how many cases
        each rule left out, and which) into the folder. A file there that this command did not make, or that was changed since, is left alone.
        """;

    private readonly Argument<string> file = new("FILE") { Description = "A CSV with a codebook beside it, or with --codebook." };
    private readonly Option<string> folder = new("--out") { Description = "The folder to write; it is made if there is none.", HelpName = "DIR", Required = true };
    private readonly CodebookArguments reading = new("");
    private readonly OutputArguments output = new();

    public static Command Create()
    {
        var made = new CleanCommand();
        var command = new Command("clean", Help) { made.file, made.folder };
        foreach (var option in (IEnumerable<Option>)[.. made.reading.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var path = parsed.GetValue(file)!;
        var files = new CleanedFiles(parsed.GetValue(folder)!, path);
        files.Probe();
        var codebook = reading.PathFor(parsed, path) ?? throw new InputException($"{path} has no codebook beside it; give --codebook YAML, which says what its columns hold and which cases are usable.");
        var report = reading.Apply(parsed, CaseSelection.Of(path, codebook)).Read().Cleaning!;
        files.Write(report);
        var account = new DataAccount([.. DataNotes.Of(report.Data.Table, report.Data.Codebook.ItemNames), .. files.Written.Select(each => $"written: {each}"), .. report.Data.Codebook.IsSynthetic ? [SyntheticMark.Sentence] : Array.Empty<string>()], null);
        output.Write(parsed, json => json.Flow(report), () => SurveyDesign.Of(report), account);
        return ExitCode.Done;
    }
}
