using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting.Plots;

/// <summary>The same quantities with their intervals from several methods, seeds or sources, below each other.</summary>
public static class IntervalComparison
{
    private const double RowHeight = 17;

    private static readonly Tone[] Tones = [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];
    private static readonly PointShape[] Shapes = [PointShape.Circle, PointShape.Square, PointShape.Diamond, PointShape.Ring];

    /// <summary>One group of lines for each quantity, one line in it for each series; a dashed line at the reference.</summary>
    public static Figure Of(IReadOnlyList<IntervalSeries> series, string title, string unit, double? reference = 0, string note = "")
    {
        ArgumentNullException.ThrowIfNull(series);
        var names = series.SelectMany(one => one.Rows).Select(row => row.Name).Distinct().ToList();
        var marks = new List<Mark>();
        if (reference is { } at)
            marks.Add(new ReferenceLine { At = at, Tone = Tone.Muted });
        for (var i = 0; i < series.Count; i++)
            marks.AddRange(MarksOf(series[i], names, Place(i, series.Count), Tones[i % Tones.Length], Shapes[i % Shapes.Length]));
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(series, unit),
            Height = Figures.SvgFigure.HeightFor(title, note, 640, 50 + (names.Count * ((RowHeight * series.Count) + 9)), hasLegend: true),
            X = Axis.Over(unit, Values(series).Append(reference)),
            Y = Axis.OfNames("", names, firstOnTop: true),
            Marks = marks,
        };
    }

    private static IEnumerable<Mark> MarksOf(IntervalSeries series, List<string> names, double shift, Tone tone, PointShape shape)
    {
        var known = series.Rows.Where(row => row.Value is not null).ToList();
        yield return new IntervalMarks
        {
            IsHorizontal = true,
            Tone = tone,
            At = [.. series.Rows.Select(row => names.IndexOf(row.Name) + shift)],
            Lower = [.. series.Rows.Select(row => row.Lower)],
            Upper = [.. series.Rows.Select(row => row.Upper)],
        };
        yield return new PointMarks
        {
            Tone = tone,
            Shape = shape,
            Name = series.Name,
            X = [.. known.Select(row => row.Value!.Value)],
            Y = [.. known.Select(row => names.IndexOf(row.Name) + shift)],
        };
    }

    private static double Place(int index, int count) => (index - ((count - 1) / 2.0)) * 0.74 / Math.Max(count, 2);

    private static IEnumerable<double?> Values(IEnumerable<IntervalSeries> series) =>
        series.SelectMany(one => one.Rows).SelectMany(row => new[] { row.Value, row.Lower, row.Upper });

    private static string Words(IEnumerable<IntervalSeries> series, string unit) =>
        $"Points with intervals ({unit}). " + string.Join(" ", series.Select(one =>
            one.Name + ": " + string.Join("; ", one.Rows.Select(row => $"{row.Name} {NumberText.Number(row.Value, 2)} {NumberText.Interval(row.Lower, row.Upper, 2)}")) + "."));

    /// <summary>Effects with all their intervals, a line for each kind.</summary>
    public static Figure Draw(this IReadOnlyList<EffectEstimate> effects, bool isStandardized = true, string title = "Effects and their intervals") => Of(
        [.. EffectWords.Kinds(effects, isStandardized).Select(kind => Series(effects, kind, isStandardized))],
        title,
        isStandardized ? "Standardized effect" : "Effect");

    private static IntervalSeries Series(IReadOnlyList<EffectEstimate> effects, IntervalKind kind, bool isStandardized) => new(
        kind.Heading(),
        [
            .. from effect in effects
               let interval = effect.Interval(kind, isStandardized)
               select new IntervalRow(EffectWords.Name(effect.Effect), isStandardized ? effect.Standardized : effect.Value, interval?.Lower, interval?.Upper),
        ]);
}
