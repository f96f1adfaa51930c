using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>
/// A picture, described once: drawn as a static SVG, as a Plotly figure and, for who cannot see it, as words. Neither form
/// needs a browser; the same description gives the same bytes.
/// </summary>
public abstract class Drawing : Exhibit
{
    private protected Drawing()
    {
    }

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

    /// <summary>The same laid out for a window as narrow as a phone's; null where the picture only shrinks.</summary>
    public Drawing? Narrow { get; init; }

    /// <summary>The same with the indicators folded away; null where there are none, or nothing else.</summary>
    public Drawing? WithoutIndicators { get; init; }

    /// <summary>A static picture for light and dark paper.</summary>
    public abstract string ToSvg();

    /// <summary>The Plotly figure, <c>{"data": [...], "layout": {...}}</c>.</summary>
    public abstract string ToPlotlyJson();

    /// <summary>The alternative text.</summary>
    public override string ToText() => $"Figure: {Title}\n{AlternativeText}\n";

    /// <inheritdoc/>
    public override string ToHtml() => FigureHtml.Of(this);

    /// <summary>Whether a browser may draw it anew at another size; what is laid out for its own size keeps its picture.</summary>
    internal virtual bool IsRedrawn => true;

    /// <summary>The picture for a narrow window, or null.</summary>
    internal virtual Drawing? ForNarrow => Narrow;
}
