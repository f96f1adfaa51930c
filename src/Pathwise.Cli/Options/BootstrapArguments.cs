using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a bootstrap is drawn, and the file it may be resumed from.</summary>
internal sealed class BootstrapArguments
{
    private static readonly Dictionary<string, ImproperRule> Rules = Enum.GetValues<ImproperRule>().ToDictionary(rule => rule.ToString().ToLowerInvariant());

    private static readonly Dictionary<string, ResamplingKind> Kinds = new()
    {
        ["nonparametric"] = ResamplingKind.Nonparametric,
        ["parametric"] = ResamplingKind.Parametric,
    };

    private readonly Option<int?> bootstrap = new("--bootstrap") { Description = "Number of bootstrap samples.", HelpName = "N" };
    private readonly Option<long?> seed = new("--seed") { Description = "Seed of the random draws; needed by --bootstrap, --bollen-stine and montecarlo.", HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (0: one for each processor); it changes no digit.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> rule = new("--improper") { Description = "Improper solutions: keep (default), drop or redraw. Intervals under the other rules stand beside (redraw unless more than half of the samples are improper).", HelpName = "RULE" };
    private readonly Option<string?> resampling = new("--resampling") { Description = "nonparametric (default; from the cases) or parametric (from the fitted normal distribution).", HelpName = "NAME" };
    private readonly Option<int?> stine = new("--bollen-stine") { Description = "Also the p value of the chi-square by a Bollen-Stine bootstrap of N samples.", HelpName = "N" };

    private readonly Option<string?> resume = new("--resume")
    {
        Description = "Keep the bootstrap in FILE: carry on from what is in it, and save every few seconds what is drawn, also on an interrupt (Ctrl-C). Nothing in it is lost to a smaller run. The result has the same bits as an uninterrupted run.",
        HelpName = "FILE",
    };

    public IEnumerable<Option> Options => [bootstrap, seed, threads, rule, resampling, stine, resume];

    public bool IsAskedFor(ParseResult parsed) => parsed.GetValue(bootstrap) is not null;

    /// <summary>The seed; a random draw without one is the caller's mistake.</summary>
    public long? Seed(ParseResult parsed, bool isNeeded)
    {
        if ((isNeeded || IsAskedFor(parsed) || parsed.GetValue(stine) is not null) && parsed.GetValue(seed) is null)
            throw new InputException("--seed is needed for random draws: give any whole number, and the result can be repeated.");
        if (parsed.GetValue(resume) is { } path && !IsAskedFor(parsed))
            throw new InputException($"--resume {path} belongs to a bootstrap; give --bootstrap N.");
        return parsed.GetValue(seed);
    }

    /// <summary>Why the file of the last bootstrap could not be written, although its results are there; null when it was, or none was asked for.</summary>
    public string? Unsaved { get; private set; }

    /// <summary>Refuses what cannot be drawn or kept, before any work: the bootstraps asked for have options, and their file can be written.</summary>
    public void Check(ParseResult parsed, bool hasJackknife)
    {
        _ = Drawing(parsed, hasJackknife)?.Checked();
        _ = StineDrawing(parsed)?.Checked();
        if (parsed.GetValue(resume) is { } path)
            OutputFile.Probe(path);
    }

    /// <summary>The bootstrap asked for, or null; it carries on from a file and is saved there while it is drawn.</summary>
    public BootstrapResult? Draw(ParseResult parsed, FitResult fit, bool hasJackknife, ReplicateProgress progress, CancellationToken cancellation)
    {
        if (Drawing(parsed, hasJackknife) is not { } options)
            return null;
        var kept = parsed.GetValue(resume) is { } path ? KeptBootstrap.Open(fit, path) : null;
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
        var bad = drawn.Requested - drawn.Converged + drawn.Improper;
        if (drawn.Options.Rule == ImproperRule.Redraw || drawn.Improper == 0 || 2L * bad > drawn.Requested || !drawn.IsComplete)
            return drawn;
        progress.Begin(", improper ones redrawn");
        return draw(drawn.Options with { Rule = ImproperRule.Redraw }, drawn).Under(drawn.Rule);
    }

    /// <summary>The Bollen-Stine bootstrap asked for, or null.</summary>
    public BootstrapResult? Stine(ParseResult parsed, FitResult fit, ReplicateProgress progress, CancellationToken cancellation)
    {
        if (StineDrawing(parsed) is not { } options)
            return null;
        progress.Begin(" (Bollen-Stine)");
        var drawn = fit.Bootstrap(options, null, progress, cancellation);
        progress.End();
        return drawn;
    }

    /// <summary>What an interrupted run tells: which bootstrap was cut short, and how it can be carried on.</summary>
    public string Interrupted(ParseResult parsed, BootstrapResult? drawn, BootstrapResult? tested) => (drawn, tested) switch
    {
        ({ IsComplete: false }, _) => $"interrupted: {drawn.Drawn} of {drawn.Requested} samples were drawn{Lacking(drawn)}{(parsed.GetValue(stine) is null ? "" : ", and none of the Bollen-Stine bootstrap")}; " + (parsed.GetValue(resume) is { } path
            ? $"they are in {path}, and the same command carries on from there."
            : "with --resume FILE a run can be carried on."),
        (_, { IsComplete: false }) => $"interrupted: {tested.Drawn} of {tested.Requested} samples of the Bollen-Stine bootstrap were drawn; its p rests on them.",
        _ => "interrupted: some profile intervals are missing.",
    };

    private BootstrapOptions? Drawing(ParseResult parsed, bool hasJackknife) => parsed.GetValue(bootstrap) is not { } replicates ? null : new BootstrapOptions
    {
        Seed = parsed.GetValue(seed)!.Value,
        Replicates = replicates,
        Threads = parsed.GetValue(threads),
        Rule = parsed.Choice(rule, Rules, ImproperRule.Keep),
        Kind = parsed.Choice(resampling, Kinds, ResamplingKind.Nonparametric),
        HasJackknife = hasJackknife,
    };

    private BootstrapOptions? StineDrawing(ParseResult parsed) => parsed.GetValue(stine) is not { } replicates ? null : new BootstrapOptions
    {
        Seed = parsed.GetValue(seed)!.Value,
        Replicates = replicates,
        Threads = parsed.GetValue(threads),
        Kind = ResamplingKind.BollenStine,
    };

    private static string Lacking(BootstrapResult drawn) => drawn switch
    {
        _ when drawn.Drawn < drawn.Requested => "",
        { HasRedrawn: true } when drawn.Under(ImproperRule.Redraw).Used is var proper && proper < drawn.Requested => $", {proper} with a proper solution so far, improper ones redrawn",
        _ => ", not all of those without one case each, which bca needs",
    };
}
