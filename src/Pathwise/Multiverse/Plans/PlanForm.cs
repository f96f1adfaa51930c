using System.Text.Json.Nodes;
using Pathwise.Analyses;
using Pathwise.Sem.Intervals;
using Pathwise.Surveys;

namespace Pathwise.Multiverse.Plans;

/// <summary>What a plan says, as JSON: what its hash is taken of. What is left out stays out, so that a member added later changes no hash.</summary>
internal static class PlanForm
{
    public static JsonObject Node(MultiversePlan plan)
    {
        var node = new JsonObject { ["title"] = plan.Title, ["base"] = Base(plan.Base) };
        Text(node, "about", plan.About);
        node["claims"] = new JsonArray([.. plan.Claims.Select(Claim)]);
        node["decisions"] = new JsonArray([.. plan.Decisions.Select(Decision)]);
        return node;
    }

    /// <summary>What an option changes.</summary>
    public static JsonObject Changes(AnalysisChanges of)
    {
        var node = new JsonObject();
        Text(node, "model", of.Model is { } model ? Syntax(model.Text) : "");
        Texts(node, "remove", of.Remove);
        Texts(node, "add", of.Add);
        foreach (var (name, value) in of.Settings)
            node[name] = PlanSettings.Value(name, value) ?? "default";
        Texts(node, "keep", of.Keep);
        Items(node, "exclude", of.Exclude, Rule);
        if (Dropped(of) is { Count: > 0 } dropped)
            node["drop"] = dropped;
        if (of.Derive.Count > 0)
            node["derive"] = new JsonObject(of.Derive.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)Column(column))));
        Text(node, "measurement", of.Measurement is { } strategy ? MeasurementWords.All.Word(strategy) : "");
        if (of.Claims.Count > 0)
            node["claims"] = new JsonObject(of.Claims.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)(each.Value.Length > 0 ? each.Value : "none"))));
        return Inference(node, of);
    }

    /// <summary>A rule that leaves out cases.</summary>
    public static JsonObject Rule(RowRule rule)
    {
        if (rule.Cleaning is { } cleaning)
            return cleaning.ToNode();
        var node = new JsonObject { ["rule"] = RowRuleFile.Word(rule.Kind), ["reason"] = rule.Reason };
        Texts(node, "items", rule.Items);
        Text(node, "column", rule.Column ?? "");
        Text(node, "until", rule.Until ?? "");
        Number(node, RowRuleFile.NameOfLimit(rule.Kind), rule.Limit);
        Number(node, rule.Kind == RowRuleKind.Irv ? "lowest" : "share", rule.Share);
        return node;
    }

    /// <summary>How a column is computed from others.</summary>
    public static JsonObject Column(DerivedColumn column)
    {
        var node = new JsonObject();
        Texts(node, DerivationWords.All.Word(column.Kind), column.Kind == DerivationKind.Equals ? column.Values : column.Columns);
        if (column.Kind == DerivationKind.Equals)
            node["column"] = column.Columns[0];
        return node;
    }

    // A text that is read as syntax, and not as the name of a file.
    private static string Syntax(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static JsonObject Dropped(AnalysisChanges of)
    {
        var node = new JsonObject();
        Texts(node, "items", of.Drop);
        if (of.DropsReversed)
            node["reversed"] = true;
        Number(node, "loading below", of.DropBelow);
        return node;
    }

    private static JsonObject Inference(JsonObject node, AnalysisChanges of)
    {
        Text(node, "interval", of.Interval?.Text() ?? "");
        Text(node, "improper", of.Improper is { } rule ? OptionWords.Rules.Word(rule) : "");
        Number(node, "level", of.Level);
        Text(node, "metric", of.IsStandardized switch { true => "standardized", false => "raw", _ => "" });
        Number(node, "resamples", of.Resamples);
        return node;
    }

    private static JsonObject Base(PlanBase of)
    {
        var node = Changes(of.Analysis);
        node["model"] = Syntax(of.Model.Text);
        Texts(node, "na", of.Missing);
        if (of.SkippedRows.Count > 0)
            node["skip.rows"] = new JsonArray([.. of.SkippedRows.Select(row => JsonValue.Create(row))]);
        if (of.IsRaw)
            node["codebook"] = "none";
        Texts(node, "effects", of.Effects);
        return node;
    }

    private static JsonObject Claim(Claim claim)
    {
        var node = new JsonObject { ["name"] = claim.Name, ["effect"] = claim.Effect, ["is"] = claim.Direction.Text() };
        Text(node, "text", claim.Text);
        return node;
    }

    private static JsonObject Decision(Decision decision)
    {
        var node = new JsonObject { ["name"] = decision.Name, ["type"] = decision.Type.Text() };
        Text(node, "why", decision.Why);
        Text(node, "source", decision.Source);
        if (decision.Crossing != Crossing.All)
            node["crossed"] = CrossingWords.Text(decision.Crossing);
        node["options"] = new JsonArray([.. decision.Options.Select(Option)]);
        return node;
    }

    private static JsonObject Option(DecisionOption option)
    {
        var node = new JsonObject { ["name"] = option.Name };
        if (option.IsReference)
            node["reference"] = true;
        Text(node, "type", option.Type?.Text() ?? "");
        Text(node, "why", option.Why);
        Text(node, "source", option.Source);
        if (option.When.Count > 0)
            node["when"] = new JsonObject(option.When.Select(each => KeyValuePair.Create(each.Decision, (JsonNode?)new JsonArray([.. each.Options.Select(name => JsonValue.Create(name))]))));
        foreach (var (name, value) in Changes(option.Changes).ToList())
            node[name] = value?.DeepClone();
        return node;
    }

    private static void Text(JsonObject node, string name, string text)
    {
        if (text.Length > 0)
            node[name] = text;
    }

    private static void Texts(JsonObject node, string name, IReadOnlyList<string> texts) => Items(node, name, texts, text => JsonValue.Create(text));

    private static void Items<T>(JsonObject node, string name, IReadOnlyList<T> items, Func<T, JsonNode?> item)
    {
        if (items.Count > 0)
            node[name] = new JsonArray([.. items.Select(item)]);
    }

    private static void Number(JsonObject node, string name, double? value)
    {
        if (value is { } number)
            node[name] = number;
    }
}
