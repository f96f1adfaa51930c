using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;

namespace Pathwise.Cli.Options;

/// <summary>The options that say which effects are estimated with which intervals.</summary>
internal sealed class EffectArguments(BootstrapArguments draws)
{
    private readonly Option<string[]> kinds = new("--ci") { Description = $"Intervals: {string.Join(",", OptionWords.Intervals.Keys)}. By default delta, with a bootstrap percentile and bc.", HelpName = "LIST" };
    private readonly Option<bool> standardized = new("--standardized") { Description = "Intervals of standardized effects, too: standardized inside each draw." };
    private readonly Option<double> level = new("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
    private readonly Option<string[]> effect = new("--effect") { Description = "This effect alone, named as in the table; may be repeated.", HelpName = "NAME" };

    private readonly Option<string[]> moderator = new("--moderator") { Description = "Effects at values of these variables, which the model multiplies others by (x:w): conditional effects, index of moderated mediation, regions of significance.", HelpName = "LIST" };
    private readonly Option<string[]> at = new("--at") { Description = "Values of the moderators: mean,sd (default; of two values both), 16,50,84 (percentiles, as p16,p50,p84), numbers, or FROM:TO:STEP; for one of several as w=0,1. In the moderator's own unit, whatever the centring.", HelpName = "VALUES" };
    private readonly Option<bool> compareGroups = new("--compare-groups") { Description = "Differences and ratios of effects between the groups, and tests that they are equal." };

    private readonly Option<string[]> tests = new("--tests") { Description = $"Tests that an indirect effect is zero, each p with its hypothesis: {string.Join(",", OptionWords.MediationTests.Keys)}; the last two need --bootstrap.", HelpName = "LIST" };
    private readonly Option<double?> equivalence = new("--equivalence") { Description = "Test whether the standardized direct effect beside an indirect one lies within ± this bound (two one-sided tests at 1 - level).", HelpName = "BOUND" };

    public IEnumerable<Option> Options => [kinds, standardized, level, effect, moderator, at, compareGroups, tests, equivalence];

    /// <summary>The intervals that the command line asks for; what it does not say stays as it was given.</summary>
    /// <exception cref="InputException">A name is not known, or an interval needs what was not asked for.</exception>
    public EffectOptions Plan(ParseResult parsed, Analysis? given)
    {
        var (start, hasDraws) = (given?.Effects ?? new() { Level = parsed.GetValue(level), IsStandardized = false }, draws.IsAskedFor(parsed, given));
        IReadOnlyList<IntervalKind> asked = [.. parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, OptionWords.Intervals)).Distinct()];
        var chosen = asked.Count > 0 ? asked : given?.Effects?.Kinds ?? (hasDraws ? [IntervalKind.Percentile, IntervalKind.BiasCorrected] : [IntervalKind.Delta]);
        var seed = draws.Seed(parsed, given, chosen.Contains(IntervalKind.MonteCarlo));
        if (!hasDraws && chosen.Any(kind => kind.IsBootstrap()))
            throw new InputException($"--ci {chosen.First(kind => kind.IsBootstrap()).Text()} needs --bootstrap N.");
        IReadOnlyList<MediationTestKind> wanted = [.. parsed.List(tests).Select(name => NamedChoice.Of(tests.Name, name, OptionWords.MediationTests)).Distinct()];
        if (!hasDraws && wanted.FirstOrDefault(kind => kind.IsOfBootstrap()) is var drawn && drawn.IsOfBootstrap())
            throw new InputException($"--tests {drawn.Text()} needs --bootstrap N.");
        return (start with
        {
            Kinds = chosen,
            Level = parsed.Given(level, start.Level),
            IsStandardized = parsed.Given(standardized, start.IsStandardized),
            Effects = parsed.Has(effect) ? [.. parsed.GetValue(effect)!.Select(EffectWords.Plain)] : start.Effects,
            Seed = seed ?? 0,
            Moderators = parsed.GivenList(moderator, start.Moderators),
            At = parsed.Has(at) ? [.. parsed.GetValue(at)!] : start.At,
            ComparesGroups = parsed.Given(compareGroups, start.ComparesGroups),
            Tests = wanted.Count > 0 ? wanted : start.Tests,
            Equivalence = parsed.GetValue(equivalence) ?? start.Equivalence,
        }).Checked();
    }

    /// <summary>The whole analysis: of a planned fit, with these effects and the resamples that the command line asks for, which are checked first.</summary>
    public Analysis Plan(ParseResult parsed, Analysis? given, EffectOptions options, Func<Analysis> fit)
    {
        var seed = draws.Seed(parsed, given, isNeeded: false);
        var (bootstrap, stine) = (draws.Plan(parsed, given?.Bootstrap, seed, options.Kinds.Contains(IntervalKind.BcA)), draws.PlanStine(parsed, given?.BollenStine, seed));
        var fitted = fit();
        return new()
        {
            Model = fitted.Model, Cases = fitted.Cases, Moments = fitted.Moments, Completion = fitted.Completion, Estimation = fitted.Estimation, Sam = fitted.Sam,
            Effects = options, Bootstrap = bootstrap, BollenStine = stine,
        };
    }
}
