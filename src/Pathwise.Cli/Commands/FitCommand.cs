using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Fits a structural equation model.</summary>
internal sealed class FitCommand
{
    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<bool> indices = new("--modindices") { Description = "Also what freeing each fixed parameter would gain." };
    private readonly Option<bool> residuals = new("--residuals") { Description = "Also residuals: raw, of correlations, normalized and standardized." };
    private readonly Option<string?> scores = new("--scores") { Description = "Also factor scores (regression; of ordered variables their modes), written to this CSV.", HelpName = "CSV" };
    private readonly ModelArguments arguments = new() { Sam = new() };
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    private FitCommand()
    {
    }

    public static Command Create()
    {
        var made = new FitCommand();
        var command = new Command("fit", "Fits a structural equation model to cases or covariances.") { made.model };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, .. made.stored.Options, .. made.output.Options, made.indices, made.residuals, made.scores])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var analysis = Plan(parsed);
        if (analysis.Sam is not null)
            return RunInSteps(parsed, analysis);
        using var progress = StageProgress.On(parsed);
        progress.Begin($"fitting {Path.GetFileName(analysis.Model.Source)}");
        var fit = arguments.Fit(parsed, analysis, progress);
        stored.Keep(parsed, analysis);
        progress.Begin("computing the results");
        if (parsed.GetValue(scores) is { } file)
            ScoresFile.Write(file, fit);
        Print(parsed, analysis, fit, progress);
        return FitOutcome.ExitCodeOf(fit);
    }

    private int RunInSteps(ParseResult parsed, Analysis analysis)
    {
        if (new Option[] { indices, residuals, scores }.FirstOrDefault(parsed.Has) is { } other)
            throw new InputException($"{other.Name} is not there for models estimated in two steps (--sam).");
        using var progress = StageProgress.On(parsed);
        progress.Begin($"fitting {Path.GetFileName(analysis.Model.Source)} in two steps");
        var result = arguments.Sample.FitInSteps(parsed, analysis);
        stored.Keep(parsed, analysis);
        output.Write(parsed, json => new SamJson(json, result).Write(), () => result.Summarize(Path.GetFileName(analysis.Model.Source)), arguments.Account.Of(analysis), progress);
        return FitOutcome.ExitCodeOf(result.Structure);
    }

    private Analysis Plan(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        if (parsed.GetValue(scores) is { } file)
            OutputFile.Probe(file);
        return arguments.Plan(parsed, model, stored);
    }

    private void Print(ParseResult parsed, Analysis analysis, FitResult fit, StageProgress progress)
    {
        var (withIndices, withResiduals) = (parsed.GetValue(indices), parsed.GetValue(residuals));
        output.Write(
            parsed,
            json => new FitJson(json, fit).Write(withIndices, withResiduals),
            () => Summary(fit, analysis.Model.Source, withIndices, withResiduals),
            arguments.Account.Of(analysis),
            progress);
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
