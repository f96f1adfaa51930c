using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Sensitivity;

namespace Pathwise.Reporting.Plots;

/// <summary>A sensitivity analysis as figures: the effect along the disturbance correlation, contours over the strengths of a confounder, reliability against confounding.</summary>
public static class SensitivityFigure
{
    private const int Fine = 120;

    private static readonly double[] Levels = [0.75, 0.5, 0.25];

    private static readonly Tone[] Tones = [Tone.Blue, Tone.Green, Tone.Purple];
    private static readonly PointShape[] Shapes = [PointShape.Diamond, PointShape.Square, PointShape.Circle, PointShape.Ring];

    /// <summary>The indirect effect along the disturbance correlation, its interval as dashed lines, and where it is zero.</summary>
    public static Figure Draw(this SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        RhoPoint[] points = [.. result.Curve.Where(point => point.Indirect is not null).OrderBy(point => point.Rho)];
        var bands = points.Where(point => point.Lower is not null && point.Upper is not null).ToArray();
        double[] x = [.. bands.Select(point => point.Rho)];
        var interval = $"{NumberText.Number(100 * result.Options.Level, 0)} % interval";
        return new()
        {
            Title = $"{EffectWords.Name(result.Effect)} and the correlation of disturbances",
            Note = $"Correlation of the disturbances {result.Between}. " + (result.IsSaturated ? "The data fit equally well everywhere on the curve." : "The model was fitted anew at each correlation."),
            AlternativeText = Words(result, points),
            X = Axis.Between("Correlation of disturbances", -1, 1),
            Y = Axis.Over("Indirect effect", [.. points.SelectMany(point => new[] { point.Indirect, point.Lower, point.Upper }), 0.0]),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted },
                new ReferenceLine { At = 0, Tone = Tone.Muted, Stroke = Stroke.Dotted },
                .. bands.Length == 0 ? [] : new Mark[]
                {
                    new LineMark { X = x, Y = [.. bands.Select(point => point.Lower!.Value)], Stroke = Stroke.Dashed, Tone = Tone.Vermilion, Name = interval },
                    new LineMark { X = x, Y = [.. bands.Select(point => point.Upper!.Value)], Stroke = Stroke.Dashed, Tone = Tone.Vermilion, Name = interval },
                },
                new LineMark { X = [.. points.Select(point => point.Rho)], Y = [.. points.Select(point => point.Indirect!.Value)], Name = "Effect" },
                .. result.Zero.Rho is { } zero ? [new PointMarks { X = [zero], Y = [0], Tone = Tone.Ink, Name = $"Zero at {NumberText.Number(zero, 3, true)}" }] : Array.Empty<Mark>(),
            ],
        };
    }

    /// <summary>
    /// The indirect effect over the strengths of a confounder of one path: lines of equal effect, zero in orange, and the columns of the data that were
    /// named as benchmarks. Both strengths are shares of variance.
    /// </summary>
    public static Figure Draw(this ConfoundedPath path, IReadOnlyList<BenchmarkStrength>? benchmarks = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (ends, effect) = (path.Path.Split(" -> "), path.Indirect(0, 0));
        (double Value, Tone Tone)[] levels = [.. Levels.Select((share, i) => (path.Rest + (share * (effect - path.Rest)), Tones[i])), (path.Rest, Tone.Vermilion)];
        var robustness = RobustnessValue.Of(path.PartialR2);
        var named = (benchmarks ?? []).Where(each => each.Path == path.Path && each.CauseR2 is not null).ToList();
        return new()
        {
            Title = $"A confounder of {path.Path.Replace("->", "→", StringComparison.Ordinal)}",
            Note = "Lines of equal indirect effect, if the confounder works against it. Where both shares are the robustness value, the path is zero.",
            AlternativeText = $"Contours of the indirect effect over two shares of variance that a confounder explains. Without it {NumberText.Number(effect, 3)}; zero path where both are {NumberText.Number(robustness, 3, true)}."
                + string.Concat(named.Select(each => $" {each.Column}: {NumberText.Number(each.CauseR2, 3, true)} and {NumberText.Number(each.OutcomeR2, 3, true)}.")),
            Height = 440,
            X = Axis.Between($"Share of {ends[0]} explained by the confounder", 0, 1),
            Y = Axis.Between($"Share of {ends[1]} explained", 0, 1),
            Marks =
            [
                .. levels.SelectMany(level => Contour(path, level.Value, level.Tone)),
                new PointMarks { X = [robustness], Y = [robustness], Tone = Tone.Ink, Shape = PointShape.Ring, Name = $"Robustness value {NumberText.Number(robustness, 3, true)}" },
                .. named.Select((each, i) => new PointMarks { X = [each.CauseR2!.Value], Y = [each.OutcomeR2!.Value], Tone = Tone.Ink, Shape = Shapes[i % Shapes.Length], Name = $"As strong as {each.Column}" }),
            ],
        };
    }

    /// <summary>
    /// The plane of the mediator's reliability and the disturbance correlation: the line on which the effect is zero, and that on which error and
    /// confounding cancel. Null where the analysis has no such points.
    /// </summary>
    public static Figure? DrawReliability(this SensitivityResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ReliabilityPoint[] points = [.. result.Reliability.Where(point => point.Zero is not null && point.Cancelling is not null).OrderBy(point => point.Reliability)];
        if (points.Length < 2)
            return null;
        double[] x = [.. points.Select(point => point.Reliability)];
        return new()
        {
            Title = "Reliability of the mediator and confounding",
            Note = $"{EffectWords.Name(result.Effect)}: above the upper line the effect has the other sign, between the lines it is smaller than estimated, below the lower line larger.",
            AlternativeText = $"Two lines over the mediator's reliability from {NumberText.Number(x[0], 2, true)} to {NumberText.Number(x[^1], 2, true)}. The effect is zero at a correlation of "
                + $"{NumberText.Number(points[0].Zero, 3, true)} at the left and {NumberText.Number(points[^1].Zero, 3, true)} at the right; error and confounding cancel at {NumberText.Number(points[0].Cancelling, 3, true)} and {NumberText.Number(points[^1].Cancelling, 3, true)}.",
            X = Axis.Over("Reliability of the mediator", [.. x]),
            Y = Axis.Over("Correlation of disturbances", [.. points.SelectMany(point => new[] { point.Zero, point.Cancelling }), 0.0]),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted },
                new LineMark { X = x, Y = [.. points.Select(point => point.Zero!.Value)], Tone = Tone.Vermilion, Name = "Effect zero" },
                new LineMark { X = x, Y = [.. points.Select(point => point.Cancelling!.Value)], Stroke = Stroke.Dashed, Name = "Effect as estimated" },
            ],
        };
    }

    // A contour is a falling curve; it begins where the other share is 1.
    private static IEnumerable<Mark> Contour(ConfoundedPath path, double level, Tone tone)
    {
        var product = path.Contour(level, 0.5);
        if (!(product >= 0))
            yield break;
        var first = product / (1 + product);
        var x = Enumerable.Range(0, Fine + 1).Select(i => first + ((1 - first) * i / Fine)).Where(share => share > 0).ToArray();
        yield return new LineMark
        {
            X = x,
            Y = [.. x.Select(share => Math.Min(path.Contour(level, share), 1))],
            Tone = tone,
            Stroke = tone == Tone.Vermilion ? Stroke.Solid : Stroke.Dashed,
            Name = $"Effect {NumberText.Number(level, 2).Replace('-', '−')}",
        };
    }

    private static string Words(SensitivityResult result, RhoPoint[] points) => points.Length == 0
        ? "No correlation could be tried."
        : $"A curve of the indirect effect over the correlation of disturbances: {string.Join(", ", points.Where((_, i) => i % Math.Max(points.Length / 8, 1) == 0).Select(point => $"{NumberText.Number(point.Indirect, 3)} at {NumberText.Number(point.Rho, 2, true)}"))}. "
            + (result.Zero.Rho is { } zero ? $"It is zero at {NumberText.Number(zero, 3, true)}." : "It is zero nowhere.");
}
