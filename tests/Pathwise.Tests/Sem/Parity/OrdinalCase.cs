using System.Text.Json;
using System.Text.RegularExpressions;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>A model of ordered variables that lavaan fitted (tests/fixtures/lavaan/ordinal, or ordinal-random), and the same model fitted here.</summary>
internal sealed partial class OrdinalCase
{
    private const string Chosen = "ordinal", Drawn = "ordinal-random";
    private readonly string call, set, folder;

    private OrdinalCase(string set, string folder, JsonElement root) => (this.set, this.folder, Root, call) = (set, folder, root, root.GetProperty("call").GetString()!);

    /// <summary>Everything that lavaan gave.</summary>
    public JsonElement Root { get; }

    /// <summary>What the data of a random model are: its seed and kind.</summary>
    public string About => Document(set, folder).GetProperty("description").GetString()!;

    /// <summary>Whether another version of lavaan fits another model by the same call.</summary>
    public bool DependsOnVersion => Root.GetProperty("version_dependent").GetBoolean();

    /// <summary>Names of all variants, with those of their cases.</summary>
    public static IEnumerable<string> All => Directory.EnumerateDirectories(Repository.Fixture("lavaan", Chosen)).Order().SelectMany(folder =>
        Variants(Chosen, Path.GetFileName(folder)).EnumerateObject().Select(variant => $"{Path.GetFileName(folder)}/{variant.Name}"));

    /// <summary>Names of the random models.</summary>
    public static IEnumerable<string> Random => Directory.EnumerateDirectories(Repository.Fixture("lavaan", Drawn)).Order().Select(folder => Path.GetFileName(folder));

    /// <summary>lavaan's difference tests by its default method of pairs of variants that are the same models in its versions: (full, restricted, test).</summary>
    public static IEnumerable<(string Full, string Restricted, JsonElement Test)> Differences =>
        from folder in Directory.EnumerateDirectories(Repository.Fixture("lavaan", Chosen)).Order().Select(path => Path.GetFileName(path))
        let tests = Document(Chosen, folder).GetProperty("lrt")
        where tests.ValueKind == JsonValueKind.Array
        from test in tests.EnumerateArray()
        let full = $"{folder}/{test.GetProperty("full").GetString()}"
        let restricted = $"{folder}/{test.GetProperty("restricted").GetString()}"
        where test.GetProperty("A.method").GetString() == "delta" && !Read(full).DependsOnVersion && !Read(restricted).DependsOnVersion
        select (full, restricted, test);

    /// <summary>Reads a variant, named as in <see cref="All"/>.</summary>
    public static OrdinalCase Read(string id)
    {
        var parts = id.Split('/');
        return new(Chosen, parts[0], Variants(Chosen, parts[0]).GetProperty(parts[1]));
    }

    /// <summary>Reads a random model, named as in <see cref="Random"/>.</summary>
    public static OrdinalCase ReadRandom(string name) => new(Drawn, name, Variants(Drawn, name).GetProperty("fit"));

    /// <summary>The cases.</summary>
    public DataTable Data => DataTable.Read(Repository.Fixture("lavaan", set, folder, "data.csv"));

    /// <summary>The fit by the variant's options.</summary>
    public FitResult Fit() => ModelSpecification.Read(Repository.Fixture("lavaan", set, folder, Argument(ModelName()))).Fit(
        Data,
        new() { Estimator = OptionWords.Estimators[Argument(EstimatorName())], Missing = call.Contains("pairwise", StringComparison.Ordinal) ? MissingData.Pairwise : MissingData.Listwise },
        Completion,
        Argument(GroupName()) is { Length: > 0 } group ? group : null);

    private ModelOptions Completion => new()
    {
        Ordered = List(OrderedNames()),
        MeanStructure = call.Contains("meanstructure=TRUE", StringComparison.Ordinal) ? true : null,
        StdLv = call.Contains("std.lv=TRUE", StringComparison.Ordinal),
        Parameterization = call.Contains("theta", StringComparison.Ordinal) ? Parameterization.Theta : Parameterization.Delta,
        GroupEqual = [.. List(EqualNames()).Select(name => OptionWords.Equalities[name])],
        GroupPartial = List(PartialNames()),
    };

    private static JsonElement Variants(string set, string folder) => Document(set, folder).GetProperty("variants");

    private static JsonElement Document(string set, string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", set, folder, "expected.json")));
        return document.RootElement.Clone();
    }

    private string Argument(Regex pattern) => pattern.Match(call).Groups[1].Value;

    private string[] List(Regex pattern) => [.. Argument(pattern).Replace("\"", "", StringComparison.Ordinal).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"readLines\('(\w+\.lav)'\)")]
    private static partial Regex ModelName();

    [GeneratedRegex("estimator=\"(\\w+)\"")]
    private static partial Regex EstimatorName();

    [GeneratedRegex("group=\"(\\w+)\"")]
    private static partial Regex GroupName();

    [GeneratedRegex(@"ordered=c\(([^)]*)\)")]
    private static partial Regex OrderedNames();

    [GeneratedRegex(@"group\.equal=(?:c\()?(""\w+""(?:, ""\w+"")*)")]
    private static partial Regex EqualNames();

    [GeneratedRegex(@"group\.partial=c\(([^)]*)\)")]
    private static partial Regex PartialNames();
}
