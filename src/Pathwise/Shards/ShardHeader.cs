using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pathwise.Shards;

/// <summary>What the file of a shard says of itself.</summary>
/// <param name="Command">The command that made it, as <c>power</c>.</param>
/// <param name="Arguments">The command line without what concerns the shard alone.</param>
/// <param name="Version">The version of Pathwise.</param>
/// <param name="Plan">A fingerprint of model, data and options: shards of the same work have the same.</param>
/// <param name="Index">Which shard it is, counted from 1.</param>
/// <param name="Count">Of how many.</param>
/// <param name="Done">How many pieces of work are done.</param>
/// <param name="Total">How many pieces the shard has.</param>
internal sealed record ShardHeader(
    [property: JsonRequired] string Command, [property: JsonRequired] IReadOnlyList<string> Arguments, [property: JsonRequired] string Version,
    [property: JsonRequired] string Plan, [property: JsonRequired] int Index, [property: JsonRequired] int Count, [property: JsonRequired] int Done, [property: JsonRequired] int Total)
{
    /// <summary>Which shard it is.</summary>
    [JsonIgnore]
    public Shard Shard => new(Index, Count);

    /// <summary>Whether all of the shard's work is done.</summary>
    [JsonIgnore]
    public bool IsComplete => Done >= Total;

    /// <summary>As a line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ShardHeaderJson.Default.ShardHeader);

    /// <summary>Reads such a line; null when it is none.</summary>
    public static ShardHeader? Of(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ShardHeaderJson.Default.ShardHeader) is { Command: not null, Arguments: not null, Version: not null, Plan: not null } read
                && read.Index >= 1 && read.Index <= read.Count && read.Count <= Shard.Most ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The form of the header, compiled so that it needs no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShardHeader))]
internal sealed partial class ShardHeaderJson : JsonSerializerContext;
