using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Multiverse.Plans;
using Pathwise.Shards;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>What a folder of results is of: all that decides its bytes. It stands in <c>run.json</c> beside them, with the plan.</summary>
/// <param name="Plan">The plan's hash.</param>
/// <param name="Data">The SHA-256 of what keys say of the data.</param>
/// <param name="IsSynthetic">Whether a codebook says that nobody gave the answers.</param>
/// <param name="Replicates">Number of resamples.</param>
/// <param name="Seed">Their seed; 0 without.</param>
/// <param name="Universes">Number of universes of the whole plan.</param>
/// <param name="Fits">Number of fits of the whole plan.</param>
/// <param name="Shard">Which part it is; null for all.</param>
internal sealed record RunHeader(string Plan, string Data, bool IsSynthetic, int Replicates, long Seed, int Universes, int Fits, Shard? Shard)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "run.json";

    private const string Version = "pathwise.multiverse";

    /// <summary>The header of a run.</summary>
    public static RunHeader Of(PreparedMultiverse prepared) => new(
        prepared.Plan.Hash, Checksum.Of(SortedJson.Of(prepared.Fitting.Data.Identity)), prepared.Fitting.Data.Codebook?.IsSynthetic ?? false,
        prepared.Options.Replicates, prepared.Options.Replicates > 0 ? prepared.Options.Seed : 0, prepared.Universes.Count, prepared.Fits.Count, prepared.Options.Shard);

    /// <summary>The text of its file.</summary>
    public string Text(MultiversePlan plan)
    {
        var node = new JsonObject
        {
            [Version] = 1, ["plan.sha256"] = Plan, ["data.sha256"] = Data, ["synthetic"] = IsSynthetic, ["bootstrap"] = Replicates, ["seed"] = Seed,
            ["universes"] = Universes, ["fits"] = Fits, ["shard"] = Shard?.ToString(), ["plan"] = plan.Content,
        };
        return node.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = SortedJson.Form.Encoder }) + "\n";
    }

    /// <summary>The header in a folder; null where there is none.</summary>
    /// <exception cref="InputException">The file there is no such header.</exception>
    public static RunHeader? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            var node = JsonNode.Parse(FileText.Read(path))!;
            var shard = (string?)node["shard"];
            return (int?)node[Version] == 1
                ? new((string)node["plan.sha256"]!, (string)node["data.sha256"]!, (bool)node["synthetic"]!, (int)node["bootstrap"]!, (long)node["seed"]!, (int)node["universes"]!, (int)node["fits"]!, shard is null ? null : Shards.Shard.Parse("shard", shard, _ => null))
                : throw new InputException($"{path} is not the header of a multiverse that this program reads.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new InputException($"{path} is not the header of a multiverse that this program reads.", problem);
        }
    }

    /// <summary>The plan in a folder's header.</summary>
    /// <exception cref="InputException">There is no header.</exception>
    public static MultiversePlan PlanIn(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? PlanFile.Parse(path, JsonNode.Parse(FileText.Read(path))?["plan"]?.ToJsonString(SortedJson.Form) ?? "")
            : throw new InputException($"{folder} has no {FileName}; expected a folder that 'pathwise multiverse run --out' made.");
    }
}
