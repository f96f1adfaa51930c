using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Export.Scripts;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Cli.Commands;

/// <summary>Shows one universe as a person would have run it.</summary>
internal sealed class MultiverseShowCommand
{
    private const string Help = """
        Prints one universe as a person would have run it: the command, the cell of a notebook and the script for lavaan that give its numbers.

        The universe is worked out again from the plan and its data. --out DIR writes the files that all three read: the model, the cases (those that
        are left, with columns and scores that were computed), the analysis, and the scripts themselves.
        """;

    private readonly Argument<string> key = new("KEY") { Description = "The universe's key, or its beginning." };
    private readonly MultiverseArguments arguments = new();
    private readonly Option<string?> folder = new("--out") { Description = "Write the files into this folder, which is made.", HelpName = "DIR" };
    private readonly OutputArguments output = new();

    public static Command Create()
    {
        var made = new MultiverseShowCommand();
        var command = new Command("show", Help) { made.key, made.arguments.Plan };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, made.folder, .. made.output.Options])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var options = arguments.Given(parsed);
        var shown = ShownUniverse.Of(Plan(parsed), options, parsed.GetValue(key)!);
        if (shown.Fit is null)
            throw new NumericalException($"The universe {shown.Row.Key} has no estimates ({shown.Row.Status.Text()}): {shown.Row.Reason}.");
        var scripts = new UniverseScripts(shown);
        if (parsed.GetValue(folder) is { } target)
            scripts.Write(target);
        output.Write(parsed, json =>
        {
            UniverseLine.Write(json, shown.Row);
            json.WriteString("command", scripts.Command);
            json.WriteString("cell", scripts.Cell);
            json.WriteString("lavaan", scripts.Lavaan);
            json.WriteString("model", shown.Model);
        }, () => ShownText.Of(shown, scripts), new([.. scripts.Caution is { } caution ? new[] { caution } : [], .. Reporting.Designs.MultiverseDesign.Synthetic(shown.IsSynthetic)], null));
        return ExitCode.Done;
    }

    // A folder of results has its plan.
    private MultiversePlan Plan(ParseResult parsed)
    {
        var path = parsed.GetValue(arguments.Plan)!;
        return Directory.Exists(path) ? RunHeader.PlanIn(path) : MultiversePlan.Read(path);
    }
}
