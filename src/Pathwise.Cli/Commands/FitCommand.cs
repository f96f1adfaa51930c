using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Fits a structural equation model.</summary>
internal static class FitCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax." };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var indices = new Option<bool>("--modindices") { Description = "Also what freeing each fixed parameter would gain." };
        var residuals = new Option<bool>("--residuals") { Description = "Also residuals: raw, of correlations, normalized and standardized." };
        var scores = new Option<string?>("--scores") { Description = "Also factor scores (regression), written to this CSV.", HelpName = "CSV" };
        var command = new Command("fit", "Fits a structural equation model to cases or covariances.") { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. output.Options, indices, residuals, scores])
            command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model)!;
            var file = parsed.GetValue(scores);
            if (file is not null)
                OutputFile.Probe(file);
            using var progress = StageProgress.On(parsed);
            progress.Begin($"fitting {Path.GetFileName(path)}");
            var fit = arguments.Fit(parsed, path, arguments.Completion(parsed), progress);
            progress.Begin("computing the results");
            if (file is not null)
                ScoresFile.Write(file, fit);
            var (withIndices, withResiduals) = (parsed.GetValue(indices), parsed.GetValue(residuals));
            output.Write(parsed, json => new FitJson(json, fit).Write(withIndices, withResiduals), () => Summary(fit, path, withIndices, withResiduals), arguments.Account, progress);
            return FitOutcome.ExitCodeOf(fit);
        });
        return command;
    }

    private static Summary Summary(FitResult fit, string path, bool withIndices, bool withResiduals)
    {
        var summary = fit.Summarize(Path.GetFileName(path));
        List<Exhibit> parts = [.. summary.Parts];
        if (withIndices)
            parts.Add(fit.ModificationIndexTable());
        if (withResiduals)
            parts.Add(fit.LargestResiduals());
        return new Summary(summary.Title, parts);
    }
}
