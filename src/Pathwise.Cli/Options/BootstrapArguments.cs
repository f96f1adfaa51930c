using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a bootstrap is drawn, and the file it may be resumed from.</summary>
internal sealed class BootstrapArguments
{
    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "Number of bootstrap samples.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the random draws; needed by --bootstrap, --bollen-stine and montecarlo.", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> rule = new("--improper") { Description = "Improper solutions: keep (default), drop, redraw, or bounded (fit them, and those without a solution, again within standard bounds). Intervals under the other rules stand beside (redraw unless more than half of the samples are improper).", HelpName = "RULE" };
    private readonly Option<string?> resampling = new("--resampling") { Description = "nonparametric (default; from the cases) or parametric (from the fitted normal distribution).", HelpName = "NAME" };
    private readonly Option<int?> stine = new("--bollen-stine") { Description = "Also the p value of the chi-square by a Bollen-Stine bootstrap of N samples.", HelpName = "N" };

    private readonly Option<string?> resume = new("--resume")
    {
        Description = "Keep the bootstrap in FILE: carry on from what is in it, and save every few seconds what is drawn, also on an interrupt (Ctrl-C). Nothing in it is lost to a smaller run. The result has the same bits as an uninterrupted run.",
        HelpName = "FILE",
    };

    public IEnumerable<Option> Options => [bootstrap, seed, threads, rule, resampling, stine, resume];

    /// <summary>Whether a bootstrap is asked for, here or by an analysis.</summary>
    public bool IsAskedFor(ParseResult parsed, Analysis? given) => parsed.GetValue(bootstrap) is not null || given?.Bootstrap is not null;

    /// <summary>The seed, of the command line or of an analysis; a random draw without one is the caller's mistake.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="given">The analysis, or null.</param>
    /// <param name="isNeeded">Whether something else than a bootstrap needs it.</param>
    public long? Seed(ParseResult parsed, Analysis? given, bool isNeeded)
    {
        var kept = given?.Bootstrap?.Seed ?? given?.BollenStine?.Seed ?? (given?.Effects is { } effects && effects.Kinds.Contains(IntervalKind.MonteCarlo) ? effects.Seed : null);
        var chosen = parsed.GetValue(seed) ?? kept;
        if ((isNeeded || IsAskedFor(parsed, given) || parsed.GetValue(stine) is not null) && chosen is null)
            throw new InputException("--seed is needed for random draws: give any whole number, and the result can be repeated.");
        if (parsed.GetValue(resume) is { } path && !IsAskedFor(parsed, given))
            throw new InputException($"--resume {path} belongs to a bootstrap; give --bootstrap N.");
        return chosen;
    }

    /// <summary>Why the file of the last bootstrap could not be written, although its results are there; null when it was, or none was asked for.</summary>
    public string? Unsaved { get; private set; }

    /// <summary>Refuses what cannot be kept, before any work.</summary>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(resume) is { } path)
            OutputFile.Probe(path);
    }

    /// <summary>The bootstrap that the command line asks for; what it does not say stays as it was given.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public BootstrapOptions? Plan(ParseResult parsed, BootstrapOptions? given, long? drawnFrom, bool hasJackknife)
    {
        if ((parsed.GetValue(bootstrap) ?? given?.Replicates) is not { } replicates)
            return null;
        var start = given ?? new() { Seed = drawnFrom!.Value };
        return (start with
        {
            Seed = parsed.GetValue(seed) ?? start.Seed,
            Replicates = replicates,
            Threads = parsed.GetValue(threads),
            Rule = parsed.Choice(rule, OptionWords.Rules, start.Rule),
            Kind = parsed.Choice(resampling, OptionWords.Resampling, start.Kind),
            HasJackknife = hasJackknife,
        }).Checked();
    }

    /// <summary>The Bollen-Stine bootstrap that the command line asks for, likewise.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public BootstrapOptions? PlanStine(ParseResult parsed, BootstrapOptions? given, long? drawnFrom)
    {
        if ((parsed.GetValue(stine) ?? given?.Replicates) is not { } replicates)
            return null;
        var start = given ?? new() { Seed = drawnFrom!.Value, Kind = ResamplingKind.BollenStine };
        return (start with { Seed = parsed.GetValue(seed) ?? start.Seed, Replicates = replicates, Threads = parsed.GetValue(threads) }).Checked();
    }

    /// <summary>The file of <c>--resume</c>.</summary>
    public Option Resume => resume;

    /// <summary>The bootstrap asked for, or null; it carries on from a file and is saved there while it is drawn, or from the shards of a merge.</summary>
    public BootstrapResult? Draw(ParseResult parsed, FitResult fit, Analysis analysis, EffectShard? merged, ReplicateProgress progress, CancellationToken cancellation)
    {
        if (analysis.Bootstrap is not { } options)
            return null;
        if (merged?.Draws is { } draws)
            return WithOtherRules(fit.Bootstrap(options, draws, progress, cancellation), (others, _) => fit.Bootstrap(others, draws, progress, cancellation), progress);
        using var kept = parsed.GetValue(resume) is { } path ? KeptBootstrap.Open(fit, path) : null;
        var drawn = kept is not null
            ? WithOtherRules(kept.Draw(options, progress, cancellation), (others, _) => kept.Draw(others, progress, cancellation), progress)
            : WithOtherRules(fit.Bootstrap(options, null, progress, cancellation), (others, first) => fit.Bootstrap(others, first, progress, cancellation), progress);
        progress.End();
        Unsaved = kept?.Problem;
        return drawn;
    }

    /// <summary>
    /// The same result, its improper samples redrawn besides, so that every rule can be shown; not where more than half are improper,
    /// since that would take very long and say little.
    /// </summary>
    private static BootstrapResult WithOtherRules(BootstrapResult drawn, Func<BootstrapOptions, BootstrapResult, BootstrapResult> draw, ReplicateProgress progress)
    {
        if (!drawn.IsComplete || !IsToBeRedrawn(drawn))
            return drawn;
        progress.Begin(", improper ones redrawn");
        return draw(drawn.Options with { Rule = ImproperRule.Redraw }, drawn).Under(drawn.Rule);
    }

    // Of a shard, its own samples decide; where those of all decide otherwise, a merge draws what is lacking.
    internal static bool IsToBeRedrawn(BootstrapResult drawn) =>
        drawn.Options.Rule is not (ImproperRule.Redraw or ImproperRule.Bounded) && drawn.Improper > 0 && 2L * (drawn.Drawn - drawn.Converged + drawn.Improper) <= drawn.Drawn;

    /// <summary>The Bollen-Stine bootstrap asked for, or null.</summary>
    public static BootstrapResult? Stine(FitResult fit, Analysis analysis, EffectShard? merged, ReplicateProgress progress, CancellationToken cancellation)
    {
        if (analysis.BollenStine is not { } options)
            return null;
        progress.Begin(" (Bollen-Stine)");
        var drawn = fit.Bootstrap(options, merged?.StineDraws, progress, cancellation);
        progress.End();
        return drawn;
    }

    /// <summary>What an interrupted run tells: which bootstrap was cut short, and how it can be carried on.</summary>
    public string Interrupted(ParseResult parsed, Analysis analysis, BootstrapResult? drawn, BootstrapResult? tested) => (drawn, tested) switch
    {
        ({ IsComplete: false }, _) => $"interrupted: {drawn.Drawn} of {drawn.Requested} samples were drawn{Lacking(drawn)}{(analysis.BollenStine is null ? "" : ", and none of the Bollen-Stine bootstrap")}; " + (parsed.GetValue(resume) is { } path
            ? $"they are in {path}, and the same command carries on from there."
            : "with --resume FILE a run can be carried on."),
        (_, { IsComplete: false }) => $"interrupted: {tested.Drawn} of {tested.Requested} samples of the Bollen-Stine bootstrap were drawn; its p rests on them.",
        _ => "interrupted: some profile intervals are missing.",
    };

    private static string Lacking(BootstrapResult drawn) => drawn switch
    {
        _ when drawn.Drawn < drawn.Requested => "",
        { HasRedrawn: true } when drawn.Under(ImproperRule.Redraw).Used is var proper && proper < drawn.Requested => $", {proper} with a proper solution so far, improper ones redrawn",
        _ => ", not all of those without one case each, which bca needs",
    };
}
