using System.CommandLine;
using Pathwise.Cli.Models;
using Pathwise.Reporting;
using Pathwise.Sem.Inference;

namespace Pathwise.Cli.Commands;

/// <summary>Compares nested models by the difference of their chi-squares.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var full = new Argument<string>("FULL") { Description = "The model with more parameters, in lavaan's syntax." };
        var restricted = new Argument<string>("RESTRICTED") { Description = "A model nested in it." };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var command = new Command("compare", "Tests a model against one that is nested in it (chi-square difference).") { full, restricted };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. output.Options])
            command.Add(option);
        command.SetAction(parsed => Run(parsed, arguments, output, parsed.GetValue(full)!, parsed.GetValue(restricted)!));
        return command;
    }

    private static int Run(ParseResult parsed, ModelArguments arguments, OutputArguments output, string fullPath, string restrictedPath)
    {
        var full = arguments.Fit(parsed, fullPath);
        var restricted = arguments.Fit(parsed, restrictedPath);
        var models = new ComparedModels(full, restricted, full.Compare(restricted));
        output.Write(
            parsed,
            json => CompareJson.Write(json, models),
            () => models.Summarize(Path.GetFileName(fullPath), Path.GetFileName(restrictedPath)),
            arguments.Notes);
        return Math.Max(FitOutcome.ExitCodeOf(full), FitOutcome.ExitCodeOf(restricted));
    }
}
