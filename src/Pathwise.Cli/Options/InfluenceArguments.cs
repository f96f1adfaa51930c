using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Surveys;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how influential cases are looked for.</summary>
internal sealed class InfluenceArguments
{
    private static readonly Dictionary<string, SignificanceRule> Rules = Enum.GetValues<SignificanceRule>().ToDictionary(rule => rule.Text());

    private readonly Option<string?> effect = new("--effect") { Description = "The effect, named as by pathwise effects: \"x -> m -> y\".", HelpName = "NAME" };
    private readonly Option<int?> budget = new("--budget") { Description = "Most fits for trying every set of a size (default 150000: sets of 3 of 92 cases; with --ordered 1000); at least one for each case.", HelpName = "N" };
    private readonly Option<int?> most = new("--most") { Description = "Most cases that are left out together (default: half of them, at most 100).", HelpName = "N" };
    private readonly Option<int> reference = new("--reference") { Description = "Also how many cases it takes in N samples without odd ones, of two kinds.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the random draws; needed by --reference, --bootstrap and montecarlo.", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> oneStep = new("--one-step") { Description = "Also one-step approximations of what each case changes (in the JSON)." };
    private readonly Option<string?> rule = new("--rule") { Description = "When an effect is significant in the search: wald (default; delta method) or joint (every coefficient of the path).", HelpName = "NAME" };
    private readonly Option<double> level = new("--level") { Description = "Level of the intervals (default 0.95); one less is that of the tests.", HelpName = "P", DefaultValueFactory = _ => 0.95 };
    private readonly Option<string?> interval = new("--ci") { Description = $"The interval that confirms each set found: {string.Join(",", OptionWords.Intervals.Keys)} (default delta).", HelpName = "NAME" };
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "Bootstrap samples of that interval.", HelpName = "N" };
    private readonly Option<string?> identifier = new("--id") { Description = "The column that names the cases; by default the codebook's.", HelpName = "COLUMN" };

    public IEnumerable<Option> Options => [effect, budget, most, reference, seed, threads, oneStep, rule, level, interval, bootstrap, identifier];

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="InputException">A name is not known, a number is out of its range, or something needs what was not asked for.</exception>
    public InfluenceOptions Plan(ParseResult parsed)
    {
        var name = parsed.GetValue(effect) ?? throw new InputException("--effect is needed: the effect whose cases are asked for, such as --effect \"x -> m -> y\".");
        var kind = parsed.Choice(interval, OptionWords.Intervals, IntervalKind.Delta);
        if (kind.IsBootstrap() && parsed.GetValue(bootstrap) is null)
            throw new InputException($"--ci {kind.Text()} needs --bootstrap N.");
        var isRandom = parsed.GetValue(reference) > 0 || kind.IsBootstrap() || kind == IntervalKind.MonteCarlo;
        if (isRandom && parsed.GetValue(seed) is null)
            throw new InputException("--seed is needed for random draws: give any whole number, and the result can be repeated.");
        var options = new InfluenceOptions { Effect = EffectWords.Plain(name), Interval = kind };
        return (options with
        {
            Budget = parsed.GetValue(budget) ?? options.Budget,
            Most = parsed.GetValue(most),
            ReferenceSamples = parsed.GetValue(reference),
            Seed = parsed.GetValue(seed) ?? options.Seed,
            Threads = parsed.GetValue(threads),
            HasOneStep = parsed.GetValue(oneStep),
            Rule = parsed.Choice(rule, Rules, options.Rule),
            Level = parsed.GetValue(level),
            Bootstrap = kind.IsBootstrap() ? Draws(parsed, kind) : null,
        }).Checked();
    }

    /// <summary>Whether the command line says how many fits may be made.</summary>
    public bool HasBudget(ParseResult parsed) => parsed.GetValue(budget) is not null;

    /// <summary>The column that names the cases: the one asked for, or the codebook's; null for none.</summary>
    public string? Identifier(ParseResult parsed, SelectedCases cases) => parsed.GetValue(identifier)
        ?? cases.Cleaning?.Data.Codebook.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Identifier)?.Name;

    private BootstrapOptions Draws(ParseResult parsed, IntervalKind kind) => new BootstrapOptions
    {
        Seed = parsed.GetValue(seed)!.Value,
        Replicates = parsed.GetValue(bootstrap)!.Value,
        Threads = parsed.GetValue(threads),
        HasJackknife = kind == IntervalKind.BcA,
    }.Checked();
}
