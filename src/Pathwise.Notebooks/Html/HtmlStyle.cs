using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// Styles that code produced, made harmless. Read as a browser reads them, entities and CSS escapes decoded, and written anew:
/// properties of a list, with values that are words, numbers and colours. What a value of that kind cannot do is leave its place
/// in the page or fetch anything.
/// </summary>
internal static partial class HtmlStyle
{
    private static readonly HashSet<string> Properties = new(
        ("background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color "
        + "border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style "
        + "border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width caption-side clear "
        + "color display dominant-baseline empty-cells fill fill-opacity float font font-family font-feature-settings font-size font-stretch font-style "
        + "font-variant font-variant-numeric font-weight gap height hyphens letter-spacing line-height list-style list-style-type margin margin-bottom "
        + "margin-left margin-right margin-top max-height max-width min-height min-width opacity overflow overflow-wrap overflow-x overflow-y padding "
        + "padding-bottom padding-left padding-right padding-top stop-color stop-opacity stroke stroke-dasharray stroke-linecap stroke-linejoin "
        + "stroke-opacity stroke-width table-layout tab-size text-align text-anchor text-decoration text-indent text-overflow text-transform "
        + "vertical-align white-space width word-break word-spacing word-wrap").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The harmless declarations of a style attribute, as they stand in HTML; empty when there is none.</summary>
    public static string Clean(string style) => string.Join(';', Decoded(style).Split(';').Select(Declaration).OfType<string>());

    /// <summary>The decoded value of one property, or null where it is not plain.</summary>
    public static string? Plain(string value) => Decoded(value) is var decoded && Value().IsMatch(decoded) ? decoded : null;

    private static string? Declaration(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? ("", "") : (text[..colon].Trim(), text[(colon + 1)..].Trim());
        return Properties.Contains(name) && value.Length > 0 && Value().IsMatch(value) && !Negative().IsMatch(value) ? $"{name}:{value}" : null;
    }

    // What is still encoded afterwards holds a sign that no plain value has.
    private static string Decoded(string text) => Escape().Replace(WebUtility.HtmlDecode(text), escape => escape.Groups["code"] is { Success: true } code
        ? Rune.TryCreate(int.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune) ? rune.ToString() : "\uFFFD"
        : escape.Groups["sign"].Value);

    [GeneratedRegex(@"\\(?:(?<code>[0-9a-fA-F]{1,6})\s?|(?<sign>.))", RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex("""^(?:[\w\s#.,%+-]|"[\w\s.,-]*"|'[\w\s.,-]*'|\b(?:rgba?|hsla?|light-dark)\((?:[\w\s#.,%/-]|(?:rgba?|hsla?)\([\w\s.,%/-]*\))*\)|\burl\(#[\w.-]+\))*(?:!\s*important)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    // What is pulled out of its place covers something else.
    [GeneratedRegex(@"(?<![\w#])-\s*[\d.]")]
    private static partial Regex Negative();
}
