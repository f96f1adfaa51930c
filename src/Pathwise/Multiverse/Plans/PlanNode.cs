using System.Globalization;
using Pathwise.Tables;
using YamlDotNet.RepresentationModel;

namespace Pathwise.Multiverse.Plans;

/// <summary>A value in the file of a plan and where it stands there; what it is not is an <see cref="InputException"/> with its line.</summary>
/// <param name="Source">The file.</param>
/// <param name="Owner">What the value belongs to, in words.</param>
/// <param name="Node">The value.</param>
internal sealed record PlanNode(string Source, string Owner, YamlNode Node)
{
    /// <summary>The line on which it begins.</summary>
    public long Line => Node.Start.Line;

    /// <summary>The file, its line and the owner.</summary>
    public string Where => string.Create(CultureInfo.InvariantCulture, $"{Source}, line {Line}: {Owner}");

    /// <summary>True of fields in braces or below each other.</summary>
    public bool HasMembers => Node is YamlMappingNode;

    /// <summary>True of a list.</summary>
    public bool IsList => Node is YamlSequenceNode;

    /// <summary>The root of a file.</summary>
    public static PlanNode Read(string path) => Parse(path, YamlForm.Read(path, allowsBlanks: false));

    /// <summary>The root of a text that came from a file.</summary>
    public static PlanNode Parse(string path, string text)
    {
        return YamlForm.Understood(path, () =>
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new PlanNode(path, "the plan", root)
                : throw new InputException($"{path}, line 1: expected the fields of a plan (title, base, claims, decisions).");
        });
    }

    /// <summary>A text, as it stands.</summary>
    public string Text() => Node is YamlScalarNode { Value: { } text } ? text : throw Refusal("a text");

    /// <summary>True or false.</summary>
    public bool Flag() => Text() switch
    {
        "true" => true,
        "false" => false,
        _ => throw Refusal("true or false"),
    };

    /// <summary>A whole number.</summary>
    public int Whole() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Refusal("a whole number");

    /// <summary>A number.</summary>
    public double Real() => double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Refusal("a number");

    /// <summary>One of the choices.</summary>
    public T Choice<T>(IReadOnlyDictionary<string, T> words) => words.TryGetValue(Text(), out var choice)
        ? choice
        : throw new InputException($"{Where} is '{Text()}'; expected {string.Join(", ", words.Keys)}.");

    /// <summary>The entries of a list; of a single value that one.</summary>
    public IReadOnlyList<PlanNode> Entries() => Node switch
    {
        YamlSequenceNode list => [.. list.Select(each => this with { Node = each })],
        _ => [this],
    };

    /// <summary>The texts of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts() => [.. Entries().Select(each => each.Text())];

    /// <summary>The fields by their names, each with its own place.</summary>
    public IReadOnlyList<(string Name, PlanNode Value)> Members() => Node is YamlMappingNode fields
        ? [.. fields.Select(each => (Name(each.Key), new PlanNode(Source, $"{Prefix}{Name(each.Key)}", each.Value)))]
        : throw Refusal("fields ('name: value')");

    /// <summary>The field of a name, or null.</summary>
    public PlanNode? Find(string name) => Members().Where(each => each.Name == name).Select(each => each.Value).FirstOrDefault();

    /// <summary>The field of a name.</summary>
    public PlanNode Required(string name, string what) => Find(name) ?? throw new InputException($"{Where}: there is no {name}; expected {what}.");

    /// <summary>Stops at a field that is none of these.</summary>
    public void RequireKnown(IReadOnlyCollection<string> names)
    {
        foreach (var (name, value) in Members())
        {
            if (!names.Contains(name))
                throw new InputException($"{Source}, line {value.KeyLine(this)}: {NearestName.Complaint(Owner, name, [.. names])}");
        }
    }

    /// <summary>The same value, called otherwise.</summary>
    public PlanNode Called(string owner) => this with { Owner = owner };

    /// <summary>A refusal that says what was expected in its place.</summary>
    public InputException Refusal(string expected) => new($"{Where}: expected {expected}.");

    /// <summary>A refusal in these words, at its place.</summary>
    public InputException Complaint(string words) => new($"{Where}: {words}");

    private string Prefix => Owner == "the plan" ? "" : $"{Owner}, ";

    private long KeyLine(PlanNode of) => of.Node is YamlMappingNode fields
        ? fields.Children.First(each => ReferenceEquals(each.Value, Node)).Key.Start.Line
        : Line;

    private static string Name(YamlNode key) => key is YamlScalarNode { Value: { } name } ? name : "?";
}
