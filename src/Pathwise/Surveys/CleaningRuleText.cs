using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>The words in which cleaning rules are written, in codebooks (YAML) and in analyses (JSON).</summary>
public static class CleaningRuleText
{
    /// <summary>The rule as an entry of a codebook's list <c>cleaning</c>, in one line of YAML.</summary>
    public static string ToYaml(this CleaningRule rule) => $"{{ {string.Join(", ", Members(rule).Select(each => $"{each.Name}: {each.Value.ToJsonString(SortedJson.Form)}"))} }}";

    /// <summary>The rule as JSON: members <c>rule</c>, <c>reason</c> and what the kind needs of <c>column</c>, <c>value</c> and <c>missing</c>, sorted by name.</summary>
    public static string ToJson(this CleaningRule rule) => SortedJson.Of(rule.ToNode());

    /// <summary>The SHA-256 of the rule's JSON, in hexadecimal digits: equal for equal rules and for no others.</summary>
    public static string Hash(this CleaningRule rule) => Checksum.Of(rule.ToJson());

    /// <summary>The rule's members as a JSON object.</summary>
    internal static JsonObject ToNode(this CleaningRule rule)
    {
        var node = new JsonObject();
        foreach (var (name, value) in Members(rule))
            node.Add(name, value);
        return node;
    }

    /// <summary>The rule that the words say; what the kind does not need is not looked at.</summary>
    internal static CleaningRule Rule(string kind, string column, string value, int missing, string reason) => kind switch
    {
        "requires" => CleaningRule.Requires(column, value, reason),
        "excludes" => CleaningRule.Excludes(column, value, reason),
        "present" => CleaningRule.Present(column, reason),
        "first" => CleaningRule.First(column, reason),
        "in range" => CleaningRule.InRange(reason),
        "varied" => CleaningRule.Varied(reason),
        "complete" => CleaningRule.Complete(missing, reason),
        _ => throw new InputException($"'{kind}' is not a cleaning rule; expected requires, excludes, present, first, in range, varied or complete."),
    };

    private static IEnumerable<(string Name, JsonValue Value)> Members(CleaningRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        yield return ("rule", JsonValue.Create(rule.Kind.Text()));
        if (rule.Column is { } column)
            yield return ("column", JsonValue.Create(column));
        if (rule.Value is { } value)
            yield return ("value", JsonValue.Create(value));
        if (rule.Missing is { } missing)
            yield return ("missing", JsonValue.Create(missing));
        yield return ("reason", JsonValue.Create(rule.Reason));
    }
}
