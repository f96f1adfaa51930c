using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Runs;

/// <summary>What a plan would run, as JSON: the contract of <c>pathwise multiverse plan --format json</c>; fields may be added, none is renamed.</summary>
internal static class OutlookJson
{
    /// <summary>The members of the document.</summary>
    public static void Write(Utf8JsonWriter json, PlanOutlook of)
    {
        json.WriteString("title", of.Plan.Title);
        json.Object("plan", () => json.WriteString("sha256", of.Plan.Hash));
        json.WriteNumber("universes", of.Universes);
        json.Object("types", () =>
        {
            foreach (var (type, count) in of.Types)
                json.WriteNumber(type.Text(), count);
        });
        json.Number("fits", of.Fits);
        json.WriteNumber("bootstrap", of.Replicates);
        json.Number("seconds", of.Seconds);
        json.Rows("claims", of.Plan.Claims, claim =>
        {
            json.WriteString("name", claim.Name);
            json.WriteString("effect", claim.Effect);
            json.WriteString("is", claim.Direction.Text());
            json.WriteString("text", claim.Text);
        });
        json.Rows("decisions", of.Plan.Decisions.Zip(of.Options), each => Decision(json, each.First, each.Second));
        json.Texts("idle", of.Idle);
    }

    private static void Decision(Utf8JsonWriter json, Decision decision, IReadOnlyList<int> counts)
    {
        json.WriteString("name", decision.Name);
        json.WriteString("type", decision.Type.Text());
        json.WriteString("crossed", CrossingWords.Text(decision.Crossing));
        json.WriteString("why", decision.Why);
        json.WriteString("source", decision.Source);
        json.Rows("options", decision.Options.Zip(counts), each =>
        {
            json.WriteString("name", each.First.Name);
            json.WriteBoolean("reference", each.First.IsReference);
            json.WriteString("type", (each.First.Type ?? decision.Type).Text());
            json.WriteString("why", each.First.Why);
            json.WriteString("source", each.First.Source);
            json.WriteNumber("universes", each.Second);
        });
    }
}
