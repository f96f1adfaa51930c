using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Plots;

/// <summary>The bootstrap distribution of one estimate with its intervals above it.</summary>
public static class BootstrapHistogram
{
    /// <summary>
    /// A histogram of the replicates, a line at the estimate, and one line above it for each interval (its name says the
    /// method). Replicates that are not finite are left out and counted in the note. A standard error, where given, adds the normal
    /// curve around the estimate that it stands for.
    /// </summary>
    public static Figure Of(string quantity, IReadOnlyList<double> replicates, double estimate, IReadOnlyList<IntervalRow> intervals, double? normalError = null)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        ArgumentNullException.ThrowIfNull(intervals);
        double[] values = [.. replicates.Where(double.IsFinite).Order()];
        var x = Axis.Over(quantity, [.. values, estimate, 0, .. intervals.SelectMany(row => new[] { row.Lower, row.Upper })]);
        var bins = Histogram.Of(values);
        var normal = normalError is { } error ? NormalCurve.Of(estimate, error, values.Length * bins.Width, x) : null;
        var top = Math.Max(bins.Counts.Concat(normal?.Y ?? []).DefaultIfEmpty(0).Max(), 1);
        var lost = replicates.Count - values.Length;
        return new()
        {
            Title = $"Bootstrap distribution of {quantity}",
            Note = $"{values.Length} replicates. The solid line is the estimate in the sample." + Outlying(values) + (lost > 0 ? $" {lost} replicates without a value are left out." : ""),
            AlternativeText = Words(quantity, values, estimate, intervals) + (normal is null ? "" : $" A normal curve with standard error {NumberText.Number(normalError, 3)} lies over it."),
            X = x,
            Y = Axis.Over("Replicates", [0, top * (1 + (0.13 * (intervals.Count + 0.4)))]),
            Marks =
            [
                bins.ToBars(),
                .. normal is null ? [] : new Mark[] { normal },
                .. Dots(OutlyingDraws.Of(values), top),
                new ReferenceLine { At = 0, Tone = Tone.Muted },
                new ReferenceLine { At = estimate, Tone = Tone.Ink, Stroke = Stroke.Solid },
                .. intervals.SelectMany((row, i) => Interval(row, top * (1 + (0.13 * (i + 0.6))), i)),
            ],
        };
    }

    // Bars of one draw are too low to be seen.
    private static IEnumerable<Mark> Dots(IReadOnlyList<double> outlying, double top) => outlying.Count == 0
        ? []
        : [new PointMarks { X = outlying, Y = [.. outlying.Select(_ => 0.015 * top)], Tone = Tone.Vermilion, Shape = PointShape.Ring, Name = $"{outlying.Count} outlying" }];

    private static string Outlying(double[] values) => OutlyingDraws.Of(values).Count is var count and > 0
        ? $" Rings: {count} outlying, more than five robust spreads from the median."
        : "";

    private static IEnumerable<Mark> Interval(IntervalRow row, double y, int index)
    {
        Tone[] tones = [Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];
        yield return new IntervalMarks
        {
            IsHorizontal = true,
            Tone = tones[index % tones.Length],
            At = [y],
            Lower = [row.Lower],
            Upper = [row.Upper],
            Name = $"{row.Name} {NumberText.Interval(row.Lower, row.Upper, 3).Replace('-', '−')}",
        };
    }

    private static string Words(string quantity, double[] values, double estimate, IReadOnlyList<IntervalRow> intervals) =>
        $"Histogram of {values.Length} bootstrap replicates of {quantity}, estimate {NumberText.Number(estimate, 3)}"
        + (values.Length == 0 ? "" : $", from {NumberText.Number(values[0], 3)} to {NumberText.Number(values[^1], 3)}, median {NumberText.Number(values[values.Length / 2], 3)}")
        + "." + string.Concat(intervals.Select(row => $" {row.Name}: {NumberText.Interval(row.Lower, row.Upper, 3)}."));

    /// <summary>
    /// The replicates of an effect, named as the result names it, with percentile and bias-corrected intervals, and BCa where
    /// the bootstrap has its jackknife; with a standard error, the normal curve that it stands for lies over them.
    /// </summary>
    /// <exception cref="InputException">The bootstrap has no effect of that name, or too few replicates of it.</exception>
    public static Figure Draw(this BootstrapResult bootstrap, string effect, bool isStandardized = true, double level = 0.95, double? normalError = null)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        var names = bootstrap.Effects.Select(each => each.Name).ToList();
        var at = names.IndexOf(effect);
        if (at < 0)
            throw new InputException($"Not an effect of the bootstrap: {effect}. It has: {string.Join(", ", names)}.");
        var (draws, estimate) = (bootstrap.Draws(at, isStandardized), bootstrap.Estimate(at, isStandardized));
        if (draws.Count < 2 || !double.IsFinite(estimate))
            throw new InputException($"The {(isStandardized ? "standardized " : "")}effect {effect} has {draws.Count} replicates; at least 2 are needed.");
        return Of(EffectWords.Name(bootstrap.Effects[at]), draws, estimate, [.. Intervals(bootstrap, at, isStandardized, draws, estimate, level)], normalError);
    }

    private static IEnumerable<IntervalRow> Intervals(BootstrapResult bootstrap, int at, bool isStandardized, IReadOnlyList<double> draws, double estimate, double level)
    {
        IntervalKind[] kinds = [IntervalKind.Percentile, IntervalKind.BiasCorrected, IntervalKind.BcA];
        foreach (var kind in kinds)
            if (BootstrapIntervals.Of(kind, draws, estimate, level, bootstrap.LeftOut(at, isStandardized)) is var (interval, _))
                yield return new($"{kind.Heading()} {Rounding.Text(100 * level, 0)} %", estimate, interval.Lower, interval.Upper);
    }
}
