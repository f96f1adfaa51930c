using System.Net;
using System.Text.RegularExpressions;

namespace Pathwise.Reporting.Figures;

/// <summary>Values of a Plotly description, read by name; null where there is none of that kind.</summary>
internal static partial class ChartValues
{
    public static IReadOnlyDictionary<string, object?>? Part(this IReadOnlyDictionary<string, object?>? parts, string name) =>
        parts?.GetValueOrDefault(name) as IReadOnlyDictionary<string, object?>;

    public static IReadOnlyList<object?>? List(this IReadOnlyDictionary<string, object?>? parts, string name) =>
        parts?.GetValueOrDefault(name) as IReadOnlyList<object?>;

    public static double? Number(this IReadOnlyDictionary<string, object?>? parts, string name) => parts?.GetValueOrDefault(name) as double?;

    /// <summary>A text without markup; empty where there is none.</summary>
    public static string Words(this IReadOnlyDictionary<string, object?>? parts, string name) => parts?.GetValueOrDefault(name) switch
    {
        string text => Plain(text),
        IReadOnlyDictionary<string, object?> part => Words(part, "text"),
        _ => "",
    };

    /// <summary>A text as it is read.</summary>
    public static string Plain(string text) => WebUtility.HtmlDecode(Tag().Replace(Break().Replace(text, " "), ""));

    [GeneratedRegex("<br */?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("</?[A-Za-z][^>]*>")]
    private static partial Regex Tag();
}
