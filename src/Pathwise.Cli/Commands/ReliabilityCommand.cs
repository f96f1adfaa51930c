using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;

namespace Pathwise.Cli.Commands;

/// <summary>Prints how well the factors of a model are measured and whether they differ.</summary>
internal static class ReliabilityCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a measurement model in lavaan's syntax." };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var command = new Command("reliability", "Reliability and validity of a model's factors: alpha, omega, AVE, HTMT, Fornell-Larcker.") { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. output.Options])
            command.Add(option);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(model)!;
            var fit = arguments.Fit(parsed, path);
            output.Write(parsed, json => ReliabilityJson.Write(json, fit), () => fit.SummarizeReliability($"Reliability and validity: {Path.GetFileName(path)}").Of(fit.CaseUse), arguments.Account);
            return FitOutcome.ExitCodeOf(fit);
        });
        return command;
    }
}
