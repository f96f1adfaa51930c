using System.CommandLine;
using Pathwise.Cli.Models;
using Pathwise.Reporting;
using Pathwise.Sem.Estimation;

namespace Pathwise.Cli.Commands;

/// <summary>Fits a structural equation model.</summary>
internal static class FitCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax." };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var modificationIndices = new Option<bool>("--modindices") { Description = "Also what freeing each fixed parameter would gain." };
        var command = new Command("fit", "Fits a structural equation model to cases or covariances.") { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. output.Options, modificationIndices])
            command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model)!;
            var fit = arguments.Fit(parsed, path);
            var withIndices = parsed.GetValue(modificationIndices);
            output.Write(parsed, json => new FitJson(json, fit).Write(withIndices), () => Summary(fit, path, withIndices));
            return FitOutcome.ExitCodeOf(fit);
        });
        return command;
    }

    private static Summary Summary(FitResult fit, string path, bool withIndices)
    {
        var summary = fit.Summarize(Path.GetFileName(path));
        return withIndices ? new Summary(summary.Title, [.. summary.Parts, fit.ModificationIndexTable()]) : summary;
    }
}
