using System.Text.Json.Nodes;
using System.Xml.Linq;
using Pathwise.Reporting.Displays;
using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class FigureSequenceTests
{
    private static readonly FigureSequence Sequence = Of([0, 2, 4]);

    [Fact]
    public void ToPlotlyJson_Frames_HoldOnlyWhatMoves()
    {
        var plotly = JsonNode.Parse(Sequence.ToPlotlyJson())!;
        Assert.Equal(["0", "2", "4"], plotly["frames"]!.AsArray().Select(frame => (string)frame!["name"]!));
        Assert.All(plotly["frames"]!.AsArray(), frame => Assert.Equal("[1]", frame!["traces"]!.ToJsonString()));
        Assert.Equal("[{\"x\":[4]}]", plotly["frames"]![2]!["data"]!.ToJsonString());
        Assert.Equal("[2]", plotly["data"]![1]!["x"]!.ToJsonString());
    }

    [Fact]
    public void ToPlotlyJson_Slider_HasAStepForEachFrameAndStandsAtTheStart()
    {
        var slider = JsonNode.Parse(Sequence.ToPlotlyJson())!["layout"]!["sliders"]![0]!;
        Assert.Equal(1, (int)slider["active"]!);
        Assert.Equal(["0", "2", "4"], slider["steps"]!.AsArray().Select(step => (string)step!["args"]![0]![0]!));
        Assert.All(slider["steps"]!.AsArray(), step => Assert.Equal("animate", (string)step!["method"]!));
    }

    [Fact]
    public void ToPlotlyJson_Panels_HaveAxesOfTheirOwnOneBelowTheOther()
    {
        var plotly = JsonNode.Parse(Sequence.ToPlotlyJson())!;
        Assert.Equal(["x", "x", "x2"], plotly["data"]!.AsArray().Select(trace => (string)trace!["xaxis"]!));
        Assert.True((double)plotly["layout"]!["yaxis"]!["domain"]![0]! > (double)plotly["layout"]!["yaxis2"]!["domain"]![1]!);
        var line = plotly["layout"]!["shapes"]![0]!;
        Assert.Equal(("x2", "y2 domain"), ((string)line["xref"]!, (string)line["yref"]!));
    }

    [Fact]
    public void ToSvg_Stills_AreDrawnOneBelowTheOther()
    {
        var svg = XElement.Parse(Sequence.ToSvg());
        var words = svg.Descendants().Where(each => each.Name.LocalName == "text").ToList();
        var labels = words.Where(each => each.Value.StartsWith("b = ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["b = 0", "b = 4"], labels.Select(each => each.Value));
        Assert.True((double)labels[1].Attribute("y")! > (double)labels[0].Attribute("y")!);
        Assert.Equal((string)svg.Attribute("height")!, svg.Attribute("viewBox")!.Value.Split(' ')[3]);
    }

    [Fact]
    public void ToSvgAndPlotly_TextFromData_IsEscaped()
    {
        var bad = Of([0], FigureSamples.Bad);
        Assert.DoesNotContain("<script", bad.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", bad.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", (string)JsonNode.Parse(bad.ToPlotlyJson())!["layout"]!["sliders"]![0]!["currentvalue"]!["prefix"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Display_Sequence_HasTheFormsOfAFigure() =>
        Assert.Equal(["text/plain", "text/html", "image/svg+xml", "application/vnd.plotly.v1+json"], new DisplaySource().CreateTypeFormatters().Cast<Display>()
            .Where(display => display.Type is null && display.Format(Sequence, new StringWriter())).Select(display => display.MimeType));

    [Fact]
    public void Sequence_FramesThatDifferInMoreThanPlaces_AreRefused()
    {
        SequenceFrame other = new("5", [Panel(0), Panel(1), Panel(2)]), twice = new("0", Panels(3));
        Assert.Throws<ArgumentException>(() => new FigureSequence([.. Sequence.Frames, other], [0], 0) { Slider = "b", Title = "", AlternativeText = "" });
        Assert.Throws<ArgumentException>(() => new FigureSequence([.. Sequence.Frames, twice], [0], 0) { Slider = "b", Title = "", AlternativeText = "" });
        Assert.Throws<ArgumentException>(() => new FigureSequence(Sequence.Frames, [3], 0) { Slider = "b", Title = "", AlternativeText = "" });
        Assert.Throws<ArgumentException>(() => new FigureSequence([], [0], 0) { Slider = "b", Title = "", AlternativeText = "" });
    }

    private static FigureSequence Of(double[] values, string slider = "b") =>
        new([.. values.Select(value => new SequenceFrame($"{value}", Panels(value)))], [0, values.Length - 1], values.Length / 2) { Slider = slider, Title = slider, AlternativeText = slider };

    private static Figure[] Panels(double value) => [Panel(value), Panel(0, new ReferenceLine { At = 1 })];

    private static Figure Panel(double value, Mark? first = null) => new()
    {
        Title = "", AlternativeText = "", X = Axis.Between("x", 0, 4), Y = Axis.Between("y", 0, 1),
        Marks = [first ?? new LineMark { X = [0, 4], Y = [0, 1] }, new PointMarks { X = [value], Y = [0.5] }],
    };
}
