using System.Text.Json;
using System.Text.Json.Serialization;
using Pathwise.Tables;

namespace Pathwise.Auditing.Origins;

/// <summary>
/// A file of data that was made and not collected: what it was made from, and the content that the making gave. The list of them
/// (<c>made.json</c>) lies beside the published statistics.
/// </summary>
internal sealed record MadeData
{
    /// <summary>The name of the list.</summary>
    public const string FileName = "made.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The file of data, from the folder of the list.</summary>
    public required string Data { get; init; }

    /// <summary>The SHA-256 of its content in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The file of targets that a search met, or null.</summary>
    public string? Targets { get; init; }

    /// <summary>The recipe, or null.</summary>
    public string? Recipe { get; init; }

    /// <summary>The list in a folder; empty where there is none.</summary>
    public static IReadOnlyList<MadeData> In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonForm.Parse<MadeData[]>(File.ReadAllText(path), path, "list of made data", Form) : [];
    }

    /// <summary>Whether the file has the content that was made: other answers under the same name do not.</summary>
    public bool IsThere(string folder) => Path.Combine(folder, Data) is var path && File.Exists(path)
        && string.Equals(Checksum.OfFile(path), Sha256, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was given to its making.</summary>
    public IEnumerable<GivenQuantity> Quantities(string folder) =>
    [
        .. Targets is null ? [] : TargetQuantities.Of(Existing(folder, Targets)),
        .. Recipe is null ? [] : RecipeQuantities.Of(Existing(folder, Recipe), Data),
    ];

    private static string Existing(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path)
        ? path
        : throw new InputException($"{Path.Combine(folder, FileName)}: {name} does not exist; expected what the data were made from.");
}
