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
    /// <summary>The effect, its interval as dashed lines, where a bound is zero, and, on the zero line, where the interval excludes zero.</summary>
    public static Figure Draw(this SignificanceRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        ConditionalPoint[] points = [.. region.Curve];
        ConditionalPoint[] band = [.. points.Where(point => point.Lower is not null && point.Upper is not null)];
        double[] x = [.. band.Select(point => point.Value)];
        var interval = $"{NumberText.Number(100 * region.Level, 0)} % {region.Kind.Words()} interval";
        return new()
        {
            Title = $"{EffectWords.Name(region.Effect)} along {region.Moderator}",
            Note = "The thick line marks where the interval excludes zero; dotted lines where one of its bounds is zero. The axis spans the data.",
            AlternativeText = Words(region),
            X = Axis.Over(region.Moderator, [.. points.Select(point => (double?)point.Value)]),
            Y = Axis.Over(region.Effect.Kind == EffectKind.ConditionalDirect ? "Conditional effect" : "Conditional indirect effect", [.. points.SelectMany(point => new[] { point.Estimate, point.Lower, point.Upper }), 0.0]),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted },
                .. region.Roots.Select(root => new ReferenceLine { At = root, Tone = Tone.Muted, Stroke = Stroke.Dotted }),
                .. band.Length == 0 ? [] : new Mark[]
                {
                    new LineMark { X = x, Y = [.. band.Select(point => point.Lower!.Value)], Stroke = Stroke.Dashed, Tone = Tone.Vermilion, Name = interval },
                    new LineMark { X = x, Y = [.. band.Select(point => point.Upper!.Value)], Stroke = Stroke.Dashed, Tone = Tone.Vermilion, Name = interval },
                },
                .. Kept(region, points),
                new LineMark { X = [.. points.Select(point => point.Value)], Y = [.. points.Select(point => point.Estimate)], Name = "Effect" },
            ],
        };
    }

    private static IEnumerable<Mark> Kept(SignificanceRegion region, ConditionalPoint[] points)
    {
        var height = points.Max(point => Math.Abs(point.Estimate)) / 60;
        foreach (var segment in region.Segments.Where(segment => segment.Sign != 0))
            yield return new BarMarks { IsHorizontal = true, At = [0], From = [segment.From], To = [segment.To], Thickness = height, Tone = Tone.Green, Name = "Interval excludes zero" };
    }

    private static string Words(SignificanceRegion region) =>
        $"A line of the effect over {region.Moderator}: {string.Join(", ", region.Curve.Where((_, i) => i % Math.Max(region.Curve.Count / 6, 1) == 0).Select(point => $"{NumberText.Number(point.Estimate, 3)} at {NumberText.Number(point.Value, 2)}"))}. "
        + string.Join(" ", region.Segments.Select(segment => $"Between {NumberText.Number(segment.From, 3)} and {NumberText.Number(segment.To, 3)} the interval is {(segment.Sign > 0 ? "above" : segment.Sign < 0 ? "below" : "around")} zero."));
}
