using Pathwise.Tables;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathwise.Surveys;

/// <summary>The form in which a codebook is written, and its way from there to a <see cref="Codebook"/>.</summary>
internal sealed class CodebookFile
{
    public string Title { get; set; } = "";

    public string About { get; set; } = "";

    public bool Synthetic { get; set; }

    // A list of codes, or codes with their reasons.
    public object? Missing { get; set; }

    public List<ScaleEntry> Scales { get; set; } = [];

    public List<ColumnEntry> Columns { get; set; } = [];

    public List<RuleEntry> Cleaning { get; set; } = [];

    public static Codebook Read(string path)
    {
        var text = YamlForm.Read(path, allowsBlanks: false);
        var parser = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        try
        {
            var file = YamlForm.Understood(path, () => parser.Deserialize<CodebookFile?>(text), InOurWords)
                ?? throw new InputException("there is nothing in it.");
            return file.ToCodebook(path);
        }
        catch (InputException problem) when (!problem.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InputException($"{path}: {problem.Message}", problem);
        }
    }

    // The parser speaks of types and properties, which whoever writes a codebook does not know.
    private static string? InOurWords(Exception problem)
    {
        var quoted = problem.Message.Split('\'');
        var value = quoted.Length > 1 ? quoted[1] : "";
        return problem switch
        {
            YamlException when problem.Message.StartsWith("Property '", StringComparison.Ordinal) => $"'{value}' is not something that a codebook says here.",
            FormatException when problem.Message.Contains("Boolean", StringComparison.Ordinal) => $"{Quoted(problem.Message)} does not fit; expected true or false.",
            FormatException or OverflowException => value.Length > 0 ? $"'{value}' does not fit; expected a whole number, or true or false." : "a number does not fit; expected a whole number.",
            ArgumentException => $"'{value}' is not a kind of column; expected identifier, time, choice, number or text.",
            _ => null,
        };
    }

    private static string Quoted(string message) => message.Split('"') is [_, var value, ..] ? $"'{value}'" : "a word";

    private Codebook ToCodebook(string path)
    {
        RequireDistinct();
        return new Codebook
        {
            Source = path,
            Title = Required(Title, "the codebook", "title"),
            About = Required(About, "the codebook", "about").Trim(),
            IsSynthetic = Synthetic,
            Missing = Everywhere(),
            Scales = Scales.Select(scale => scale.ToScale()).ToArray(),
            Columns = Columns.Select(column => column.ToColumn()).ToArray(),
            Cleaning = Cleaning.Select(rule => rule.ToRule(this)).ToArray(),
        };
    }

    private void RequireDistinct()
    {
        var names = Columns.Select(column => column.Name).Concat(Scales.SelectMany(scale => scale.Items).Select(item => item.Name));
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InputException($"'{twice.Key}' is described twice; expected each column once.");
    }

    private static string Required(string value, string owner, string what) =>
        value.Length > 0 ? value : throw new InputException($"{owner} has no {what}.");

    private MissingCode[] Everywhere() => Missing switch
    {
        null => [],
        List<object?> codes when codes.All(code => code is string or null) => [.. codes.Select(code => Required(code as string ?? "", "a code among the missing", "text")).Select(code => new MissingCode(code, code))],
        Dictionary<object, object?> reasons when reasons.Values.All(reason => reason is string or null) => Codes(reasons.Select(each => KeyValuePair.Create($"{each.Key}", each.Value as string ?? "")), "every column"),
        _ => throw new InputException("missing is neither a list of codes, such as [98, 99], nor codes with their reasons, such as { 98: don't know, 99: no answer }."),
    };

    private static MissingCode[] Codes(IEnumerable<KeyValuePair<string, string>> codes, string owner)
    {
        MissingCode[] all = [.. codes.Select(code => new MissingCode(Required(code.Key, $"a code among the missing of {owner}", "text"), Required(code.Value, $"the code {code.Key} among the missing of {owner}", "reason")))];
        return all.Length > 0 ? all : [];
    }

    internal sealed class ScaleEntry
    {
        public string Name { get; set; } = "";

        public string Title { get; set; } = "";

        public int Lowest { get; set; }

        public int Highest { get; set; }

        public bool Decimals { get; set; }

        public bool Ordered { get; set; }

        public Dictionary<int, string> Labels { get; set; } = [];

        public Dictionary<string, string>? Missing { get; set; }

        public List<ItemEntry> Items { get; set; } = [];

        public Scale ToScale()
        {
            Required(Name, "a scale", "name");
            if (Items.Count == 0)
                throw new InputException($"scale '{Name}' has no items.");
            var range = new AnswerRange(Lowest, Highest);
            var items = Items.Select(item => item.ToItem(Name, range, Missing) with { HasDecimals = Decimals, IsOrdered = item.Ordered ?? Ordered }).ToArray();
            if (items.FirstOrDefault(item => item is { HasDecimals: true, IsOrdered: true }) is { } both)
                throw new InputException($"item '{both.Name}' is ordered, and its scale has decimals; expected ordered: true of whole numbers alone.");
            return new Scale { Name = Name, Title = Required(Title, $"scale '{Name}'", "title"), Items = items, Labels = Labels };
        }
    }

    internal sealed class ItemEntry
    {
        public string Name { get; set; } = "";

        public string Title { get; set; } = "";

        public string Text { get; set; } = "";

        public bool Reversed { get; set; }

        // What an item says comes before what its scale says.
        public bool? Ordered { get; set; }

        public Dictionary<string, string>? Missing { get; set; }

        // What an item says of a code comes before what its scale says.
        public Item ToItem(string scale, AnswerRange range, Dictionary<string, string>? missing)
        {
            var all = (Missing ?? []).Concat((missing ?? []).Where(code => Missing?.ContainsKey(code.Key) != true));
            return new(
                Required(Name, $"an item of scale '{scale}'", "name"), Title.Length > 0 ? Title : Name,
                Required(Text, $"item '{Name}'", "text"), scale, range, Reversed) { Missing = Codes(all, $"item '{Name}'") };
        }
    }

    internal sealed class ColumnEntry
    {
        public string Name { get; set; } = "";

        public ColumnKind Kind { get; set; }

        public string Text { get; set; } = "";

        public Dictionary<string, string> Values { get; set; } = [];

        public bool Ordered { get; set; }

        // How a choice enters a model, and which of its values is the reference.
        public string Coding { get; set; } = "";

        public string Reference { get; set; } = "";

        public Dictionary<string, string>? Missing { get; set; }

        public CodebookColumn ToColumn()
        {
            Required(Name, "a column", "name");
            if (!Enum.IsDefined(Kind))
                throw new InputException($"column '{Name}' is of kind {(int)Kind}; expected identifier, time, choice, number or text.");
            if (Kind == ColumnKind.Choice && Values.Count == 0)
                throw new InputException($"column '{Name}' is a choice without values.");
            return new(Name, Kind, Required(Text, $"column '{Name}'", "text"), Values) { Missing = Codes(Missing ?? [], $"column '{Name}'"), IsOrdered = Ordered && HasOrder(), Coding = CodingOf() };
        }

        private CategoryCoding? CodingOf()
        {
            if (Coding.Length == 0 && Reference.Length == 0)
                return null;
            if (Kind != ColumnKind.Choice)
                throw new InputException($"column '{Name}' has a coding and is of kind {Kind.ToString().ToLowerInvariant()}; expected choice.");
            if (CodingKindText.Of(Coding) is not { } kind)
                throw new InputException($"column '{Name}' is coded '{Coding}'; expected coding: indicator or effect.");
            return Reference.Length == 0 || Values.ContainsKey(Reference)
                ? new() { Name = Name, Kind = kind, Categories = [.. Values.Keys], Reference = Reference.Length == 0 ? null : Reference }
                : throw new InputException($"column '{Name}' has the reference '{Reference}', which is none of its values; expected one of {string.Join(", ", Values.Keys)}.");
        }

        private bool HasOrder() =>
            Kind is not (ColumnKind.Choice or ColumnKind.Number) ? throw new InputException($"column '{Name}' is ordered and of kind {Kind.ToString().ToLowerInvariant()}; expected choice or number.")
            : Values.Keys.FirstOrDefault(value => !Number.IsNumber(value)) is { } word ? throw new InputException($"column '{Name}' is ordered, and its value '{word}' is no number, from which the order would follow.")
            : true;
    }

    internal sealed class RuleEntry
    {
        public string Rule { get; set; } = "";

        public string Column { get; set; } = "";

        public string Value { get; set; } = "";

        public int Missing { get; set; }

        public string Reason { get; set; } = "";

        public CleaningRule ToRule(CodebookFile file) =>
            CleaningRuleText.Rule(Rule, Rule is "requires" or "excludes" or "present" or "first" ? Known(file) : "", Value, Missing, Reason);

        private string Known(CodebookFile file) => file.Columns.Any(column => column.Name == Column)
            ? Column
            : throw new InputException($"the cleaning rule '{Rule}' names column '{Column}', which the codebook does not describe.");
    }
}
