using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Plans;

/// <summary>A plan that was put on record before its data were looked at.</summary>
/// <param name="Source">The file.</param>
/// <param name="Hash">The hash of the plan as it was then.</param>
[TypeFormatterSource]
public sealed record Registration(string Source, string Hash)
{
    private const string Version = "pathwise.multiverse.registration";

    private static readonly string[] Parts = ["title", "about", "base", "claims"];

    private JsonObject Content { get; init; } = [];

    /// <summary>Writes a plan with its hash; no data are read.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static Registration Write(MultiversePlan plan, string path)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var node = new JsonObject { [Version] = 1, ["plan.sha256"] = plan.Hash, ["plan"] = plan.Content };
        OutputFile.Write(path, writer => writer.Write(node.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = SortedJson.Form.Encoder }) + "\n"));
        return new(path, plan.Hash) { Content = plan.Content };
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InputException">The file is none, or its hash is not that of its plan.</exception>
    public static Registration Read(string path)
    {
        try
        {
            var node = JsonNode.Parse(FileText.Read(path)) as JsonObject;
            if ((int?)node?[Version] != 1 || node["plan"] is not JsonObject content || (string?)node["plan.sha256"] is not { } hash)
                throw new InputException($"{path} is no registration; expected a file that --preregister wrote.");
            return Checksum.Of(SortedJson.Of(content)) == hash
                ? new(path, hash) { Content = content }
                : throw new InputException($"{path} was changed after it was written: its hash is not that of its plan.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw new InputException($"{path} is no registration; expected a file that --preregister wrote.", problem);
        }
    }

    /// <summary>Whether this is the plan that was put on record.</summary>
    public bool IsOf(MultiversePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Hash == Hash;
    }

    /// <summary>The parts of a plan that are not as they were put on record: title, base, claims, or the names of decisions.</summary>
    public IReadOnlyList<string> Differences(MultiversePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var now = plan.Content;
        string[] parts = [.. Parts.Where(part => SortedJson.Of(now[part]) != SortedJson.Of(Content[part]))];
        return [.. parts, .. Decisions(now).Keys.Union(Decisions(Content).Keys).Where(name => Decisions(now).GetValueOrDefault(name) != Decisions(Content).GetValueOrDefault(name)).Select(name => $"decision '{name}'")];
    }

    private static Dictionary<string, string> Decisions(JsonObject content) => (content["decisions"] as JsonArray ?? []).ToDictionary(each => (string)each!["name"]!, each => SortedJson.Of(each));
}
