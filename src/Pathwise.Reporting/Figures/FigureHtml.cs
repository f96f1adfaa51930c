using System.Text;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>
/// A drawing for a page: a picture that carries itself in its address, because readers that take drawings out of a page leave pictures in. A
/// narrow window shows the picture that is laid out for it; what can be left out is behind a line to click.
/// </summary>
internal static class FigureHtml
{
    // Columns of text are narrower than the window around them.
    private const int NarrowWindow = 640;

    public static string Of(Drawing drawing)
    {
        var simpler = drawing.WithoutIndicators is { } other
            ? $"<details><summary>Without the indicators</summary>{Picture(other)}</details>\n"
            : "";
        return $"<figure class=\"pathwise\" style=\"margin:1em 0\">{Picture(drawing)}{simpler}</figure>\n";
    }

    private static string Picture(Drawing drawing)
    {
        var narrow = drawing.ForNarrow?.ToSvg() is { } other
            ? $"<source media=\"(max-width: {NarrowWindow}px)\" {Size(other)} srcset=\"{Address(other)}\">"
            : "";
        var svg = drawing.ToSvg();
        return $"<picture>{narrow}<img class=\"pw\" alt=\"{Markup.Escape(drawing.ToText().Trim())}\" {Size(svg)} style=\"max-width:100%;height:auto\" src=\"{Address(svg)}\"></picture>";
    }

    // As the picture itself says it.
    private static string Size(string svg)
    {
        var start = svg.IndexOf("width=", StringComparison.Ordinal);
        return svg[start..svg.IndexOf(" viewBox", start, StringComparison.Ordinal)];
    }

    // In base 64, which no reader of addresses changes or breaks.
    private static string Address(string svg) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
}
