using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Psychometrics;
using Pathwise.Reporting.Designs;

namespace Pathwise.Cli.Commands;

/// <summary>Prints how well the factors of a model are measured and whether they differ.</summary>
internal sealed class ReliabilityCommand
{
    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a measurement model in lavaan's syntax.");
    private readonly ModelArguments arguments = new();
    private readonly OrdinalArguments ordinal = new();
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    private ReliabilityCommand()
    {
    }

    public static Command Create()
    {
        var made = new ReliabilityCommand();
        var command = new Command("reliability", "Reliability and validity of a model's factors: alpha, omega, AVE, HTMT, Fornell-Larcker; of ordered answers too.") { made.model };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.OptionsOfContinuous, .. made.ordinal.Options, .. made.stored.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var resampling = ordinal.Plan(parsed, stored.Given(parsed));
        var analysis = arguments.Plan(parsed, model, stored);
        if (resampling is null && analysis.Ordered.Count > 0)
            throw new InputException($"The analysis fits responses of ordered variables ({string.Join(", ", analysis.Ordered)}); for their reliability give the model, the data and --ordered.");
        var title = $"Reliability and validity: {Path.GetFileName(analysis.Model.Source)}";
        if (resampling is not null)
        {
            OrdinalArguments.Require(analysis, arguments.Asked(parsed, analysis));
            return RunOrdered(parsed, ordinal.Planned(parsed, analysis, resampling), resampling, title, cancellation);
        }

        var fit = arguments.Fit(parsed, analysis);
        stored.Keep(parsed, analysis);
        output.Write(parsed, json => ReliabilityJson.Write(json, fit), () => fit.SummarizeReliability(title).Of(fit.CaseUse), arguments.Account.Of(analysis));
        return FitOutcome.ExitCodeOf(fit);
    }

    private int RunOrdered(ParseResult parsed, Analysis analysis, OrdinalOptions resampling, string title, CancellationToken cancellation)
    {
        var data = arguments.Sample.Read(parsed, analysis, "--ordered");
        var measurement = OrdinalMeasurement.Of(analysis.Model, data, OrdinalArguments.Ordered(analysis), analysis.Completion with { Ordered = [] }, analysis.Cases!.Group);
        stored.Keep(parsed, analysis);
        var rows = measurement.Reliabilities(resampling, cancellation);
        output.Write(
            parsed,
            json => OrdinalReliabilityJson.Write(json, measurement, rows),
            () => measurement.SummarizeReliability(rows, title).Of(measurement.Fit.CaseUse),
            arguments.Account.Of(analysis));
        return FitOutcome.ExitCodeOf(measurement.Fit);
    }
}
