using System.CommandLine;
using Pathwise.Cli.Models;
using Pathwise.Reporting;

namespace Pathwise.Cli.Commands;

/// <summary>Fits a structural equation model.</summary>
internal static class FitCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax." };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var command = new Command("fit", "Fits a structural equation model to cases or covariances.") { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. output.Options])
            command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model)!;
            var fit = arguments.Fit(parsed, path);
            output.Write(parsed, json => new FitJson(json, fit).Write(), () => fit.Summarize(Path.GetFileName(path)));
            return FitOutcome.ExitCodeOf(fit);
        });
        return command;
    }
}
