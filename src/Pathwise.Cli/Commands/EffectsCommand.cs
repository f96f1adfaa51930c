using System.CommandLine;
using Pathwise.Cli.Models;
using Pathwise.Reporting;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Commands;

/// <summary>Estimates direct, indirect and total effects with intervals.</summary>
internal static class EffectsCommand
{
    private const string Help = """
        Estimates direct, indirect and total effects of every pair of variables, with intervals.

        Rows: direct effects, indirect effects along each path (with the p of joint significance of the path's coefficients), all paths together,
        total effects, differences of two indirect effects on the same outcome, the share mediated, and what the model defines (:=).
        Each p belongs to the interval beside it: the level at which that interval would reach zero. With --bootstrap, SE and the robust
        spread (median absolute deviation, scaled) are over the samples, and "outlying" counts the samples more than five robust
        spreads from their median. Without, SE is by the delta method.
        """;

    private static readonly Dictionary<string, IntervalKind> Kinds = Enum.GetValues<IntervalKind>().ToDictionary(kind => kind.Text());

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file with a model in lavaan's syntax." };
        var kinds = new Option<string[]>("--ci") { Description = $"Intervals: {string.Join(",", Kinds.Keys)}. By default delta, with a bootstrap percentile and bc.", HelpName = "LIST" };
        var standardized = new Option<bool>("--standardized") { Description = "Intervals of standardized effects, too: standardized inside each draw." };
        var level = new Option<double>("--level") { Description = "Level of the intervals (default 0.95).", HelpName = "P", DefaultValueFactory = _ => 0.95 };
        var effect = new Option<string[]>("--effect") { Description = "This effect alone, named as in the table; may be repeated.", HelpName = "NAME" };
        var histogram = new Option<string?>("--histogram") { Description = "Draw the bootstrap distribution of --effect with its intervals and outlying samples into this SVG.", HelpName = "SVG" };
        var (arguments, draws, output) = (new ModelArguments(), new BootstrapArguments(), new OutputArguments());
        var command = new Command("effects", Help) { model };
        foreach (var option in (IEnumerable<Option>)[.. arguments.Options, .. draws.Options, kinds, standardized, level, effect, histogram, .. output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var asked = parsed.List(kinds).Select(name => NamedChoice.Of(kinds.Name, name, Kinds)).Distinct().ToArray();
            IntervalKind[] chosen = asked.Length > 0 ? asked : draws.IsAskedFor(parsed) ? [IntervalKind.Percentile, IntervalKind.BiasCorrected] : [IntervalKind.Delta];
            var seed = draws.Seed(parsed, chosen.Contains(IntervalKind.MonteCarlo));
            if (!draws.IsAskedFor(parsed) && chosen.Any(kind => kind.IsBootstrap()))
                throw new InputException($"--ci {chosen.First(kind => kind.IsBootstrap()).Text()} needs --bootstrap N.");
            var names = parsed.GetValue(effect) ?? [];
            if (parsed.GetValue(histogram) is not null && (names.Length != 1 || !draws.IsAskedFor(parsed)))
                throw new InputException("--histogram needs --bootstrap N and one --effect NAME.");

            var fit = arguments.Fit(parsed, parsed.GetValue(model)!);
            if (fit.Table.Definitions.Count == 0 && fit.Table.Rows.All(row => row.Operator != Operator.Regression))
                throw new InputException($"{parsed.GetValue(model)}: the model has no effects, since it regresses nothing (~) and defines nothing (:=).");
            if (!fit.HasConverged)
                return Task.FromResult(Fail(parsed, fit.Warnings[0].Message));
            var progress = new ReplicateProgress(parsed.InvocationConfiguration.Error, parsed.InvocationConfiguration.Error == Console.Error && !Console.IsErrorRedirected);
            var drawn = draws.Draw(parsed, fit, chosen.Contains(IntervalKind.BcA), progress, cancellation);
            var isWhole = drawn is null || drawn.IsComplete;
            if (drawn is { Used: < 2 })
                return Task.FromResult(Fail(parsed, isWhole ? $"{drawn.Drawn} of {drawn.Requested} samples were drawn and {drawn.Used} can be used; intervals need more." : draws.Interrupted(parsed, drawn)));

            // An interrupt is answered at once: profiles, which take long, and further bootstraps are left out.
            var options = new EffectOptions
            {
                Kinds = [.. chosen.Where(kind => isWhole || kind != IntervalKind.Profile)],
                Level = parsed.GetValue(level),
                IsStandardized = parsed.GetValue(standardized),
                Effects = names,
                Seed = seed ?? 0,
            };
            var report = EffectsReport.Of(fit, drawn, options, isWhole ? draws.Stine(parsed, fit, cancellation) : null);
            if (parsed.GetValue(histogram) is { } picture)
                OutputFile.Write(picture, writer => writer.Write(drawn!.Draw(names[0], options.IsStandardized, options.Level).ToSvg()));
            output.Write(parsed, json => new EffectsJson(json, report).Write(), () => EffectsExhibit.Of(report.Effects, report.Bootstrap, report.OtherRules, report.IsStandardized, report.Stine, report.Fit));

            // Last, so that it is not scrolled away.
            return Task.FromResult(isWhole ? ExitCode.Done : Fail(parsed, draws.Interrupted(parsed, drawn!)));
        });
        return command;
    }

    private static int Fail(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }
}
