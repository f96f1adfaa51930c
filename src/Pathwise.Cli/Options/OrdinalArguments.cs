using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Psychometrics;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;

namespace Pathwise.Cli.Options;

/// <summary>The options that take indicators as ordered answers rather than numbers.</summary>
internal sealed class OrdinalArguments
{
    private readonly Option<string[]> ordered = new("--ordered") { Description = "Indicators whose answers are ordered categories, or all: reliability of the answers' sum and of the responses behind them.", HelpName = "LIST|all" };
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "With --ordered: percentile intervals from so many resamples of the cases.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "With --bootstrap: the seed.", HelpName = "N" };
    private readonly Option<double?> level = new("--level") { Description = "With --bootstrap: the level of the intervals (0.95).", HelpName = "P" };
    private readonly Option<int> threads = new("--threads") { Description = "With --bootstrap: number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };

    public IEnumerable<Option> Options => [ordered, bootstrap, seed, level, threads];

    /// <summary>How intervals are drawn, or null where indicators are numbers; asked before any work.</summary>
    /// <exception cref="InputException">Options contradict each other, or are out of their range.</exception>
    public OrdinalOptions? Plan(ParseResult parsed)
    {
        if (parsed.Has(ordered))
        {
            if (parsed.List(ordered).Count == 0)
                throw new InputException("--ordered names no indicator; expected a list of them, or all.");
            return new OrdinalOptions
            {
                Resamples = parsed.GetValue(bootstrap) ?? 0,
                Seed = parsed.GetValue(seed),
                Level = parsed.GetValue(level) ?? 0.95,
                Threads = parsed.GetValue(threads),
            }.Checked();
        }

        return Options.Skip(1).FirstOrDefault(parsed.Has) is { } alone
            ? throw new InputException($"{alone.Name} belongs to --ordered; give --ordered LIST or --ordered all with it.")
            : null;
    }

    /// <summary>Which of the model's variables are ordered: a list, or null for all.</summary>
    public CategoricalOptions Ordered(ParseResult parsed)
    {
        var names = parsed.List(ordered);
        return new() { Ordered = names is [var only] && only.Equals("all", StringComparison.OrdinalIgnoreCase) ? null : names };
    }

    /// <summary>Refuses what the responses of ordered answers have no estimate by.</summary>
    public static void Require(Analysis analysis, Estimator? asked)
    {
        if (asked is { } estimator && estimator != EstimationMethods.OfResponses)
            throw new InputException($"--ordered fits correlations of responses by unweighted least squares (ULS); --estimator is {estimator}. Leave it out.");
        if (analysis.Estimation.Missing != MissingData.Listwise)
            throw new InputException("--ordered takes the cases that have all indicators; leave out --missing, or give listwise.");
    }
}
