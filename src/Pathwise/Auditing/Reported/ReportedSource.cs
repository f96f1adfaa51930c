using System.Text.Json;
using System.Text.Json.Serialization;
using Pathwise.Tables;

namespace Pathwise.Auditing.Reported;

/// <summary>A paper that published statistics come from: what their ids begin with, and how it is cited.</summary>
internal sealed record ReportedSource
{
    private const string FileName = "sources.json";

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What ids and places of its statistics begin with.</summary>
    public required string Id { get; init; }

    /// <summary>The reference.</summary>
    public required string Citation { get; init; }

    /// <summary>The sources that a folder of statistics lists (<c>sources.json</c>); none where it lists none.</summary>
    public static IReadOnlyList<ReportedSource> In(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonForm.Parse<ReportedSource[]>(File.ReadAllText(path), path, "list of sources", Form) : [];
    }
}
