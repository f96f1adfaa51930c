using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Plots;

/// <summary>An effect along its moderator as a figure.</summary>
public static class ModerationFigure
{
    private const double Room = 0.16;

    /// <summary>The effect in the band of its interval, where a bound is zero, on the zero line where the interval excludes zero, and the cases below.</summary>
    public static Figure Draw(this SignificanceRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        ConditionalPoint[] points = [.. region.Curve];
        ConditionalPoint[] band = [.. points.Where(point => point.Lower is not null && point.Upper is not null)];
        double?[] heights = [.. points.SelectMany(point => new[] { point.Estimate, point.Lower, point.Upper }), 0.0];
        var (low, height) = (heights.Min()!.Value, heights.Max()!.Value - heights.Min()!.Value);
        var up = Axis.Over(region.Effect.Kind == EffectKind.ConditionalDirect ? "Conditional effect" : "Conditional indirect effect", heights.Append(region.Data.Count > 0 ? low - (Room * height) : low));
        return new()
        {
            Title = $"{EffectWords.Name(region.Effect)} along {region.Moderator}",
            Note = "The thick line marks where the interval excludes zero; dotted lines where one of its bounds is zero. The axis spans "
                + (region.Data.Count > 0 ? "the data, whose cases stand below: the longer a stroke, the more of them." : "three standard deviations of the latent moderator on either side of its mean."),
            AlternativeText = Words(region),
            X = Axis.Over(region.Moderator, [.. points.Select(point => (double?)point.Value)]),
            Y = up,
            Marks =
            [
                .. band.Length == 0 ? [] : new Mark[]
                {
                    new BandMark
                    {
                        X = [.. band.Select(point => point.Value)], Lower = [.. band.Select(point => point.Lower!.Value)], Upper = [.. band.Select(point => point.Upper!.Value)],
                        Tone = Tone.Blue, Opacity = 0.22, Name = $"{NumberText.Number(100 * region.Level, 0)} % {region.Kind.Words()} interval",
                    },
                },
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted },
                .. region.Roots.Select(root => new ReferenceLine { At = root, Tone = Tone.Muted, Stroke = Stroke.Dotted }),
                .. Kept(region, height),
                new LineMark { X = [.. points.Select(point => point.Value)], Y = [.. points.Select(point => point.Estimate)], Name = "Effect" },
                .. Cases(region, up.Min, height),
            ],
        };
    }

    private static IEnumerable<Mark> Kept(SignificanceRegion region, double height)
    {
        foreach (var segment in region.Segments.Where(segment => segment.Sign != 0))
            yield return new BarMarks { IsHorizontal = true, At = [0], From = [segment.From], To = [segment.To], Thickness = height / 70, Tone = Tone.Green, Name = "Interval excludes zero" };
    }

    // A stroke for each value, as long as it has cases.
    private static IEnumerable<Mark> Cases(SignificanceRegion region, double floor, double height)
    {
        if (region.Data.Count == 0)
            yield break;
        (double Value, int Count)[] values = [.. region.Data.GroupBy(value => value).Select(same => (same.Key, same.Count()))];
        var most = values.Max(value => value.Count);
        var unit = height * Room * (most > 2 ? 0.8 : 0.35) / most;
        yield return new BarMarks
        {
            At = [.. values.Select(value => value.Value)], From = [.. values.Select(_ => floor)], To = [.. values.Select(value => floor + (unit * value.Count))],
            Thickness = (region.Data[^1] - region.Data[0]) / 260, Tone = Tone.Muted, Opacity = 0.8, Name = "Cases",
        };
    }

    private static string Words(SignificanceRegion region) =>
        $"A line of the effect over {region.Moderator}: {string.Join(", ", region.Curve.Where((_, i) => i % Math.Max(region.Curve.Count / 6, 1) == 0).Select(point => $"{NumberText.Number(point.Estimate, 3)} at {NumberText.Number(point.Value, 2)}"))}. "
        + string.Join(" ", region.Segments.Select(segment => $"Between {NumberText.Number(segment.From, 3)} and {NumberText.Number(segment.To, 3)} the interval is {(segment.Sign > 0 ? "above" : segment.Sign < 0 ? "below" : "around")} zero."));
}
