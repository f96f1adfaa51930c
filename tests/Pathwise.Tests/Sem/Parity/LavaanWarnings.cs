using System.Text.Json;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>What lavaan warned of, for every model of the fixtures and for models that cannot be fitted (tests/fixtures/lavaan/warnings).</summary>
internal static class LavaanWarnings
{
    private static readonly Dictionary<string, LavaanCase> Cases =
        JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "warnings", "warnings.json"))).RootElement
            .EnumerateArray().Select(root => new LavaanCase(root)).ToDictionary(each => each.Root.GetProperty("id").GetString()!);

    /// <summary>Names of all models.</summary>
    public static IEnumerable<string> All => Cases.Keys.Order(StringComparer.Ordinal);

    /// <summary>A model with what lavaan said of it.</summary>
    public static LavaanCase Of(string id) => Cases[id];

    /// <summary>The kinds of lavaan's warnings about a model.</summary>
    public static IReadOnlyList<string> Kinds(string id) => [.. Of(id).Root.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()!)];
}
