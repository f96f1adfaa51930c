using System.CommandLine;
using System.Text.Json;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Json;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>Estimates direct, indirect and total effects with intervals.</summary>
internal sealed class EffectsCommand
{
    private const string Help = """
        Estimates direct, indirect and total effects of every pair of variables, with intervals.

        Rows: direct effects, indirect effects along each path (with the p of joint significance of the path's coefficients), all paths together,
        total effects, differences of two indirect effects on the same outcome, the share mediated, and what the model defines (:=).
        Each p belongs to the interval beside it: the level at which that interval would reach zero. With --bootstrap, SE and the robust
        spread (median absolute deviation, scaled) are over the samples, and "outlying" counts the samples more than five robust
        spreads from their median. Without, SE is by the delta method.
        """;

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<string?> histogram = new("--histogram") { Description = "Draw the bootstrap distribution of --effect with its intervals and outlying samples into this SVG.", HelpName = "SVG" };
    private readonly Option<string?> picture = new("--plot") { Description = "Draw each conditional effect along its moderator, or in its categories, with interval, region of significance and the cases, into this SVG; simple slopes and the two diagrams beside it.", HelpName = "SVG" };
    private readonly ModelArguments arguments = new() { Sam = new() };
    private readonly AnalysisArguments stored = new();
    private readonly BootstrapArguments draws = new();
    private readonly EffectArguments effects;
    private readonly ProcessArguments process = new();
    private readonly OutputArguments output = new();

    private readonly ShardedWork shards;

    private EffectsCommand(ShardSet? merged) => (effects, shards) = (new(draws), new("effects", merged));

    public static Command Create()
    {
        var command = Create(null);
        command.Add(MergeCommand.Of("effects", Create, "--histogram"));
        return command;
    }

    private static Command Create(ShardSet? merged)
    {
        var made = new EffectsCommand(merged);
        var command = new Command("effects", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[.. made.arguments.Options, .. made.stored.Options, .. made.draws.Options, .. made.effects.Options, .. made.process.Options, made.histogram, made.picture, .. made.shards.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var shard = shards.Plan(parsed, histogram, draws.Resume);
        var analysis = Plan(parsed);
        var fit = arguments.Fit(parsed, analysis);
        if (fit.Table.Definitions.Count == 0 && fit.Table.Rows.All(row => row.Operator != Operator.Regression))
            throw new InputException($"{analysis.Model.Source}: the model has no effects, since it regresses nothing (~) and defines nothing (:=).");
        fit.CheckEffects(analysis.Effects!);
        if (analysis.Effects!.ComparesGroups)
            fit.CheckGroups(analysis.Effects, analysis.Bootstrap);
        if (analysis.Effects!.Moderators.Count > 0)
            fit.CheckModeration(analysis.Effects, analysis.Bootstrap);
        stored.Keep(parsed, analysis);
        return !fit.HasConverged ? Fail(parsed, fit.Warnings[0].Message)
            : shard is null ? Estimate(parsed, fit, analysis, cancellation)
            : Draw(parsed, shard, fit, analysis, cancellation);
    }

    private int Draw(ParseResult parsed, Shard shard, FitResult fit, Analysis analysis, CancellationToken cancellation)
    {
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        return shards.Run(parsed, (shard, EffectShard.Plan(fit, analysis)), "samples", new EffectShard(fit, analysis).Work(shard, progress, cancellation));
    }

    private EffectShard? Merged(FitResult fit, Analysis analysis)
    {
        if (shards.Merged is not { } merged)
            return null;
        shards.RequireSame(EffectShard.Plan(fit, analysis));
        return EffectShard.Of(merged, fit, analysis);
    }

    private Analysis Plan(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        draws.Check(parsed);
        var given = stored.Given(parsed);
        var byNumber = process.Plan(parsed);
        var options = effects.Plan(parsed, given);
        if (byNumber is not null && options.Moderators.Count == 0)
            options = options with { Moderators = byNumber.Moderators };
        if (options.At.Count > 0 && options.Moderators.Count == 0)
            throw new InputException($"--at {options.At[0]}: values of which moderator? Give --moderator NAME with it.");
        if (parsed.GetValue(picture) is { } along)
        {
            if (options.Moderators.Count == 0)
                throw new InputException("--plot needs --moderator NAME, along which effects are drawn.");
            OutputFile.Probe(along);
        }

        CheckPicture(parsed, options, draws.IsAskedFor(parsed, given));
        return effects.Plan(parsed, given, options, () => byNumber is null ? arguments.Plan(parsed, model, stored) : arguments.Plan(parsed, byNumber, parsed.GetValue(model), stored));
    }

    private void CheckPicture(ParseResult parsed, EffectOptions options, bool hasDraws)
    {
        if (parsed.GetValue(histogram) is not { } path)
            return;
        if (options.Effects.Count != 1 || !hasDraws)
            throw new InputException("--histogram needs --bootstrap N and one --effect NAME.");
        OutputFile.Probe(path);
    }

    private int Estimate(ParseResult parsed, FitResult fit, Analysis analysis, CancellationToken cancellation)
    {
        var options = analysis.Effects!;
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var merged = Merged(fit, analysis);
        var drawn = draws.Draw(parsed, fit, analysis, merged, progress, cancellation);
        if (drawn is { Used: < 2 })
            return Fail(parsed, drawn.IsComplete ? TooFew(drawn) : draws.Interrupted(parsed, analysis, drawn, null));

        // An interrupt is answered at once: profiles, which take long, and further bootstraps are left out.
        var stine = drawn is { IsComplete: false } ? null : BootstrapArguments.Stine(fit, analysis, merged, progress, cancellation);
        progress.Begin("");
        var report = EffectsReport.Of(fit, drawn, options, stine, progress, cancellation);
        progress.End();
        Print(parsed, analysis, report);

        // Last, so that it is not scrolled away.
        if (draws.Unsaved is { } problem)
            throw new InputException(problem);
        var isWhole = drawn is not { IsComplete: false } && stine is not { IsComplete: false } && !(cancellation.IsCancellationRequested && options.Kinds.Contains(IntervalKind.Profile));
        return isWhole ? ExitCode.Done : Fail(parsed, draws.Interrupted(parsed, analysis, drawn, stine));
    }

    private void Print(ParseResult parsed, Analysis analysis, EffectsReport report)
    {
        output.Write(
            parsed,
            json =>
            {
                if (process.Plan(parsed) is { } byNumber)
                    json.Object("process", () => Write(json, byNumber, analysis));
                new EffectsJson(json, report).Write();
            },
            () => Shown(parsed, analysis, EffectDesign.Of(report).Of(report.CaseUse)),
            arguments.Account.Of(analysis).With(PathNotes(report)));
        if (parsed.GetValue(picture) is { } along)
            ModerationPictures.Write(along, report.Moderation!);
        if (parsed.GetValue(histogram) is { } path)
            OutputFile.Write(path, writer => writer.Write(report.Bootstrap!.Draw(analysis.Effects!.Effects[0], report.IsStandardized, analysis.Effects.Level).ToSvg()));
    }

    private static void Write(Utf8JsonWriter json, ProcessPlan plan, Analysis analysis)
    {
        json.WriteNumber("number", plan.Number);
        json.WriteString("syntax", analysis.Model.Text);
        json.WriteString("center", OptionWords.Centres.Word(analysis.Completion.Center));
    }

    private Summary Shown(ParseResult parsed, Analysis analysis, Summary effects) => process.Plan(parsed) is { } plan
        ? new(effects.Title, [new Paragraph($"Model {plan.Number} of PROCESS in lavaan's syntax, products centred: {OptionWords.Centres.Word(analysis.Completion.Center)}."), new Listing(analysis.Model.Text), .. effects.Parts])
        : effects;

    private static IEnumerable<string> PathNotes(EffectsReport report) => report is { Bootstrap: not null, Path: { IsCompiled: false } path }
        ? [$"the samples were fitted by the general path, which is slower than compiled code, because of {path.Reason}."]
        : [];

    private static string TooFew(BootstrapResult drawn)
    {
        var why = string.Join("; ", drawn.Failures.Select(each => $"{each.Key} ({each.Value})"));
        return $"{drawn.Drawn} of {drawn.Requested} samples were drawn and {drawn.Used} can be used; intervals need more{(why.Length > 0 ? $". Failed: {why}" : "")}.";
    }

    private static int Fail(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }
}
