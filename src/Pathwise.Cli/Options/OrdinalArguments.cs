using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Psychometrics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;

namespace Pathwise.Cli.Options;

/// <summary>The options that take indicators as ordered answers rather than numbers.</summary>
internal sealed class OrdinalArguments
{
    private const string All = "all";

    private readonly Option<string[]> ordered = new("--ordered") { Description = "Indicators whose answers are ordered categories, all, or codebook (those that the codebook of the data calls ordered): reliability of the answers' sum and of the responses behind them.", HelpName = "LIST|all|codebook" };
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "With --ordered: percentile intervals from so many resamples of the cases.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "With --bootstrap: the seed.", HelpName = "N" };
    private readonly Option<double?> level = new("--level") { Description = "With --bootstrap: the level of the intervals (0.95).", HelpName = "P" };
    private readonly Option<int> threads = new("--threads") { Description = "With --bootstrap: number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public IEnumerable<Option> Options => [ordered, bootstrap, seed, level, threads];

    /// <summary>How intervals are drawn, or null where indicators are numbers; asked before any work.</summary>
    /// <exception cref="InputException">Options contradict each other, or are out of their range.</exception>
    public OrdinalOptions? Plan(ParseResult parsed, Analysis? given)
    {
        var kept = given is { Completion.Ordered.Count: > 0 } && given.Estimation.Estimator == EstimationMethods.OfResponses ? given : null;
        if (parsed.Has(ordered) || kept is not null)
        {
            if (parsed.Has(ordered) && parsed.List(ordered).Count == 0)
                throw new InputException("--ordered names no indicator; expected a list of them, or all.");
            return new OrdinalOptions
            {
                Resamples = parsed.GetValue(bootstrap) ?? kept?.Bootstrap?.Replicates ?? 0,
                Seed = parsed.GetValue(seed) ?? kept?.Bootstrap?.Seed,
                Level = parsed.GetValue(level) ?? kept?.Effects?.Level ?? 0.95,
                Threads = parsed.GetValue(threads),
            }.Checked();
        }

        return Options.Skip(1).FirstOrDefault(parsed.Has) is { } alone
            ? throw new InputException($"{alone.Name} belongs to --ordered; give --ordered LIST or --ordered all with it.")
            : null;
    }

    /// <summary>The analysis with the ordered variables, the least squares of their responses and the resamples in it.</summary>
    public Analysis Planned(ParseResult parsed, Analysis analysis, OrdinalOptions resampling) => new()
    {
        Model = analysis.Model,
        Cases = analysis.Cases,
        Moments = analysis.Moments,
        Completion = analysis.Completion with { Ordered = parsed.Has(ordered) ? Named(parsed.List(ordered), analysis) : analysis.Completion.Ordered },
        Estimation = analysis.Estimation with { Estimator = EstimationMethods.OfResponses },
        Bootstrap = resampling.Resamples > 0 ? new() { Replicates = resampling.Resamples, Seed = resampling.Seed!.Value } : null,
        Effects = resampling.Resamples > 0 ? new() { Kinds = [IntervalKind.Percentile], Level = resampling.Level } : null,
    };

    /// <summary>Which of the model's variables are ordered: a list, or null for all.</summary>
    public static CategoricalOptions Ordered(Analysis analysis) => new() { Ordered = analysis.Completion.Ordered is [var only] && IsAll(only) ? null : analysis.Completion.Ordered };

    private static IReadOnlyList<string> Named(IReadOnlyList<string> given, Analysis analysis) =>
        given is [var only] && IsAll(only) ? [All] : OrderedWord.Resolve(given, analysis.Model, analysis.Cases);

    private static bool IsAll(string name) => name.Equals(All, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses what the responses of ordered answers have no estimate by.</summary>
    public static void Require(Analysis analysis, Estimator? asked)
    {
        if (asked is { } estimator && estimator != EstimationMethods.OfResponses)
            throw new InputException($"--ordered fits correlations of responses by unweighted least squares (ULS); --estimator is {estimator}. Leave it out.");
        if (analysis.Estimation.Missing != MissingData.Listwise)
            throw new InputException("--ordered takes the cases that have all indicators; leave out --missing, or give listwise.");
    }
}
