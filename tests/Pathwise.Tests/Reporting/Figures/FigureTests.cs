using System.Text.Json;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Reporting.Figures;
using Plotly.NET;
using Xunit;
using Figure = Pathwise.Reporting.Figures.Figure;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class FigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => [.. FigureSamples.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToSvg_EveryKind_IsAWellFormedPictureWithWords(string kind)
    {
        var figure = FigureSamples.Of(kind);
        var root = XDocument.Parse(figure.ToSvg()).Root!;
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal(figure.Title.Replace('\u0001', '\uFFFD'), root.Element(Svg + "title")!.Value);
        Assert.NotEqual("", root.Element(Svg + "desc")!.Value);
        Assert.Empty(root.Descendants(Svg + "script"));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "id" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToSvg_EveryKind_StaysInsideItsPaper(string kind)
    {
        var root = XDocument.Parse(FigureSamples.Of(kind).ToSvg()).Root!;
        var (width, height) = (Number(root, "width"), Number(root, "height"));
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Assert.InRange(Number(text, "x"), 0, width);
            Assert.InRange(Number(text, "y"), 0, height);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Figure_SameDescription_GivesTheSameBytes(string kind)
    {
        Assert.Equal(FigureSamples.Of(kind).ToSvg(), FigureSamples.Of(kind).ToSvg());
        Assert.Equal(FigureSamples.Of(kind).ToPlotlyJson(), FigureSamples.Of(kind).ToPlotlyJson());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToPlotlyJson_EveryKind_HasNoMarkupFromData(string kind)
    {
        var json = FigureSamples.Of(kind).ToPlotlyJson();
        using var figure = JsonDocument.Parse(json);
        Assert.Equal(["data", "layout"], figure.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.False(figure.RootElement.GetProperty("layout").TryGetProperty("template", out _));
        Assert.DoesNotContain("<script", figure.RootElement.GetRawText().Replace("\\u003C", "<", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToPlotly_EveryKind_IsTheSameFigureInPlotlyNet(string kind)
    {
        var figure = FigureSamples.Of(kind);
        using var ours = JsonDocument.Parse(figure.ToPlotlyJson());
        using var theirs = JsonDocument.Parse(GenericChart.toFigureJson(figure.ToPlotly()));
        AssertSame(ours.RootElement.GetProperty("data"), theirs.RootElement.GetProperty("data"));
        AssertSame(ours.RootElement.GetProperty("layout"), theirs.RootElement.GetProperty("layout"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToPlotly_ChangedByPlotlyNet_KeepsTheRest(string kind)
    {
        var figure = FigureSamples.Of(kind);
        Formatter.GetPreferredFormatterFor(typeof(Figure), "text/html");
        var changed = Chart.withSize(800.0, 500.0).Invoke(Chart.withTitle("Mine", null).Invoke(figure.ToPlotly()));
        using var theirs = JsonDocument.Parse(changed.ToDisplayString(Pathwise.Reporting.Displays.DisplaySource.Plotly));
        using var ours = JsonDocument.Parse(figure.ToPlotlyJson());
        var layout = theirs.RootElement.GetProperty("layout");
        Assert.Equal(("Mine", 800), (layout.GetProperty("title").GetProperty("text").GetString(), layout.GetProperty("width").GetInt32()));
        AssertSame(ours.RootElement.GetProperty("data"), theirs.RootElement.GetProperty("data"));
        AssertSame(ours.RootElement.GetProperty("layout").GetProperty("yaxis"), layout.GetProperty("yaxis"));
    }

    // Ours has nine digits of each number.
    private static void AssertSame(JsonElement ours, JsonElement theirs)
    {
        Assert.Equal(theirs.ValueKind, ours.ValueKind);
        switch (ours.ValueKind)
        {
            case JsonValueKind.Number:
                Assert.Equal(theirs.GetDouble(), ours.GetDouble(), 1e-8 * (1 + Math.Abs(theirs.GetDouble())));
                break;
            case JsonValueKind.Array:
                Assert.Equal(theirs.GetArrayLength(), ours.GetArrayLength());
                foreach (var (left, right) in ours.EnumerateArray().Zip(theirs.EnumerateArray()))
                    AssertSame(left, right);
                break;
            case JsonValueKind.Object:
                Assert.Equal(theirs.EnumerateObject().Select(each => each.Name).Order(), ours.EnumerateObject().Select(each => each.Name).Order());
                foreach (var each in ours.EnumerateObject())
                    AssertSame(each.Value, theirs.GetProperty(each.Name));
                break;
            default:
                Assert.Equal(theirs.ToString(), ours.ToString());
                break;
        }
    }

    [Fact]
    public void Formatting_AFigure_IsTheBundleOfPictureChartAndWords()
    {
        var figure = FigureSamples.Of("scree");
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
        Assert.Equal(figure.ToSvg(), figure.ToDisplayString("image/svg+xml"));
        Assert.Equal(figure.ToPlotlyJson(), figure.ToDisplayString("application/vnd.plotly.v1+json"));
        Assert.Equal(figure.ToText(), figure.ToDisplayString("text/plain"));
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
