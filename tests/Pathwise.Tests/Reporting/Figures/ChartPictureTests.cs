using Pathwise.Reporting.Figures;
using Plotly.NET;
using Xunit;
using Figure = Pathwise.Reporting.Figures.Figure;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class ChartPictureTests
{
    public static TheoryData<string> Kinds => [.. FigureSamples.Kinds.Where(kind => FigureSamples.Of(kind) is { } figure && !figure.X.IsHidden)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AChartOfOurs_DrawsWhatTheFigureDraws(string kind)
    {
        var figure = FigureSamples.Of(kind);
        var picture = ChartPicture.Of(PlotlyChart.Of(figure.ToPlotly()))!;
        Assert.Equal((Shown(figure.Title), Shown(figure.Note), figure.Width), (picture.Title, picture.Note, picture.Width));
        Assert.Equal(Labels(figure.X), Labels(picture.X));
        Assert.Equal(Labels(figure.Y), Labels(picture.Y));
        Assert.Equal(figure.Marks.Where(IsSeen).Select(Drawn).Order(), picture.Marks.Select(Drawn).Order());
    }

    [Fact]
    public void Of_AChangedChart_DrawsTheChange()
    {
        var chart = FigureSamples.Of("scree").ToPlotly();
        foreach (var trace in GenericChart.getTraces(chart))
            trace.SetProperty("opacity", 0.6);
        var picture = ChartPicture.Of(PlotlyChart.Of(Chart.withSize(800.0, 500.0).Invoke(Chart.withTitle("Mine", null).Invoke(chart))))!;
        Assert.Equal(("Mine", 800, 500), (picture.Title, picture.Width, picture.Height));
        Assert.Contains("<g opacity=\"0.6\">", picture.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("line", picture.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AForeignChart_CoversItsValuesAndItsNames()
    {
        var picture = Of(("type", "bar"), ("x", new[] { "a", "b" }), ("y", new[] { 2.5, 4 }))!;
        Assert.Equal(["a", "b"], picture.X.Ticks.Select(tick => tick.Label));
        Assert.Equal((0, 4), (picture.Y.Min, picture.Y.Max));
        Assert.Equal([4.0], Assert.IsType<BarMarks>(Assert.Single(picture.Marks)).To.Skip(1));
    }

    [Fact]
    public void Of_AScatterOfNumbersAlone_CountsAndJoinsThem()
    {
        var picture = Of(("type", "scatter"), ("y", new[] { 2.5, 4 }))!;
        Assert.Equal([0, 1], Assert.IsType<LineMark>(picture.Marks[0]).X);
        Assert.IsType<PointMarks>(picture.Marks[1]);
    }

    [Theory]
    [InlineData("pie")]
    [InlineData("scatter3d")]
    [InlineData("")]
    public void Of_AnUnknownKind_IsNoPicture(string type) => Assert.Null(Of(("type", type), ("y", new[] { 1.0 })));

    [Fact]
    public void Of_NothingToDraw_IsNoPicture()
    {
        Assert.Null(Of(("type", "scatter")));
        Assert.Null(Of(("type", "scatter"), ("mode", "text"), ("y", new[] { 1.0 })));
        Assert.Null(Of(("type", "scatter"), ("fill", "tozeroy"), ("y", new[] { 1.0 })));
        Assert.Null(Of(("type", "scatter"), ("xaxis", "x2"), ("y", new[] { 1.0 })));
    }

    private static Figure? Of(params (string Name, object Value)[] properties)
    {
        var trace = new Trace("scatter");
        foreach (var (name, value) in properties)
            trace.SetProperty(name, value);
        return ChartPicture.Of(PlotlyChart.Of(GenericChart.ofTraceObject(false, trace)));
    }

    private static IEnumerable<(double, string)> Labels(Axis axis) => axis.Ticks.Select(tick => (Math.Round(tick.Value, 6), Shown(tick.Label)));

    private static bool IsSeen(Mark mark) => mark is not IntervalMarks { Lower: var lower, Upper: var upper } || lower.Zip(upper).Any(pair => pair is { First: not null, Second: not null });

    // Names of lines without points go to the legend by the points; all else is as it was.
    private static string Drawn(Mark mark) => Shown($"{mark.GetType().Name} {mark.Tone} " + mark switch
    {
        PointMarks points => $"{points.Name} {points.Shape} {points.X.Count}",
        LineMark line => $"{line.Name} {line.Stroke} {line.X.Count}",
        BarMarks bars => $"{bars.Name} {bars.IsHorizontal} {bars.Thickness:0.###} {bars.Opacity:0.##} {bars.At.Count}",
        IntervalMarks intervals => $"{intervals.IsHorizontal} {intervals.Lower.Zip(intervals.Upper).Count(pair => pair is { First: not null, Second: not null })}",
        HeatMarks heat => $"{heat.Rows.Count}",
        ReferenceLine line => $"{line.At:0.######} {line.IsHorizontal} {line.Stroke}",
        TextMark text => text.Text,
        _ => "",
    });

    // What no page can hold is a sign of its own.
    private static string Shown(string text) => text.Replace('\u0001', '\uFFFD');
}
