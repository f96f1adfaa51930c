using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;

namespace Pathwise.Cli.Options;

/// <summary>The options that say what a power study counts beside intervals, from which population, and how its bias is reduced.</summary>
internal sealed class PowerArguments
{
    private readonly Option<bool> fitTests = new("--fit-tests") { Description = "Also how often each test of exact fit rejects the model: its size, and with --left-out its power." };
    private readonly Option<string[]> tests = new("--tests") { Description = $"Also how often tests reject that an indirect effect is zero: {string.Join(",", OptionWords.MediationTests.Keys)}; the last two draw --bootstrap samples of each sample.", HelpName = "LIST" };
    private readonly Option<double?> equivalence = new("--equivalence") { Description = "Also how often the standardized direct effect beside an indirect one is shown to lie within ± this bound.", HelpName = "BOUND" };
    private readonly Option<string[]> set = new("--set") { Description = "A standardized coefficient of the population, as m~x=0.3, instead of the model's own; the variances of the variables and all other coefficients stay. May be repeated.", HelpName = "Y~X=VALUE" };
    private readonly Option<string?> biasReduction = new("--rbm") { Description = $"Estimate by reduced-bias M-estimation: {string.Join(", ", OptionWords.BiasReductions.Keys)} (default none). The population stays as it is.", HelpName = "METHOD" };
    private readonly Option<bool> parameters = new("--parameters") { Description = "Also bias, mean squared error, power and coverage of every free parameter." };

    public IEnumerable<Option> Options => [fitTests, tests, equivalence, set, biasReduction, parameters];

    /// <summary>What the command line says; the rest stays as it was given.</summary>
    /// <exception cref="InputException">A name is not known.</exception>
    public PowerOptions Plan(ParseResult parsed, PowerOptions given)
    {
        IReadOnlyList<MediationTestKind> wanted = [.. parsed.List(tests).Select(name => NamedChoice.Of(tests.Name, name, OptionWords.MediationTests)).Distinct()];
        return given with
        {
            HasTests = parsed.GetValue(fitTests) || given.HasTests,
            IndirectTests = wanted.Count > 0 ? wanted : given.IndirectTests,
            Equivalence = parsed.GetValue(equivalence) ?? given.Equivalence,
            Coefficients = parsed.Has(set) ? [.. parsed.GetValue(set)!] : given.Coefficients,
            BiasReduction = parsed.Choice(biasReduction, OptionWords.BiasReductions, given.BiasReduction),
            HasParameters = parsed.GetValue(parameters) || given.HasParameters,
        };
    }
}
