using System.CommandLine;
using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Asks which confounder would undo an indirect effect.</summary>
internal sealed class SensitivityCommand
{
    private const string Help = """
        Asks which unmeasured confounder would undo an indirect effect.

        The effect as the disturbances of mediator and outcome correlate, and where it and its interval reach zero; robustness values of the paths
        and of the effect, with columns of the data as benchmarks; a confounder put into the model; reliability of the mediator against
        confounding; the mediational E-value. Every interval is recomputed in each sample of the bootstrap.
        """;

    private static readonly Dictionary<string, IntervalKind> Kinds = OptionWords.Intervals.Where(each => each.Value.IsBootstrap()).ToDictionary(each => each.Key, each => each.Value);
    private static readonly Dictionary<string, ImproperRule> Rules = OptionWords.Rules.Where(each => each.Value is ImproperRule.Keep or ImproperRule.Drop).ToDictionary(each => each.Key, each => each.Value);

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<string?> effect = new("--effect") { Description = "The indirect effect, as pathwise effects names it: \"x -> m -> y\", or \"x -> ... -> y\" for all its paths.", HelpName = "NAME" };
    private readonly Option<string?> between = new("--between") { Description = "Whose disturbances correlate: \"m ~~ y\", \"m1 + m2 ~~ y\", or \"x ~~ m\" (by default the last mediators and the outcome).", HelpName = "PAIR" };
    private readonly Option<string[]> rho = new("--rho") { Description = "Correlations to try: a list, or FROM:TO:STEP (default -0.95:0.95:0.05).", HelpName = "LIST" };
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "Number of bootstrap samples that the intervals rest on.", HelpName = "N" };
    private readonly Option<string?> kind = new("--ci") { Description = $"The kind of the intervals: {string.Join(", ", Kinds.Keys)} (default percentile).", HelpName = "NAME" };
    private readonly Option<double> level = new("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the bootstrap.", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> rule = new("--improper") { Description = "Improper solutions: keep (default) or drop.", HelpName = "RULE" };
    private readonly Option<string[]> benchmark = new("--benchmark") { Description = "Columns of the data, other than the model's, as strong as which a confounder is imagined; texts are categories.", HelpName = "LIST" };
    private readonly Option<string[]> phantom = new("--phantom") { Description = "A confounder in the model, by its effects in standard deviations: m=0.3,y=0.4,item2=0.2.", HelpName = "LIST" };
    private readonly Option<string[]> reliability = new("--reliability") { Description = "Reliabilities of the mediator: a list, or FROM:TO:STEP (default 1:0.5:-0.05).", HelpName = "LIST" };
    private readonly Option<bool> randomized = new("--randomized") { Description = "The cause was randomized: nothing confounds its effect on the mediator." };
    private readonly Option<string?> figure = new("--figure") { Description = "Also draw the effect along the correlation into this SVG; beside it NAME-path-1.svg and so on with the contours of each path, and NAME-reliability.svg.", HelpName = "SVG" };
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly OutputArguments output = new();

    private SensitivityCommand()
    {
    }

    public static Command Create()
    {
        var made = new SensitivityCommand();
        var command = new Command("sensitivity", Help) { made.model };
        Option[] own = [made.effect, made.between, made.rho, made.bootstrap, made.kind, made.level, made.seed, made.threads, made.rule, made.benchmark, made.phantom, made.reliability, made.randomized, made.figure];
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, .. made.stored.Options, .. own, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        output.Check(parsed);
        stored.Check(parsed);
        var options = Plan(parsed);
        if (parsed.GetValue(figure) is { } picture)
            OutputFile.Probe(picture);
        var analysis = arguments.Plan(parsed, model, stored);
        var fit = arguments.Fit(parsed, analysis);
        var data = options.Benchmarks.Count == 0 ? null : arguments.Sample.Table(parsed, analysis);
        fit.CheckSensitivity(options, data);
        stored.Keep(parsed, analysis);
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var result = fit.Sensitivity(options, data, progress, cancellation);
        progress.End();
        output.Write(parsed, json => new SensitivityJson(json, result).Write(), () => SensitivityDesign.Of(result).Of(fit.CaseUse), arguments.Account.Of(analysis).With(PathNotes(result)));
        if (parsed.GetValue(figure) is { } path)
            SensitivityPictures.Write(path, result);
        return ExitCode.Done;
    }

    private SensitivityOptions Plan(ParseResult parsed)
    {
        var standard = new SensitivityOptions { Effect = EffectWords.Plain(parsed.GetValue(effect) ?? throw new InputException("--effect is needed: the indirect effect, such as \"x -> m -> y\".")) };
        return (standard with
        {
            Between = parsed.GetValue(between),
            Correlations = parsed.Has(rho) ? NumberList.Of(rho.Name, parsed.List(rho)) : standard.Correlations,
            Reliabilities = parsed.Has(reliability) ? NumberList.Of(reliability.Name, parsed.List(reliability)) : standard.Reliabilities,
            Bootstrap = Samples(parsed),
            Kind = parsed.Choice(kind, Kinds, IntervalKind.Percentile),
            Level = parsed.GetValue(level),
            IsRandomized = parsed.GetValue(randomized),
            Benchmarks = [.. parsed.List(benchmark).Distinct()],
            Phantom = Effects(parsed),
        }).Checked();
    }

    private BootstrapOptions? Samples(ParseResult parsed)
    {
        if (parsed.GetValue(bootstrap) is not { } replicates)
        {
            return ((IEnumerable<Option>)[kind, seed, rule]).FirstOrDefault(parsed.Has) is { } alone
                ? throw new InputException($"{alone.Name} belongs to a bootstrap; give --bootstrap N.")
                : null;
        }

        var chosen = parsed.GetValue(seed) ?? throw new InputException("--seed is needed for random draws: give any whole number, and the result can be repeated.");
        return new BootstrapOptions { Seed = chosen, Replicates = replicates, Threads = parsed.GetValue(threads), Rule = parsed.Choice(rule, Rules, ImproperRule.Keep) }.Checked();
    }

    private Dictionary<string, double> Effects(ParseResult parsed)
    {
        var effects = new Dictionary<string, double>();
        foreach (var text in parsed.List(phantom))
        {
            if (text.Split('=') is not [var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new InputException($"{phantom.Name}: '{text}' is not a variable with an effect; expected m=0.3.");
            if (!effects.TryAdd(name.Trim(), value))
                throw new InputException($"{phantom.Name}: {name.Trim()} has two effects; expected one.");
        }

        return effects;
    }

    private static IEnumerable<string> PathNotes(SensitivityResult result) => result.Bootstrap is { } drawn && FittingPath.Of(drawn.Fit) is { IsCompiled: false } path
        ? [$"the samples were fitted by the general path, which is slower than compiled code, because of {path.Reason}."]
        : [];
}
