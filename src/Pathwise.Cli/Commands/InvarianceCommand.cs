using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Invariance;

namespace Pathwise.Cli.Commands;

/// <summary>Tests whether groups are measured alike.</summary>
internal sealed class InvarianceCommand
{
    private const string Help = """
        Tests whether the groups are measured alike: configural, metric, scalar and strict invariance.

        Each level is compared with the one before by the difference of chi-squares (scaled with MLM and MLR), of CFI and RMSEA, and by an equivalence test: whether the
        added equalities misfit by less than --tolerated. With --partial N up to N equalities are lifted at a level whose difference test rejects, one after the other,
        the one with the largest score test first; they stay free at later levels. --group-partial names parameters that are free in any case.
        """;

    private static readonly Dictionary<string, InvarianceLevel> Levels = Enum.GetValues<InvarianceLevel>().ToDictionary(level => level.Text());

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a measurement model in lavaan's syntax.");
    private readonly Option<string?> last = new("--last") { Description = "The last level: configural, metric, scalar or strict (default).", HelpName = "LEVEL" };
    private readonly Option<int> partial = new("--partial") { Description = "How many equalities may be lifted at each level (default 0).", HelpName = "N" };
    private readonly Option<double> alpha = new("--alpha") { Description = "Level of the difference and equivalence tests (default 0.05).", HelpName = "P", DefaultValueFactory = _ => 0.05 };
    private readonly Option<double> tolerated = new("--tolerated") { Description = "The RMSEA that the equivalence tests tolerate (default 0.08).", HelpName = "RMSEA", DefaultValueFactory = _ => 0.08 };
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    public static Command Create() => new InvarianceCommand().Command();

    private Command Command()
    {
        var command = new Command("invariance", Help) { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.OptionsOfContinuous, last, partial, alpha, tolerated, .. output.Options])
            command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        output.Check(parsed);
        var options = new InvarianceOptions
        {
            Last = parsed.Choice(last, Levels, InvarianceLevel.Strict), MostFreed = parsed.GetValue(partial), Alpha = parsed.GetValue(alpha), Tolerated = parsed.GetValue(tolerated),
        }.Checked();
        var plan = arguments.Plan(parsed, model, stored);
        if (!(plan.Cases?.Group is not null || plan.Moments?.Counts.Count > 1))
            throw new InputException("Invariance is of several groups: give --group COLUMN, or --cov with --n N,N2,...");
        using var progress = StageProgress.On(parsed);
        progress.Begin("fitting the levels");
        var result = MeasurementInvariance.Of(completion => arguments.Fit(parsed, Completed(plan, completion)), plan.Completion, options);
        output.Write(parsed, json => InvarianceJson.Write(json, result), () => InvarianceDesign.Of(result), arguments.Account, progress);
        return result.Steps.All(step => step.Fit.HasConverged) ? ExitCode.Done : ExitCode.Failure;
    }

    private static Analysis Completed(Analysis plan, Sem.Specification.ModelOptions completion) => new()
    {
        Model = plan.Model, Cases = plan.Cases, Moments = plan.Moments, Completion = completion, Estimation = plan.Estimation,
    };
}
