using System.Text.Json;

namespace Pathwise.Auditing;

/// <summary>A checked value with the notebook and the cell that recomputed it.</summary>
[TypeFormatterSource]
public sealed record CollectedCheck(string Id, string? Recomputed, Verdict Verdict, string? Why, string Notebook, string Anchor)
{
    /// <summary>The checks that a cell displayed as JSON; anything but such a report is an <see cref="InputException"/>.</summary>
    public static IReadOnlyList<CollectedCheck> Parse(string json, string notebook, string anchor)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            return report.RootElement.EnumerateArray().Select(row => Of(row, notebook, anchor)).ToArray();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InputException($"{notebook}, cell {anchor}: its checks are not a list of id, recomputed, verdict and why.", problem);
        }
    }

    private static CollectedCheck Of(JsonElement row, string notebook, string anchor) => new(
        row.GetProperty("id").GetString() ?? "",
        row.GetProperty("recomputed").GetString(),
        VerdictText.Parse(row.GetProperty("verdict").GetString() ?? ""),
        row.GetProperty("why").GetString(),
        notebook,
        anchor);
}
