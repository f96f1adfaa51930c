using Pathwise.Auditing;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Plotly.NET;

namespace Pathwise.Reporting.Displays;

/// <summary>The displays of every result type; notebook kernels create it by <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class DisplaySource
{
    internal const string Plotly = "application/vnd.plotly.v1+json";

    private readonly Display[] displays =
    [
        .. Forms(null),
        new("image/svg+xml", value => (value as Drawing)?.ToSvg()),
        new(Plotly, value => (value as Drawing)?.ToPlotlyJson()),
        new("application/vnd.pathwise.checks+json", value => (value as CheckReport)?.ToJson()),
        .. Registry.Foreign.SelectMany(Forms),
        new(Plotly, value => PlotlyChart.Of((GenericChart)value).ToJson()) { Type = typeof(GenericChart) },
    ];

    /// <summary>One display for each form. A kernel calls this by name.</summary>
    public IEnumerable<object> CreateTypeFormatters() => displays;

    private static Display[] Forms(Type? type) =>
    [
        new("text/plain", value => Registry.Of(value).ToText()) { Type = type },
        new("text/html", value => Registry.Of(value).ToHtml()) { Type = type },
    ];
}
