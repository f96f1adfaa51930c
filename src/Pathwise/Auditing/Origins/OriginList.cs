using System.Text.RegularExpressions;

namespace Pathwise.Auditing.Origins;

/// <summary>Several origins of one value in as few words as they need: what comes from one file in one way is named together.</summary>
internal static partial class OriginList
{
    /// <summary>The origins, those alike as one: <c>targets m and base of targets.json</c>.</summary>
    public static string Of(IEnumerable<string> origins)
    {
        var all = origins.Distinct(StringComparer.Ordinal).Select(origin => (Text: origin, Parts: Single().Match(origin))).ToList();
        return string.Join("; ", all.GroupBy(each => each.Parts.Success ? (each.Parts.Groups["kind"].Value, each.Parts.Groups["file"].Value) : (each.Text, "")).Select(group =>
            group.First() is { Parts.Success: true } && group.Count() > 1 ? Together([.. group.Select(each => each.Parts)]) : group.First().Text));
    }

    private static string Together(Match[] origins)
    {
        var names = origins.Select(origin => origin.Groups["name"].Value).ToArray();
        var kind = origins[0].Groups["kind"].Value is "entry" ? "entries" : origins[0].Groups["kind"].Value + "s";
        var rest = origins[0].Groups["rest"].Success ? ", which are no printed values" : "";
        return $"{kind} {string.Join(", ", names[..^1])} and {names[^1]} of {origins[0].Groups["file"].Value}{rest}";
    }

    [GeneratedRegex("^(?<kind>requirement|target|setting|entry) (?<name>'[^']*'|[^ ]+) of (?<file>[^ ,;]+)(?<rest>, which is no printed value)?$")]
    private static partial Regex Single();
}
