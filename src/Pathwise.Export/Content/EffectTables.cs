using System.Globalization;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Export.Content;

/// <summary>Direct, indirect and total effects with their intervals, and how these were made.</summary>
internal static class EffectTables
{
    public static IEnumerable<ReportTable> Of(Report report)
    {
        if (report.Effects.Count == 0)
            yield break;
        string[] notes = [How(report), .. Draws(report.Run.Bootstrap), Inverted, .. report.Fit.OmittedEffects()];
        yield return new("effects", Report.With(EffectDesign.Of(report.Effects), "Direct, Indirect and Total Effects", notes));
        if (report.Run.Effects.IsStandardized && report.Effects.Where(row => row.Standardized is not null).ToArray() is { Length: > 0 } rows)
            yield return new("standardized", Report.With(EffectDesign.Of(rows, isStandardized: true), "Standardized Direct, Indirect and Total Effects", notes));
    }

    private const string Inverted = "Each p belongs to the interval before it: one less the level at which that interval would reach zero.";

    /// <summary>The level and the kinds of intervals, the resamples and their seed, as a sentence.</summary>
    public static string How(Report report)
    {
        var options = report.Run.Effects;
        var level = string.Create(CultureInfo.InvariantCulture, $"Intervals at the level of {100 * options.Level:0.#} %: {string.Join(", ", options.Kinds.Select(Text))}");
        return report.Run.Bootstrap is not { } drawn
            ? $"{level}. Standard errors by the delta method."
            : string.Create(CultureInfo.InvariantCulture, $"{level}. Standard errors and bootstrap intervals rest on {drawn.Used} {drawn.Options.Kind.ToString().ToLowerInvariant()} resamples (seed {drawn.Seed}).");
    }

    private static string Text(IntervalKind kind) => kind switch
    {
        IntervalKind.Percentile => "percentile bootstrap",
        IntervalKind.Basic => "basic bootstrap",
        IntervalKind.Normal => "normal with the bootstrap's bias and standard error",
        IntervalKind.BiasCorrected => "bias-corrected bootstrap",
        IntervalKind.BcA => "bias-corrected and accelerated bootstrap",
        IntervalKind.Delta => "delta method",
        IntervalKind.MonteCarlo => "Monte Carlo",
        _ => "profile likelihood",
    };

    /// <summary>What became of resamples that cannot be used or are improper; nothing where all are sound.</summary>
    public static IEnumerable<string> Draws(BootstrapResult? drawn)
    {
        if (drawn is null || (drawn.Used == drawn.Requested && drawn.Improper == 0))
            yield break;
        string[] reasons = [.. drawn.ImproperByReason.Select(each => Count("improper", each)), .. drawn.Failures.Select(each => Count("without a solution", each))];
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Of {drawn.Requested} resamples asked for {drawn.Converged} converged and {drawn.Used} were used (improper solutions: {drawn.Rule.ToString().ToLowerInvariant()}){(reasons.Length > 0 ? $": {string.Join("; ", reasons)}" : "")}.");
    }

    private static string Count(string what, KeyValuePair<string, int> each) => string.Create(CultureInfo.InvariantCulture, $"{what}, {each.Key}: {each.Value}");
}
