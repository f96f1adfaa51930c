namespace Pathwise.Reporting;

/// <summary>The displays of every result type; notebook kernels create it by <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class DisplaySource
{
    private readonly Display[] displays =
    [
        new("text/plain", value => Displays.Of(value)?.ToText()),
        new("text/html", value => Displays.Of(value)?.ToHtml()),
        new("image/svg+xml", value => (Displays.Of(value) as Figure)?.ToSvg()),
        new("application/vnd.plotly.v1+json", value => (Displays.Of(value) as Figure)?.ToPlotlyJson()),
    ];

    /// <summary>One display for each form. A kernel calls this by name.</summary>
    public IEnumerable<object> CreateTypeFormatters() => displays;
}
