using Plotly.NET;

namespace Pathwise.Reporting;

/// <summary>
/// A figure, described once: drawn as a static SVG, as a Plotly figure and, for who cannot see it, as words. Neither form
/// needs a browser; the same description gives the same bytes.
/// </summary>
[TypeFormatterSource(PreferredMimeTypes = ["image/svg+xml", "application/vnd.plotly.v1+json", "text/plain"])]
public sealed class Figure : Exhibit
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader who cannot see it must know: the kind of figure and what it tells, with its numbers.</summary>
    public required string AlternativeText { get; init; }

    /// <summary>How to read it; stands below.</summary>
    public string Note { get; init; } = "";

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 400;

    /// <summary>The axis from left to right.</summary>
    public required Axis X { get; init; }

    /// <summary>The axis from bottom to top.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, the later over the earlier.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>A static picture for light and dark paper.</summary>
    public string ToSvg() => Svg.SvgFigure.Of(this);

    /// <summary>The Plotly figure, <c>{"data": [...], "layout": {...}}</c>.</summary>
    public string ToPlotlyJson() => Charts.PlotlyFigure.Of(this).ToJson();

    /// <summary>The Plotly figure as a chart of Plotly.NET, without its default template.</summary>
    public GenericChart ToPlotly() => Charts.PlotlyFigure.Of(this).ToChart();

    /// <summary>The alternative text.</summary>
    public override string ToText() => $"Figure: {Title}\n{AlternativeText}\n";

    /// <inheritdoc/>
    public override string ToHtml() => $"<figure style=\"margin:1em 0\">{ToSvg()}</figure>\n";
}
