using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Runs;

/// <summary>The summary of a multiverse as JSON: the contract of <c>summary.json</c>; fields may be added, none is renamed.</summary>
internal static class SummaryJson
{
    /// <summary>The members of the document.</summary>
    public static void Write(Utf8JsonWriter json, MultiverseResult result, MultiverseSummary summary, RunHeader header)
    {
        json.WriteString("title", result.Plan.Title);
        json.Object("plan", () => json.WriteString("sha256", header.Plan));
        json.Object("data", () => json.WriteString("sha256", header.Data));
        json.WriteBoolean("synthetic", header.IsSynthetic);
        json.WriteNumber("bootstrap", header.Replicates);
        json.WriteNumber("seed", header.Seed);
        json.WriteNumber("universes", summary.Universes);
        json.WriteNumber("fits", header.Fits);
        json.Object("types", () => Counts(json, summary.Types, type => type.Text()));
        json.Object("statuses", () => Counts(json, summary.Statuses, status => status.Text()));
        json.Object("reasons", () => Counts(json, summary.Reasons, reason => reason));
        json.WriteString("reference", result.Reference.Key);
        json.Rows("claims", summary.Claims, claim => Claim(json, claim));
    }

    private static void Claim(Utf8JsonWriter json, ClaimSummary of)
    {
        json.WriteString("claim", of.Claim.Name);
        json.WriteString("effect", of.Claim.Effect);
        json.WriteString("is", of.Claim.Direction.Text());
        json.Object("reference", () =>
        {
            json.Number("est", of.Reference.Estimate);
            json.Number("p", of.Reference.PValue);
            Flag(json, "holds", of.Reference.Holds);
        });
        Rank(json, "estimates", of.Estimates);
        Rank(json, "pvalues", of.PValues);
        json.Rows("shares", of.Shares, share =>
        {
            json.WriteString("type", share.Type.Text());
            json.WriteNumber("holds", share.Holds);
            json.WriteNumber("fails", share.Fails);
            json.WriteNumber("unknown", share.Unknown);
            json.Number("share", share.Share);
        });
    }

    private static void Rank(Utf8JsonWriter json, string name, ReferenceRank? of)
    {
        if (of is null)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.WriteNumber("below", of.Below);
            json.WriteNumber("equal", of.Equal);
            json.WriteNumber("of", of.Count);
            json.WriteNumber("rank", of.Rank);
            json.WriteNumber("percentile", of.Percentile);
        });
    }

    private static void Counts<T>(Utf8JsonWriter json, IReadOnlyDictionary<T, int> counts, Func<T, string> text)
    {
        foreach (var (key, count) in counts)
            json.WriteNumber(text(key), count);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
            json.WriteBoolean(name, flag);
        else
            json.WriteNull(name);
    }
}
