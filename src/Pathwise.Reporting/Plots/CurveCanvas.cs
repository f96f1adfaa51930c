using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>Lays panels of curves and the rows of a dashboard one below the other, in pixels from above, and gathers their marks.</summary>
internal sealed class CurveCanvas(UniverseColumns columns)
{
    private const double PanelHeight = 118;
    private const double TitleHeight = 22;
    private const double RowHeight = 15.5;
    private const double Thickness = 9;

    // From a few universes among those of a column to all of them.
    private static readonly double[] Shades = [0.2, 0.42, 0.68, 1];

    private readonly List<Mark> marks = [];
    private readonly List<Tick> ticks = [];

    /// <summary>How far down the panels and rows reach.</summary>
    public double Height { get; private set; }

    /// <summary>The labels at the left.</summary>
    public IReadOnlyList<Tick> Ticks => ticks;

    /// <summary>The marks so far.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>A panel: intervals, estimates by what became of the claim, zero, and at its foot what has no estimate.</summary>
    public void AddPanel(CurvePanel panel, double titleWidth)
    {
        foreach (var line in TextWidth.Lines(panel.Title, 12, titleWidth))
        {
            Height += TitleHeight * 0.75;
            marks.Add(new TextMark { X = -0.5, Y = Height - 6, Text = line, IsBold = true, Tone = Tone.Ink, Anchor = Anchor.Start });
        }

        var scale = Axis.Over("", Ends(panel));
        var (top, bottom) = (Height + 4, Height + 4 + PanelHeight);
        double Y(double value) => bottom - (Math.Clamp((value - scale.Min) / (scale.Max - scale.Min), 0, 1) * (bottom - top));
        ticks.AddRange(scale.Ticks.Select(tick => new Tick(Y(tick.Value), tick.Label)));
        var groups = panel.Points.Index().Where(each => each.Item is not null).GroupBy(each => columns.Of(each.Index), each => each.Item!.Value).ToLookup(group => Most(group));
        foreach (var kind in Enum.GetValues<PointKind>())
            AddPoints([.. groups[kind]], kind, Y);
        AddMissing(panel, bottom);
        if (scale.Min < 0 && scale.Max > 0)
            marks.Add(new LineMark { X = [-0.5, columns.Count - 0.5], Y = [Y(0), Y(0)], Tone = Tone.Ink, Stroke = Stroke.Dotted });
        Height = bottom + 8;
    }

    /// <summary>A row for each option of a decision, under its name: dark where all universes of a column take the option.</summary>
    public void AddDecision(string name, IReadOnlyList<(string Option, bool[] Taken)> options, double labelWidth)
    {
        AddLabel(name, labelWidth);
        foreach (var (option, taken) in options)
        {
            var y = AddLabel($"· {option}", labelWidth);
            AddRow(taken, y);
        }
    }

    /// <summary>A line through all panels and rows at a universe.</summary>
    public void AddReference(int place, string name) => marks.Add(new LineMark
    {
        X = [columns.Of(place), columns.Of(place)], Y = [0, Height], Tone = Tone.Vermilion, Stroke = Stroke.Dashed, Name = name,
    });

    private double AddLabel(string text, double width)
    {
        var height = RowHeight * TextWidth.Lines(text, 12, width).Count;
        var middle = Height + (height / 2);
        ticks.Add(new Tick(middle, text));
        Height += height;
        return middle;
    }

    // A few wild bounds would make the estimates flat.
    private static IEnumerable<double?> Ends(CurvePanel panel)
    {
        var points = panel.Points.OfType<CurvePoint>().ToList();
        double[] bounds = [.. points.SelectMany(point => new[] { point.Lower, point.Upper }).OfType<double>().Where(double.IsFinite).Order()];
        double[] inner = bounds.Length == 0 ? [] : [Numerics.Quantiles.Type7(bounds, 0.02), Numerics.Quantiles.Type7(bounds, 0.98)];
        return points.Select(point => (double?)point.Estimate).Concat(inner.Select(bound => (double?)bound)).Append(0);
    }

    private void AddPoints(IReadOnlyList<IGrouping<int, CurvePoint>> groups, PointKind kind, Func<double, double> y)
    {
        if (groups.Count == 0)
            return;
        double[] at = [.. groups.Select(group => (double)group.Key)];
        double Bound(IEnumerable<double?> bounds, double without) => y(bounds.OfType<double>().ToArray() is { Length: > 0 } known ? Numerics.Univariate.Median(known) : without);
        marks.Add(new BarMarks
        {
            At = at, Thickness = 1, Opacity = 0.28, Tone = ToneOf(kind),
            From = [.. groups.Select(group => Bound(group.Select(point => point.Lower), group.First().Estimate))],
            To = [.. groups.Select(group => Bound(group.Select(point => point.Upper), group.First().Estimate))],
        });
        marks.Add(new BarMarks
        {
            At = at, Thickness = 1, Tone = ToneOf(kind), Name = Once(NameOf(kind)),
            From = [.. groups.Select(group => y(group.Min(point => point.Estimate)) + 1.5)],
            To = [.. groups.Select(group => y(group.Max(point => point.Estimate)) - 1.5)],
        });
    }

    private void AddMissing(CurvePanel panel, double bottom)
    {
        double[] at = [.. panel.Points.Index().Where(each => each.Item is null).Select(each => (double)columns.Of(each.Index)).Distinct()];
        if (at.Length > 0)
            marks.Add(new BarMarks { At = at, Thickness = 1, Tone = Tone.Purple, From = [.. at.Select(_ => bottom)], To = [.. at.Select(_ => bottom - 9)], Name = Once("No estimate") });
    }

    // One entry in the legend speaks for all panels.
    private string? Once(string name) => marks.Exists(mark => mark.Name == name) ? null : name;

    private void AddRow(bool[] taken, double y)
    {
        var (counts, sizes) = (new int[columns.Count], new int[columns.Count]);
        for (var place = 0; place < taken.Length; place++)
        {
            sizes[columns.Of(place)]++;
            counts[columns.Of(place)] += taken[place] ? 1 : 0;
        }

        int[] shades = [.. counts.Zip(sizes, (count, size) => size == 0 ? 0 : (int)Math.Ceiling((double)Shades.Length * count / size))];
        for (var shade = 1; shade <= Shades.Length; shade++)
        {
            var runs = Runs(shades, shade).ToList();
            if (runs.Count > 0)
                marks.Add(new BarMarks { IsHorizontal = true, At = [.. runs.Select(_ => y)], From = [.. runs.Select(run => run.First - 0.5)], To = [.. runs.Select(run => run.Last + 0.5)], Thickness = Thickness, Opacity = Shades[shade - 1], Tone = Tone.Ink });
        }
    }

    private static IEnumerable<(int First, int Last)> Runs(int[] shades, int shade)
    {
        var first = -1;
        for (var i = 0; i <= shades.Length; i++)
        {
            if (i < shades.Length && shades[i] == shade)
            {
                first = first < 0 ? i : first;
            }
            else if (first >= 0)
            {
                yield return (first, i - 1);
                first = -1;
            }
        }
    }

    // The kind of most universes of a column.
    private static PointKind Most(IEnumerable<CurvePoint> points) => points.CountBy(KindOf).OrderByDescending(each => each.Value).ThenBy(each => each.Key).First().Key;

    private static PointKind KindOf(CurvePoint point) => point.IsImproper ? PointKind.Improper : point.Holds ? PointKind.Holding : PointKind.Other;

    private static Tone ToneOf(PointKind kind) => kind switch
    {
        PointKind.Holding => Tone.Blue,
        PointKind.Improper => Tone.Amber,
        _ => Tone.Muted,
    };

    private static string NameOf(PointKind kind) => kind switch
    {
        PointKind.Holding => "Claim holds",
        PointKind.Improper => "Improper solution",
        _ => "Claim does not hold",
    };

    private enum PointKind
    {
        Other,
        Holding,
        Improper,
    }
}
