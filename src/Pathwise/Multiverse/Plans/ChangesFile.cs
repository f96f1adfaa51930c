using Pathwise.Analyses;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Multiverse.Plans;

/// <summary>Reads what an option, or the base, says of the analysis.</summary>
internal static class ChangesFile
{
    private static readonly Dictionary<string, bool> Metrics = new() { ["standardized"] = true, ["raw"] = false };

    private static readonly Dictionary<string, Func<AnalysisChanges, PlanNode, AnalysisChanges>> Fields = new()
    {
        ["model"] = (of, node) => of with { Model = Model(node) },
        ["remove"] = (of, node) => of with { Remove = [.. of.Remove, .. Formulas(node)] },
        ["add"] = (of, node) => of with { Add = [.. of.Add, .. Formulas(node)] },
        ["replace"] = Replace,
        ["keep"] = (of, node) => of with { Keep = node.Texts() },
        ["exclude"] = (of, node) => of with { Exclude = [.. node.Entries().Select(RowRuleFile.Read)] },
        ["drop"] = Drop,
        ["derive"] = (of, node) => of with { Derive = [.. node.Members().Select(Column)] },
        ["measurement"] = (of, node) => of with { Measurement = node.Choice(MeasurementWords.All) },
        ["claims"] = (of, node) => of with { Claims = node.Members().ToDictionary(each => each.Name, each => each.Value.Text() is "none" ? "" : each.Value.Text()) },
        ["interval"] = (of, node) => of with { Interval = node.Choice(OptionWords.Intervals) },
        ["improper"] = (of, node) => of with { Improper = Improper(node) },
        ["level"] = (of, node) => of with { Level = Level(node) },
        ["metric"] = (of, node) => of with { IsStandardized = node.Choice(Metrics) },
        ["resamples"] = (of, node) => of with { Resamples = node.Whole() is >= 2 and var count ? count : throw node.Refusal("2 resamples or more") },
    };

    /// <summary>The names of all fields that say something of the analysis.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Fields.Keys, .. PlanSettings.Names];

    /// <summary>What the fields of a place say; those of other names are left to the caller.</summary>
    public static AnalysisChanges Read(PlanNode node)
    {
        var (changes, settings) = (new AnalysisChanges(), new Dictionary<string, string>());
        foreach (var (name, value) in node.Members())
        {
            if (Fields.TryGetValue(name, out var read))
                changes = read(changes, value);
            else if (PlanSettings.Names.Contains(name))
                settings[name] = Setting(name, value);
        }

        return changes with { Settings = settings };
    }

    /// <summary>The model that a place gives: its syntax, or a file beside the plan.</summary>
    public static ModelSpecification Model(PlanNode node)
    {
        var text = node.Text();
        try
        {
            return IsSyntax(text) ? ModelSpecification.Parse(text, node.Where) : ModelSpecification.Read(PlanFile.Beside(node.Source, text));
        }
        catch (Exception problem) when (problem is InputException && !problem.Message.StartsWith(node.Source, StringComparison.Ordinal))
        {
            throw new InputException($"{node.Where}: {problem.Message}", problem);
        }
    }

    private static bool IsSyntax(string text) => text.Contains('~', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal);

    private static string Setting(string name, PlanNode node)
    {
        var text = node.IsList ? $"[{string.Join(", ", node.Texts())}]" : node.Text();
        _ = new PlanSettings().With(name, text, $"{node.Source}, line {node.Line}");
        return text;
    }

    // Each is read by itself, so that a mistake in it is known by its line.
    private static IEnumerable<string> Formulas(PlanNode node) => node.Entries().SelectMany(each =>
    {
        var text = each.Text();
        try
        {
            _ = Statement.Split(Tokenizer.Lines(text));
            return text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
        catch (SyntaxException problem)
        {
            throw new InputException($"{each.Where}: {problem.Reason}", problem);
        }
    });

    private static AnalysisChanges Replace(AnalysisChanges of, PlanNode node)
    {
        foreach (var (old, made) in node.Members())
            of = of with { Remove = [.. of.Remove, .. Formulas(node with { Node = new YamlDotNet.RepresentationModel.YamlScalarNode(old) })], Add = [.. of.Add, .. Formulas(made)] };
        return of;
    }

    private static AnalysisChanges Drop(AnalysisChanges of, PlanNode node)
    {
        if (node.HasMembers)
        {
            node.RequireKnown(["loading below", "items", "reversed"]);
            var below = node.Find("loading below");
            if (below is not null && below.Real() is not (> 0 and < 1))
                throw below.Refusal("a standardized loading between 0 and 1");
            return of with { DropBelow = below?.Real(), Drop = node.Find("items")?.Texts() ?? [], DropsReversed = node.Find("reversed")?.Flag() ?? false };
        }

        return node is { IsList: false } && node.Text() == "reversed" ? of with { DropsReversed = true } : of with { Drop = node.Texts() };
    }

    private static DerivedColumn Column((string Name, PlanNode Value) each)
    {
        var (name, node) = each;
        node.RequireKnown([.. DerivationWords.All.Keys, "column"]);
        var found = node.Members().Where(member => DerivationWords.All.ContainsKey(member.Name)).ToList();
        if (found.Count != 1)
            throw node.Refusal($"one of {string.Join(", ", DerivationWords.All.Keys)}");
        var kind = DerivationWords.All[found[0].Name];
        return kind == DerivationKind.Equals
            ? new(name, kind, [node.Required("column", "the column whose values are compared").Text()], found[0].Value.Texts())
            : new(name, kind, found[0].Value.Texts(), []);
    }

    private static ImproperRule Improper(PlanNode node) => node.Choice(OptionWords.Rules) is var rule && rule != ImproperRule.Redraw
        ? rule
        : throw node.Complaint("improper resamples cannot be redrawn, since all universes share the resamples; expected keep, drop or bounded.");

    private static double Level(PlanNode node) => Levels.Problem(node.Real()) is { } problem ? throw node.Complaint(problem) : node.Real();
}
