using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;

namespace Pathwise.Cli.Commands;

/// <summary>Prints how well the factors of a model are measured and whether they differ.</summary>
internal sealed class ReliabilityCommand
{
    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a measurement model in lavaan's syntax.");
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    private ReliabilityCommand()
    {
    }

    public static Command Create()
    {
        var made = new ReliabilityCommand();
        var command = new Command("reliability", "Reliability and validity of a model's factors: alpha, omega, AVE, HTMT, Fornell-Larcker.") { made.model };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, .. made.stored.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var analysis = arguments.Plan(parsed, model, stored);
        var fit = arguments.Fit(parsed, analysis);
        stored.Keep(parsed, analysis);
        var title = $"Reliability and validity: {Path.GetFileName(analysis.Model.Source)}";
        output.Write(parsed, json => ReliabilityJson.Write(json, fit), () => fit.SummarizeReliability(title).Of(fit.CaseUse), arguments.Account.Of(analysis));
        return FitOutcome.ExitCodeOf(fit);
    }
}
