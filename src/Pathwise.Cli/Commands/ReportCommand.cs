using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Cli.Console;
using Pathwise.Cli.Options;
using Pathwise.Export;
using Pathwise.Export.Content;
using Pathwise.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Cli.Commands;

/// <summary>Writes a fitted model as files for authors and reviewers.</summary>
internal sealed class ReportCommand
{
    private const string Help = """
        Writes a fitted model into a folder, for authors, reviewers and journals.

        Tables (sample and missing data, correlations with reliability, measurement and structural model, effects, fit of all models) for Word
        in the manner of APA 7, for Excel with unrounded values, for LaTeX, in Markdown and as CSV; the path diagram as SVG, TikZ, DOT and,
        where rsvg-convert or a Chromium is on the path, PDF; the results in words and checklists to be completed; scripts that repeat the analysis
        with lavaan, OpenMx and Mplus, each of which says what it cannot express. The folder is written whole or not at all; one that holds a report that nobody
        changed since is replaced. Where a codebook says that the data are synthetic, or with --synthetic, every file says so.
        """;

    private readonly Argument<string?> model = AnalysisArguments.Model("A file with a model in lavaan's syntax.");
    private readonly Option<string> folder = new("--out") { Description = "The folder to write; it is made if there is none.", HelpName = "DIR", Required = true };
    private readonly Option<string[]> compared = new("--compare") { Description = "Another model of the same data, whose fit is set beside and tested where the two are nested; may be repeated.", HelpName = "MODEL" };
    private readonly Option<string?> name = new("--name") { Description = "What the model is called; by default its file.", HelpName = "TEXT" };
    private readonly Option<bool> synthetic = new("--synthetic") { Description = "Nobody gave the answers: say so in every file." };
    private readonly ModelArguments arguments = new();
    private readonly AnalysisArguments stored = new();
    private readonly BootstrapArguments draws = new();
    private readonly EffectArguments effects;
    private readonly OutputArguments output = new();

    private ReportCommand() => effects = new(draws);

    public static Command Create()
    {
        var made = new ReportCommand();
        var command = new Command("report", Help) { made.model };
        foreach (var option in (IEnumerable<Option>)[made.folder, made.compared, made.name, made.synthetic, .. made.arguments.Options, .. made.stored.Options, .. made.draws.Options, .. made.effects.Options, .. made.output.Options])
            command.Add(option);
        command.SetAction((parsed, cancellation) => Task.FromResult(made.Run(parsed, cancellation)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var analysis = Plan(parsed);
        var (others, isSynthetic) = (Others(parsed, analysis), IsSynthetic(parsed, analysis));
        var fit = arguments.Fit(parsed, analysis);
        if (!fit.HasConverged)
            return Fail(parsed, fit.Warnings[0].Message);
        if (HasEffects(fit))
            fit.CheckEffects(analysis.Effects!);
        stored.Keep(parsed, analysis);
        (string Name, FitResult Fit)[] beside = [.. others.Select(other => (Path.GetFileNameWithoutExtension(other.Model.Source), arguments.Fit(parsed, other)))];
        return Draw(parsed, analysis, isSynthetic, fit, beside, cancellation) is { } run
            ? Write(parsed, analysis, fit, run)
            : Fail(parsed, "interrupted, or too few samples can be used; no report was written.");
    }

    private Analysis Plan(ParseResult parsed)
    {
        output.Check(parsed);
        stored.Check(parsed);
        draws.Check(parsed);
        ReportFolder.Probe(parsed.GetValue(folder)!);
        var given = stored.Given(parsed);
        var options = effects.Plan(parsed, given);
        return effects.Plan(parsed, given, options, () => arguments.Plan(parsed, model, stored));
    }

    private Analysis[] Others(ParseResult parsed, Analysis analysis) =>
    [
        .. (parsed.GetValue(compared) ?? []).Select(path => new Analysis
        {
            Model = ModelSpecification.Read(path), Cases = analysis.Cases, Moments = analysis.Moments, Completion = analysis.Completion, Estimation = analysis.Estimation,
        }),
    ];

    // Null where an interrupt or too few usable samples leave nothing to report.
    private ReportedRun? Draw(ParseResult parsed, Analysis analysis, bool isSynthetic, FitResult fit, (string Name, FitResult Fit)[] beside, CancellationToken cancellation)
    {
        var progress = ReplicateProgress.On(parsed.InvocationConfiguration.Error);
        var drawn = HasEffects(fit) ? draws.Draw(parsed, fit, analysis, null, progress, cancellation) : null;
        var stine = drawn is { IsComplete: false } ? null : BootstrapArguments.Stine(fit, analysis, null, progress, cancellation);
        if (drawn is { IsComplete: false } or { Used: < 2 } || stine is { IsComplete: false })
            return null;
        var cleaning = arguments.Account.Cleaning;
        return new()
        {
            Name = parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(analysis.Model.Source), Model = analysis.Model, Effects = analysis.Effects!, Bootstrap = drawn, BollenStine = stine,
            Estimates = HasEffects(fit) ? EffectsReport.Of(fit, drawn, analysis.Effects!, stine, progress, cancellation).Effects : [],
            Cleaning = cleaning, Others = beside, IsSynthetic = isSynthetic, Notes = [.. arguments.Account.Notes.Where(note => note != SyntheticMark.Sentence && (cleaning is null || note != DataNotes.Of(cleaning)))], Key = analysis.Key,
        };
    }

    // A codebook beside the data that is not applied still says what they are.
    private bool IsSynthetic(ParseResult parsed, Analysis analysis) =>
        parsed.GetValue(synthetic) || (analysis.Cases is { } cases && SyntheticMark.IsOn(cases.Path, cases.CodebookPath));

    private int Write(ParseResult parsed, Analysis analysis, FitResult fit, ReportedRun run)
    {
        var written = fit.WriteReport(parsed.GetValue(folder)!, run);
        output.Write(
            parsed,
            json =>
            {
                json.WriteString("folder", written.Folder);
                json.Texts("files", written.Files);
            },
            () => written.ToTable([]),
            arguments.Account.Of(analysis).With([.. written.Notes, .. fit.Warnings.Select(warning => warning.Message)]));
        return run.Others.Select(other => other.Fit).Append(fit).Max(FitOutcome.ExitCodeOf);
    }

    private static bool HasEffects(FitResult fit) => fit.Table.Definitions.Count > 0 || fit.Table.Rows.Any(row => row.Operator == Operator.Regression);

    private static int Fail(ParseResult parsed, string message)
    {
        parsed.InvocationConfiguration.Error.WriteLine($"pathwise: {message}");
        return ExitCode.Failure;
    }
}
