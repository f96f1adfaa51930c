using System.Text;
using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// HTML that code produced, made harmless: elements and attributes of a list remain, everything else is dropped (scripts and
/// styles with what they hold). What cannot be read as a tag is text.
/// </summary>
internal static partial class HtmlFilter
{
    private static readonly HashSet<string> Elements = new(
        ("a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark "
        + "ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr "
        + "picture source svg g path rect circle ellipse line polyline polygon text tspan title desc defs clippath marker lineargradient stop").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Attributes = new(
        ("abbr align alt cellpadding class colspan dir headers height lang open role rowspan scope span title type valign value width "
        + "aria-label aria-hidden aria-labelledby cx cy d markerheight markerunits markerwidth offset orient points preserveaspectratio r refx refy rx ry "
        + "transform viewbox x x1 x2 xmlns y y1 y2 dx dy").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    // Attributes of drawings that browsers read as they read styles.
    private static readonly HashSet<string> Presentation = new(
        ("clip-path dominant-baseline fill fill-opacity font-family font-size font-style font-variant font-weight letter-spacing marker-end marker-start "
        + "opacity stop-color stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The harmless part of the HTML.</summary>
    public static string Clean(string html)
    {
        var source = Silent().Replace(html, "");
        var clean = new StringBuilder();
        var at = 0;
        foreach (Match tag in Tag().Matches(source))
        {
            clean.Append(Text(source[at..tag.Index]));
            at = tag.Index + tag.Length;
            if (tag.Groups["name"] is { Success: true } name && Elements.Contains(name.Value))
                Append(clean, tag, name.Value);
        }

        return clean.Append(Text(source[at..])).ToString();
    }

    private static void Append(StringBuilder clean, Match tag, string name)
    {
        if (tag.Groups["end"].Length > 0)
        {
            clean.Append("</").Append(name).Append('>');
            return;
        }

        clean.Append('<').Append(name);
        foreach (Match attribute in Attribute().Matches(tag.Groups["rest"].Value))
            Append(clean, attribute.Groups["name"].Value, Value(attribute));
        clean.Append(tag.Groups["rest"].Value.EndsWith('/') ? "/>" : ">");
    }

    private static void Append(StringBuilder clean, string name, string value)
    {
        var harmless = Attributes.Contains(name) ? value
            : Presentation.Contains(name) ? HtmlStyle.Plain(value)
            : name.ToLowerInvariant() switch
            {
                "style" => HtmlStyle.Clean(value) is { Length: > 0 } style ? style : null,
                "href" when Link().IsMatch(value) => value,
                "media" when Narrow().IsMatch(value) => value,
                "srcset" when Picture().IsMatch(value) => value,
                "src" when value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) => value,
                _ => null,
            };
        if (harmless is not null)
            clean.Append(' ').Append(name).Append("=\"").Append(harmless.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)).Append('"');
    }

    private static string Value(Match attribute) =>
        attribute.Groups["double"].Success ? attribute.Groups["double"].Value
        : attribute.Groups["single"].Success ? attribute.Groups["single"].Value
        : attribute.Groups["bare"].Value;

    // Entities stay; a bracket outside of a tag is text.
    private static string Text(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"<!--.*?(-->|$)|<(script|style|iframe|object|template|noscript|textarea|xmp|foreignobject)\b.*?(</\2\s*>|$)|<[!?][^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Silent();

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)>""")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<name>[a-zA-Z_:][-a-zA-Z0-9_:.]*)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>`]+)))?""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\((?:max|min)-width: \d+px\)$")]
    private static partial Regex Narrow();

    // One picture that carries itself; a list of addresses could lead elsewhere.
    [GeneratedRegex(@"^data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$")]
    private static partial Regex Picture();

    [GeneratedRegex(@"^(#|https?://|[\w./-]+(\?|#|$))", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
