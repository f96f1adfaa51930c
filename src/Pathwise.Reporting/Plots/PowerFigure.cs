using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;

namespace Pathwise.Reporting.Plots;

/// <summary>Power studies as figures: each effect by each kind of interval, or power against the number of cases.</summary>
public static class PowerFigure
{
    private const int MostLines = 10;

    private static readonly Tone[] Tones = [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];
    private static readonly Stroke[] Strokes = [Stroke.Solid, Stroke.Dashed, Stroke.Dotted];

    /// <summary>
    /// The power of each direct, specific indirect and composed total effect by each kind of interval; lines are 95 % intervals from the number
    /// of samples. Given names choose the effects.
    /// </summary>
    public static Figure Draw(this PowerResult result, bool isStandardized = false, IReadOnlyList<string>? effects = null) => Shares(
        result,
        Chosen(result, isStandardized, effects),
        $"Power in samples of {result?.Options.Count} cases",
        "Share of samples whose interval excludes zero",
        0.8,
        "The dashed line is a power of .80.",
        each => (each.Power, each.PowerError));

    /// <summary>The coverage of each effect's intervals; the dashed line is their level.</summary>
    public static Figure DrawCoverage(this PowerResult result, bool isStandardized = false, IReadOnlyList<string>? effects = null) => Shares(
        result,
        Chosen(result, isStandardized, effects),
        $"Coverage in samples of {result?.Options.Count} cases",
        "Share of samples whose interval holds the population's value",
        result?.Options.Level ?? 0.95,
        $"The dashed line is the intervals' level, {NumberText.Number(result?.Options.Level, 2, true)}.",
        each => (each.Coverage, each.CoverageError));

    /// <summary>
    /// Power against the number of cases by one kind of interval (the first that was asked for, unless another is named), a line for each effect;
    /// the number of cases that <paramref name="power"/> needs stands in the legend.
    /// </summary>
    public static Figure Draw(this PowerCurve curve, double power = 0.8, IReadOnlyList<string>? effects = null, IntervalKind? kind = null, bool isStandardized = false)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var last = curve.Results[^1];
        var shown = kind ?? last.Options.Kinds[0];
        var chosen = Chosen(last, isStandardized, effects).Where(each => curve.Of(each.Effect, isStandardized, shown).Count > 0).ToList();
        var left = Math.Max(chosen.Count - MostLines, 0);
        chosen = [.. chosen.Take(MostLines)];
        var lines = chosen.Select(each => (Name: Legend(curve, each, shown, power), Points: curve.Of(each.Effect, isStandardized, shown))).ToList();
        var title = $"Power and the number of cases ({shown.Heading()} intervals)";
        var note = $"{last.Options.Replicates} samples of each size (seed {last.Options.Seed}); bars are 95 % intervals from that number. N: the cases that a power of {NumberText.Number(power, 2, true)} needs, between simulated sizes."
            + (left > 0 ? $" {left} more effects are not drawn; name those wanted." : "");
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = $"Lines of power over the number of cases, {curve.Results[0].Options.Count} to {last.Options.Count}. "
                + string.Join(" ", lines.Select(line => $"{line.Name}: {string.Join(", ", line.Points.Select(point => $"{NumberText.Number(point.Power.Power, 2, true)} at {point.Count}"))}.")),
            Height = Figures.SvgFigure.HeightFor(title, note, 640, 300 + (18 * lines.Count), hasLegend: true),
            X = Axis.Over("Number of cases", [.. curve.Results.Select(each => (double?)each.Options.Count)]),
            Y = Axis.Between("Power", 0, 1),
            Marks = [new ReferenceLine { IsHorizontal = true, At = power, Tone = Tone.Muted }, .. lines.SelectMany((line, i) => Line(line.Name, line.Points, i))],
        };
    }

    private static IEnumerable<Mark> Line(string name, IReadOnlyList<(int Count, IntervalPower Power)> points, int index)
    {
        var (tone, x) = (Tones[index % Tones.Length], points.Select(point => (double)point.Count).ToArray());
        yield return new IntervalMarks
        {
            Tone = tone,
            At = x,
            Lower = [.. points.Select(point => Bounds(point.Power.Power, point.Power.PowerError).Lower)],
            Upper = [.. points.Select(point => Bounds(point.Power.Power, point.Power.PowerError).Upper)],
        };
        yield return new LineMark { Tone = tone, Stroke = Strokes[index / Tones.Length % Strokes.Length], X = x, Y = [.. points.Select(point => point.Power.Power)], Name = name };
    }

    private static string Legend(PowerCurve curve, EffectPower each, IntervalKind kind, double power) => EffectWords.Name(each.Effect)
        + (curve.CountFor(each.Effect, each.IsStandardized, kind, power) is { } count ? $" (N {count})" : "");

    private static Figure Shares(
        PowerResult result, IReadOnlyList<EffectPower> effects, string title, string unit, double reference, string note, Func<IntervalPower, (double Share, double Error)> of) => IntervalComparison.Of(
        [
            .. result.Options.Kinds.Select(kind => new IntervalSeries(kind.Heading(),
            [
                .. from each in effects
                   from interval in each.Intervals.Where(interval => interval.Kind == kind)
                   let share = of(interval)
                   let bounds = Bounds(share.Share, share.Error)
                   select new IntervalRow(EffectWords.Name(each.Effect), share.Share, bounds.Lower, bounds.Upper),
            ])),
        ],
        title,
        unit,
        reference,
        $"{note} {result.Drawn} samples (seed {result.Options.Seed}); bars are 95 % intervals from that number.");

    private static (double Lower, double Upper) Bounds(double share, double error) =>
        (Math.Max(share - (1.96 * error), 0), Math.Min(share + (1.96 * error), 1));

    // A total effect of one path alone repeats that path.
    private static IReadOnlyList<EffectPower> Chosen(PowerResult result, bool isStandardized, IReadOnlyList<string>? names)
    {
        ArgumentNullException.ThrowIfNull(result);
        var all = result.Effects.Where(each => each.IsStandardized == isStandardized && each.Intervals.Count > 0).ToList();
        if (names is { Count: > 0 })
        {
            if (names.FirstOrDefault(name => all.TrueForAll(each => each.Effect.Name != name)) is { } unknown)
                throw new InputException($"Not an effect of the power study: {unknown}. It has: {string.Join(", ", all.Select(each => each.Effect.Name))}.");
            return [.. all.Where(each => names.Contains(each.Effect.Name))];
        }

        bool IsComposed(EffectPower total) => all.Count(each => each.Effect.Outcome == total.Effect.Outcome && each.Effect.Cause == total.Effect.Cause
            && each.Effect.Group == total.Effect.Group && each.Effect.Kind <= EffectKind.SpecificIndirect) > 1;
        return [.. all.Where(each => each.Effect.Kind <= EffectKind.SpecificIndirect || (each.Effect.Kind == EffectKind.Total && IsComposed(each))).OrderBy(each => each.Effect.Kind)];
    }
}
