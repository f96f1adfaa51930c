using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Simulates cut-offs of fit indices for a model, its estimates and its number of cases.</summary>
internal sealed class CutoffsCommand
{
    private const string Help = """
        Simulates which values of CFI, RMSEA and SRMR tell this model from one that leaves something out, at its own estimates and number of cases.

        Left out are cross-loadings (or residual correlations of a single factor; disturbance correlations where four or more factors load on another), level by level as McNeish and Wolf (2023) have them, and each direct
        path that the model leaves out between variables that indirect paths connect. An index for which no value separates the two has no cut-off.
        """;

    private readonly Argument<string> model = new("MODEL") { Description = "A file with a model in lavaan's syntax." };
    private readonly Option<int> replicates = new("--replicates") { Description = "Samples of each population.", HelpName = "N", DefaultValueFactory = _ => 500 };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the samples.", HelpName = "N" };
    private readonly Option<string[]> answers = new("--answers") { Description = "How answers are distributed: normal, points (cut to the answers that the data have, in their shares), seven (seven points of equal width), skewed; a list gives a table for each (default normal).", HelpName = "LIST" };
    private readonly Option<int?> count = new("--cases") { Description = "Number of cases of a sample (default: as many as the data have).", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> figure = new("--figure") { Description = "Also draw what is noticed into this SVG; with several kinds of answers one for each, beside it NAME-points.svg.", HelpName = "SVG" };
    private readonly ModelArguments arguments = new();
    private readonly OutputArguments output = new();

    private CutoffsCommand()
    {
    }

    public static Command Create()
    {
        var made = new CutoffsCommand();
        var command = new Command("cutoffs", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[made.replicates, made.seed, made.answers, made.count, made.threads, made.figure, .. made.arguments.OptionsOfContinuous, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        output.Check(parsed);
        var options = Options(parsed);
        if (parsed.GetValue(figure) is { } path)
        {
            foreach (var (file, _) in Files(path, options))
                OutputFile.Probe(file);
        }

        var analysis = Plan(parsed);
        using var progress = StageProgress.On(parsed);
        progress.Begin("fitting the model");
        var fit = arguments.Fit(parsed, analysis, progress);
        if (!fit.HasConverged)
            throw new NumericalException(fit.Warnings[0].Message);
        progress.Begin("drawing samples and fitting the model to each");
        var result = fit.SimulateCutoffs(options, cancellation);
        output.Write(parsed, json => CutoffJson.Write(json, result), () => CutoffDesign.Of(result), arguments.Account.Of(analysis), progress);
        if (parsed.GetValue(figure) is { } picture)
        {
            foreach (var (file, shape) in Files(picture, options))
                OutputFile.Write(file, writer => writer.Write(result.Draw(shape).ToSvg()));
        }

        return ExitCode.Done;
    }

    // Exogenous variables are random in the populations, as everything else is.
    private Analysis Plan(ParseResult parsed)
    {
        var specification = ModelSpecification.Read(parsed.GetValue(model)!);
        var (cases, moments) = arguments.Sample.Choose(parsed);
        var completion = arguments.Resolved(parsed, arguments.Completion(parsed, new() { FixedX = false }), specification, cases);
        return new() { Model = specification, Cases = cases, Moments = moments, Completion = completion, Estimation = arguments.Estimation(parsed, new()) };
    }

    private CutoffOptions Options(ParseResult parsed) => new CutoffOptions
    {
        Seed = parsed.GetValue(seed) ?? throw new InputException("--seed is needed: give any whole number, and the result can be repeated."),
        Replicates = parsed.GetValue(replicates),
        Count = parsed.GetValue(count),
        Threads = parsed.GetValue(threads),
        Shapes = parsed.List(answers) is { Count: > 0 } asked ? [.. asked.Select(word => NamedChoice.Of(answers.Name, word, OptionWords.Shapes)).Distinct()] : [AnswerShape.Normal],
    }.Checked();

    private static IEnumerable<(string File, AnswerShape Shape)> Files(string path, CutoffOptions options) => options.Shapes.Select((shape, k) => (
        k == 0 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{shape.Text()}{Path.GetExtension(path)}"), shape));
}
