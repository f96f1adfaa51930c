using Pathwise.Analyses;
using Pathwise.Surveys;

namespace Pathwise.Multiverse.Plans;

/// <summary>The words in which a plan writes rules that leave out cases.</summary>
internal static class RowRuleFile
{
    private static readonly IReadOnlyDictionary<string, RowRuleKind> Kinds = new Dictionary<string, RowRuleKind>
    {
        ["longstring"] = RowRuleKind.LongString, ["irv"] = RowRuleKind.Irv, ["mahalanobis"] = RowRuleKind.Mahalanobis,
        ["speed"] = RowRuleKind.Speed, ["even-odd"] = RowRuleKind.EvenOdd,
    };

    private static readonly string[] OfCodebooks = ["requires", "excludes", "present", "first", "in range", "varied", "complete"];

    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["requires"] = ["column", "value"], ["excludes"] = ["column", "value"], ["present"] = ["column"], ["first"] = ["column"],
        ["in range"] = [], ["varied"] = [], ["complete"] = ["missing"],
        ["longstring"] = ["least", "items"], ["irv"] = ["below", "lowest", "items"], ["mahalanobis"] = ["p", "items"],
        ["speed"] = ["column", "until", "seconds", "share"], ["even-odd"] = ["below"],
    };

    /// <summary>The word for a kind of rule.</summary>
    public static string Word(RowRuleKind kind) => Kinds.Word(kind);

    /// <summary>What a plan calls the limit of a kind of rule.</summary>
    public static string NameOfLimit(RowRuleKind kind) => kind switch
    {
        RowRuleKind.LongString => "least",
        RowRuleKind.Mahalanobis => "p",
        RowRuleKind.Speed => "seconds",
        _ => "below",
    };

    /// <summary>The rule that stands at a place.</summary>
    public static RowRule Read(PlanNode node)
    {
        var kind = node.Required("rule", "the kind of rule").Text();
        if (!Fields.TryGetValue(kind, out var fields))
            throw node.Complaint($"'{kind}' is not a rule; expected {string.Join(", ", OfCodebooks.Concat(Kinds.Keys))}.");
        node.RequireKnown([.. fields, "rule", "reason"]);
        try
        {
            return OfCodebooks.Contains(kind) ? Codebook(kind, node) : Own(Kinds[kind], kind, node);
        }
        catch (InputException problem) when (!problem.Message.StartsWith(node.Source, StringComparison.Ordinal))
        {
            throw new InputException($"{node.Where}: {problem.Message}", problem);
        }
    }

    private static RowRule Codebook(string kind, PlanNode node)
    {
        string Field(string name) => Fields[kind].Contains(name) ? node.Required(name, $"what the rule '{kind}' compares").Text() : "";
        var missing = kind == "complete" ? node.Required("missing", "the largest number of blank items").Whole() : 0;
        return RowRule.Of(CleaningRuleText.Rule(kind, Field("column"), Field("value"), missing, node.Find("reason")?.Text() ?? kind));
    }

    private static RowRule Own(RowRuleKind kind, string word, PlanNode node)
    {
        var reason = node.Find("reason")?.Text() ?? word;
        var items = node.Find("items")?.Texts();
        return kind switch
        {
            RowRuleKind.LongString => RowRule.LongString(node.Required("least", "the shortest run of equal answers").Whole(), items, reason),
            RowRuleKind.Irv when One(node, "below", "lowest") is ("below", var limit) => RowRule.IrvBelow(limit, items, reason),
            RowRuleKind.Irv => RowRule.IrvLowest(One(node, "below", "lowest").Value, items, reason),
            RowRuleKind.Mahalanobis => RowRule.Mahalanobis(node.Required("p", "a probability such as .001").Real(), items, reason),
            RowRuleKind.EvenOdd => RowRule.EvenOdd(node.Required("below", "a correlation").Real(), reason),
            _ => Speed(node, reason),
        };
    }

    private static RowRule Speed(PlanNode node, string reason)
    {
        var (column, until) = (node.Required("column", "a column of seconds, or of the time of opening with until").Text(), node.Find("until")?.Text());
        return One(node, "seconds", "share") is ("seconds", var limit)
            ? RowRule.FasterThan(limit, column, until, reason)
            : RowRule.FasterThanShare(One(node, "seconds", "share").Value, column, until, reason);
    }

    private static (string Name, double Value) One(PlanNode node, string first, string second) => (node.Find(first), node.Find(second)) switch
    {
        ({ } value, null) => (first, value.Real()),
        (null, { } value) => (second, value.Real()),
        _ => throw node.Complaint($"expected either {first} or {second}."),
    };
}
