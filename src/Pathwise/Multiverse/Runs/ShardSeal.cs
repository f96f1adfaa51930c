using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Runs;

/// <summary>What says that a shard is whole: the checksums of its files.</summary>
internal static class ShardSeal
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "shard.json";

    /// <summary>Seals a folder.</summary>
    public static void Write(string folder)
    {
        var node = new JsonObject { ["universes.sha256"] = Sum(folder, RunFiles.Lines), ["draws.sha256"] = Sum(folder, RunFiles.Draws) };
        OutputFile.Write(Path.Combine(folder, FileName), writer => writer.Write(node.ToJsonString() + "\n"));
    }

    /// <summary>Whether a folder is sealed, and its files are those that were sealed; null where it is not sealed.</summary>
    public static bool? IsWhole(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            var node = JsonNode.Parse(File.ReadAllText(path))!;
            return (string?)node["universes.sha256"] == Sum(folder, RunFiles.Lines) && (string?)node["draws.sha256"] == Sum(folder, RunFiles.Draws);
        }
        catch (Exception problem) when (problem is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException)
        {
            return false;
        }
    }

    private static string? Sum(string folder, string file) => File.Exists(Path.Combine(folder, file)) ? Checksum.OfFile(Path.Combine(folder, file)) : null;
}
