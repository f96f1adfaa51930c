using System.CommandLine;
using Pathwise.Cli.Models;
using Pathwise.Reporting;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Commands;

/// <summary>Estimates direct, indirect and total effects with intervals.</summary>
internal static class EffectsCommand
{
    private static readonly Dictionary<string, IntervalKind> Kinds = Enum.GetValues<IntervalKind>().ToDictionary(kind => kind.Text());
    private static readonly Dictionary<string, ImproperRule> Rules = Enum.GetValues<ImproperRule>().ToDictionary(rule => rule.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, ResamplingKind> Resampling = new()
    {
        ["nonparametric"] = ResamplingKind.Nonparametric,
        ["parametric"] = ResamplingKind.Parametric,
    };

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax." };
        var bootstrap = new Option<int?>("--bootstrap") { Description = "Number of bootstrap samples.", HelpName = "N" };
        var kinds = new Option<string[]>("--ci") { Description = $"Intervals: {string.Join(",", Kinds.Keys)}. By default delta, with a bootstrap percentile and bc.", HelpName = "LIST" };
        var standardized = new Option<bool>("--standardized") { Description = "Intervals of standardized effects, too: standardized inside each draw." };
        var seed = new Option<long?>("--seed") { Description = "Seed of the random draws; needed by bootstrap and montecarlo.", HelpName = "N" };
        var threads = new Option<int>("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var rule = new Option<string?>("--improper") { Description = "Improper solutions: keep (default), drop or redraw.", HelpName = "RULE" };
        var resampling = new Option<string?>("--resampling") { Description = "nonparametric (default) or parametric.", HelpName = "NAME" };
        var level = new Option<double>("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
        var (arguments, output) = (new ModelArguments(), new OutputArguments());
        var command = new Command("effects", "Estimates direct, indirect and total effects of every pair of variables, with intervals.") { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, bootstrap, kinds, standardized, seed, threads, rule, resampling, level, .. output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var fit = arguments.Fit(parsed, parsed.GetValue(model)!);
            if (!fit.HasConverged)
                return Task.FromResult(Fail(parsed, fit));
            var asked = parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, Kinds)).Distinct().ToArray();
            IntervalKind[] chosen = asked.Length > 0 ? asked : parsed.GetValue(bootstrap) is null ? [IntervalKind.Delta] : [IntervalKind.Percentile, IntervalKind.BiasCorrected];
            var needsSeed = parsed.GetValue(bootstrap) is not null || chosen.Contains(IntervalKind.MonteCarlo);
            if (needsSeed && parsed.GetValue(seed) is null)
                throw new InputException("--seed is needed for random draws: give any whole number, and the result can be repeated.");
            if (parsed.GetValue(bootstrap) is null && chosen.Any(kind => kind.IsBootstrap()))
                throw new InputException($"--ci {chosen.First(kind => kind.IsBootstrap()).Text()} needs --bootstrap N.");

            var drawn = parsed.GetValue(bootstrap) is not { } replicates ? null : fit.Bootstrap(
                new BootstrapOptions
                {
                    Seed = parsed.GetValue(seed)!.Value,
                    Replicates = replicates,
                    Threads = parsed.GetValue(threads),
                    Rule = parsed.Choice(rule, Rules, ImproperRule.Keep),
                    Kind = parsed.Choice(resampling, Resampling, ResamplingKind.Nonparametric),
                    HasJackknife = chosen.Contains(IntervalKind.BcA),
                },
                progress: new ReplicateProgress(parsed.InvocationConfiguration.Error, !Console.IsErrorRedirected),
                cancellation: cancellation);
            if (drawn is { Used: < 2 })
                return Task.FromResult(Fail(parsed, $"{drawn.Drawn} of {drawn.Requested} samples were drawn and {drawn.Used} can be used; intervals need more."));
            var report = EffectsReport.Of(fit, drawn, new EffectOptions
            {
                Kinds = chosen,
                Level = parsed.GetValue(level),
                IsStandardized = parsed.GetValue(standardized),
                Seed = parsed.GetValue(seed) ?? 0,
            });
            output.Write(parsed, json => new EffectsJson(json, report).Write(), () => EffectsExhibit.Of(report.Effects, report.Bootstrap, [.. report.OtherRules], report.IsStandardized));
            return Task.FromResult(drawn is not null && drawn.Drawn < drawn.Requested ? ExitCode.Failure : ExitCode.Done);
        });
        return command;
    }

    private static int Fail(ParseResult parsed, FitResult fit) => Fail(parsed, fit.Warnings[0].Message);

    private static int Fail(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }
}
