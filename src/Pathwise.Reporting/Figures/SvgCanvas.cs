using System.Globalization;
using System.Text;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Figures;

/// <summary>The elements of a picture. Colours are given twice: as attributes for light paper, and by class for both.</summary>
internal sealed class SvgCanvas
{
    private const string PaperRule = "svg.pw .pw-paper{fill:light-dark(" + Palette.LightPaper + "," + Palette.DarkPaper + ")}";

    private readonly StringBuilder body = new();
    private readonly SortedSet<(char Use, Tone Tone)> used = [];

    /// <summary>Everything drawn so far.</summary>
    public string Body => body.ToString();

    /// <summary>Rules for the classes that occur; a browser that does not know light-dark() keeps the attributes.</summary>
    public string Rules => PaperRule + string.Concat(used.Select(use =>
            $"svg.pw .{Class(use.Use, use.Tone)}{{{(use.Use == 'f' ? "fill" : "stroke")}:light-dark({Palette.Light(use.Tone)},{Palette.Dark(use.Tone)})}}"));

    public void Line(double x1, double y1, double x2, double y2, Tone tone, double width = 1, Stroke stroke = Stroke.Solid, double opacity = 1) =>
        Element($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" {Stroked(tone, width, stroke)}{Opacity(opacity)}/>");

    public void Path(string data, Tone tone, double width, Stroke stroke = Stroke.Solid) =>
        Element($"<path d=\"{data}\" fill=\"none\" {Stroked(tone, width, stroke)}/>");

    public void Area(string data, Tone tone) => Element($"<path d=\"{data}\" {Filled(tone)}/>");

    public void Box(double x, double y, double width, double height, Tone tone, double opacity = 1) =>
        Element($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" {Filled(tone)}{Opacity(opacity)}/>");

    public void Outline(double x, double y, double width, double height, Tone tone, double corner) =>
        Element($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"{N(corner)}\" {Outlined(tone, 1.3)}/>");

    public void Ellipse(double x, double y, double rx, double ry, Tone tone) =>
        Element($"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(rx)}\" ry=\"{N(ry)}\" {Outlined(tone, 1.3)}/>");

    public void Disc(double x, double y, double radius, Tone tone) =>
        Element($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {Filled(tone)}/>");

    public void Ring(double x, double y, double radius, Tone tone) =>
        Element($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" {Outlined(tone, 1.6)}/>");

    /// <summary>Words whose letters have their middle at y; on a ground of paper they stay readable over lines.</summary>
    public void Text(double x, double y, string text, double size, Tone tone = Tone.Ink, Anchor anchor = Anchor.Middle, bool isBold = false, bool hasGround = false, bool isUpwards = false)
    {
        var turn = isUpwards ? $" transform=\"rotate(-90 {N(x)} {N(y)})\"" : "";
        var weight = isBold ? " font-weight=\"600\"" : "";
        var side = anchor == Anchor.Start ? "" : $" text-anchor=\"{(anchor == Anchor.End ? "end" : "middle")}\"";
        if (hasGround)
            Ground(x, y, TextWidth.Of(text, size) + 2, size * 1.15, anchor);
        Element($"<text x=\"{N(x)}\" y=\"{N(y + (0.35 * size))}\" font-size=\"{N(size)}\"{side}{weight}{turn} {Filled(tone)}>{Markup.Escape(text)}</text>");
    }

    /// <summary>Words on a deeply coloured ground, in the colour of the paper.</summary>
    public void TextOnColour(double x, double y, string text, double size) =>
        Element($"<text x=\"{N(x)}\" y=\"{N(y + (0.35 * size))}\" font-size=\"{N(size)}\" text-anchor=\"middle\" class=\"pw-paper\" fill=\"{Palette.LightPaper}\">{Markup.Escape(text)}</text>");

    /// <summary>What is drawn, paler as a whole.</summary>
    public void Faded(double opacity, Action draw)
    {
        if (opacity < 1)
            Element($"<g{Opacity(opacity)}>");
        draw();
        if (opacity < 1)
            Element("</g>");
    }

    /// <summary>A coordinate with at most two decimals.</summary>
    public static string N(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private void Ground(double x, double y, double width, double height, Anchor anchor)
    {
        var left = anchor switch { Anchor.Start => x - 1, Anchor.End => x - width + 1, _ => x - (width / 2) };
        Element($"<rect x=\"{N(left)}\" y=\"{N(y - (height / 2))}\" width=\"{N(width)}\" height=\"{N(height)}\" class=\"pw-paper\" fill=\"{Palette.LightPaper}\"/>");
    }

    private void Element(string element) => body.Append(element).Append('\n');

    private string Filled(Tone tone) => $"class=\"{Use('f', tone)}\" fill=\"{Palette.Light(tone)}\"";

    private string Outlined(Tone tone, double width) =>
        $"fill=\"{Palette.LightPaper}\" class=\"pw-paper {Use('s', tone)}\" stroke=\"{Palette.Light(tone)}\" stroke-width=\"{N(width)}\"";

    private string Stroked(Tone tone, double width, Stroke stroke)
    {
        var dash = stroke switch { Stroke.Dashed => " stroke-dasharray=\"6 4\"", Stroke.Dotted => " stroke-dasharray=\"1.5 3.5\" stroke-linecap=\"round\"", _ => "" };
        return $"class=\"{Use('s', tone)}\" stroke=\"{Palette.Light(tone)}\" stroke-width=\"{N(width)}\"{dash}";
    }

    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" opacity=\"{N(opacity)}\"";

    private string Use(char use, Tone tone)
    {
        used.Add((use, tone));
        return Class(use, tone);
    }

    private static string Class(char use, Tone tone) => $"pw-{use}{(int)tone}";
}
