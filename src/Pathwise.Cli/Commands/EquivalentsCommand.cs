using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Equivalents;

namespace Pathwise.Cli.Commands;

/// <summary>Finds the models that fit exactly, or nearly, as well as a given one.</summary>
internal sealed class EquivalentsCommand
{
    private const string Help = """
        Finds the models that fit as well as yours: every arrow between structural variables turned or replaced by a covariance, a direct path
        exchanged for correlated disturbances, a common factor.

        Equivalent models imply the same moments, so that no data can decide between them and yours: only time order, design or theory can.
        It is decided by numbers (each model is fitted to what the other implies at random parameters, and the derivatives must span one space).
        Models that differ, but fit these data within --near in chi-square, are marked: they matter as much at small N.
        """;

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<string[]> first = new("--first") { Description = "Structural variables that nothing acts upon, as a randomized cause: no arrow is turned towards them and nothing is confounded with them.", HelpName = "LIST" };
    private readonly Option<int> most = new("--most") { Description = "The most models to fit (default 2000).", HelpName = "N", DefaultValueFactory = _ => 2000 };
    private readonly Option<double> near = new("--near") { Description = "Mark models whose chi-square is this near to yours (default 2).", HelpName = "X", DefaultValueFactory = _ => 2 };
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly BootstrapArguments draws = new();
    private readonly EffectArguments effects;
    private readonly OutputArguments output = new();

    private EquivalentsCommand() => effects = new(draws);

    public static Command Create()
    {
        var made = new EquivalentsCommand();
        var command = new Command("equivalents", Help) { made.model };
        var drawing = made.draws.Options.Where(option => option.Name is "--bootstrap" or "--seed" or "--threads" or "--improper");
        var intervals = made.effects.Options.Where(option => option.Name is "--ci" or "--level");
        foreach (var option in (IEnumerable<Option>)[made.first, made.most, made.near, .. made.arguments.Options, .. drawing, .. intervals, .. made.stored.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var given = stored.Given(parsed);
        var analysis = effects.Plan(parsed, given, effects.Plan(parsed, given), () => arguments.Plan(parsed, model, stored));
        var options = Options(parsed, analysis);
        using var progress = StageProgress.On(parsed);
        progress.Begin("fitting the model");
        var fit = arguments.Fit(parsed, analysis, progress);
        if (!fit.HasConverged)
            throw new NumericalException(fit.Warnings[0].Message);
        progress.Begin("fitting the models that could stand in its place");
        var found = analysis.Model.Equivalents(fit, options, cancellation);
        stored.Keep(parsed, analysis);
        output.WriteArray(parsed, json => EquivalentsJson.Write(json, found), () => EquivalentDesign.Of(found).Of(fit.CaseUse), arguments.Account.Of(analysis), progress);
        return ExitCode.Done;
    }

    private EquivalentOptions Options(ParseResult parsed, Analysis analysis) => new EquivalentOptions
    {
        First = parsed.List(first),
        Most = parsed.GetValue(most),
        Near = parsed.GetValue(near),
        Effects = analysis.Effects!,
        Bootstrap = analysis.Bootstrap,
        Threads = analysis.Bootstrap?.Threads ?? 1,
    }.Checked();
}
