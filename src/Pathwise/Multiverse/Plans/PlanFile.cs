namespace Pathwise.Multiverse.Plans;

/// <summary>Reads the file of a plan.</summary>
internal static class PlanFile
{
    private static readonly Dictionary<string, DecisionType> Types = new() { ["E"] = DecisionType.Equivalent, ["N"] = DecisionType.NotEquivalent, ["U"] = DecisionType.Uncertain };

    private static readonly Dictionary<string, ClaimDirection> Directions = Enum.GetValues<ClaimDirection>().ToDictionary(each => each.Text());

    private static readonly string[] OfOptions = ["name", "reference", "type", "why", "source", "when"];

    public static MultiversePlan Read(string path) => Plan(path, PlanNode.Read(path));

    /// <summary>The plan of a text that came from a file.</summary>
    public static MultiversePlan Parse(string path, string text) => Plan(path, PlanNode.Parse(path, text));

    private static MultiversePlan Plan(string path, PlanNode root)
    {
        root.RequireKnown(["title", "about", "base", "claims", "decisions"]);
        var plan = new MultiversePlan
        {
            Source = path,
            Title = root.Required("title", "what the plan is about").Text(),
            About = root.Find("about")?.Text().Trim() ?? "",
            Base = Base(root.Required("base", "the analysis from which the universes depart (model, data, estimator, ...)")),
            Claims = [.. root.Required("claims", "a list of effects and of what is claimed about each").Entries().Select(Claim)],
            Decisions = [.. root.Required("decisions", "a list of decisions").Entries().Select(Decision)],
        };
        return plan.Checked();
    }

    /// <summary>A file that a plan names lies beside it, unless its path begins at the root.</summary>
    public static string Beside(string plan, string path) => Path.IsPathRooted(path) ? path : Path.Combine(Path.GetDirectoryName(plan) ?? "", path);

    private static PlanBase Base(PlanNode node)
    {
        node.RequireKnown([.. ChangesFile.Names.Except(["claims"]), "data", "codebook", "na", "skip.rows", "effects"]);
        var changes = ChangesFile.Read(node) with { Model = null };
        var codebook = node.Find("codebook")?.Text();
        return new()
        {
            Model = ChangesFile.Model(node.Required("model", "the model, as lavaan syntax or the name of a file")),
            Data = node.Find("data") is { } data ? Beside(node.Source, data.Text()) : null,
            Codebook = codebook is null or "none" ? null : Beside(node.Source, codebook),
            IsRaw = codebook == "none",
            Missing = node.Find("na")?.Texts() ?? [],
            SkippedRows = [.. node.Find("skip.rows")?.Entries().Select(row => row.Whole()) ?? []],
            Effects = node.Find("effects")?.Texts() ?? [],
            Analysis = changes,
        };
    }

    private static Claim Claim(PlanNode node)
    {
        node.RequireKnown(["name", "effect", "is", "text"]);
        var name = node.Required("name", "the claim's name, such as H1").Text();
        node = node.Called($"claim {name}");
        return new(name, node.Required("effect", "an effect such as 'x -> m -> y', 'x -> ... -> y' or 'x => y'").Text(), node.Required("is", "positive, negative, nonzero or absent").Choice(Directions))
        {
            Text = node.Find("text")?.Text().Trim() ?? "",
        };
    }

    private static Decision Decision(PlanNode node)
    {
        node = node.Called("a decision");
        node.RequireKnown(["name", "type", "why", "source", "crossed", "when", "options"]);
        var name = node.Required("name", "the decision's name").Text();
        node = node.Called($"decision '{name}'");
        var shared = node.Find("when") is { } when ? Conditions(when) : [];
        return new()
        {
            Name = name,
            Type = node.Required("type", "E (the same question), N (another one) or U (arguable)").Choice(Types),
            Why = node.Find("why")?.Text().Trim() ?? "",
            Source = node.Find("source")?.Text().Trim() ?? "",
            Crossing = node.Find("crossed")?.Choice(CrossingWords.All) ?? Crossing.All,
            Options = [.. node.Required("options", "a list of options").Entries().Select(each => Option(name, each, shared))],
            Line = (int)node.Line,
        };
    }

    private static DecisionOption Option(string decision, PlanNode node, IReadOnlyList<OptionCondition> shared)
    {
        node = node.Called($"an option of '{decision}'");
        node.RequireKnown([.. OfOptions, .. ChangesFile.Names]);
        var name = node.Required("name", "the option's name").Text();
        node = node.Called($"option '{name}' of '{decision}'");
        var isReference = node.Find("reference")?.Flag() ?? false;
        return new()
        {
            Name = name,
            IsReference = isReference,
            Type = node.Find("type")?.Choice(Types),
            Why = node.Find("why")?.Text().Trim() ?? "",
            Source = node.Find("source")?.Text().Trim() ?? "",
            When = [.. isReference ? [] : shared, .. node.Find("when") is { } when ? Conditions(when) : []],
            Changes = ChangesFile.Read(node),
            Line = (int)node.Line,
        };
    }

    private static IReadOnlyList<OptionCondition> Conditions(PlanNode node) => [.. node.Members().Select(each => new OptionCondition(each.Name, each.Value.Texts()))];
}
