using Plotly.NET;

namespace Pathwise.Reporting.Figures;

/// <summary>A drawing of marks between two axes.</summary>
[TypeFormatterSource(PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Figure : Drawing
{
    /// <summary>The axis from left to right.</summary>
    public required Axis X { get; init; }

    /// <summary>The axis from bottom to top.</summary>
    public required Axis Y { get; init; }

    /// <summary>What is drawn, the later over the earlier.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <inheritdoc/>
    internal override bool IsRedrawn => !X.IsHidden;

    /// <inheritdoc/>
    internal override Drawing? ForNarrow => Narrow ?? NarrowFigure.Of(this);

    /// <inheritdoc/>
    public override string ToSvg() => Figures.SvgFigure.Of(this);

    /// <inheritdoc/>
    public override string ToPlotlyJson() => Figures.PlotlyFigure.Of(this).ToJson();

    /// <summary>The Plotly figure as a chart of Plotly.NET, without its default template.</summary>
    public GenericChart ToPlotly() => Figures.PlotlyFigure.Of(this).ToChart();
}
