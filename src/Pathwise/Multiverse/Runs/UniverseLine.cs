using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Multiverse.Runs;

/// <summary>A universe as a line of <c>universes.jsonl</c>: its members are a contract; fields may be added, none is renamed.</summary>
internal static class UniverseLine
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its end.</summary>
    public static string Of(UniverseRow row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            Write(json, row);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The members of a universe.</summary>
    public static void Write(Utf8JsonWriter json, UniverseRow row)
    {
        json.WriteString("key", row.Key);
        json.Object("choices", () =>
        {
            foreach (var choice in row.Choices)
                json.WriteString(choice.Decision, choice.Option);
        });
        json.WriteString("type", row.Type.Text());
        json.WriteBoolean("reference", row.IsReference);
        json.WriteString("status", row.Status.Text());
        json.WriteString("reason", row.Reason);
        json.Number("n", row.Count);
        json.Number("npar", row.ParameterCount);
        json.Number("chisq", row.ChiSquare);
        json.Number("df", row.DegreesOfFreedom);
        json.Number("cfi", row.Cfi);
        json.Number("rmsea", row.Rmsea);
        json.Number("srmr", row.Srmr);
        json.Rows("effects", row.Effects, each => Effect(json, each));
        json.Rows("claims", row.Claims, each => Outcome(json, each));
        json.Number("used", row.ReplicatesUsed);
        json.WriteString("fit", row.FitKey);
    }

    // What syntax defines has a name alone.
    private static void Effect(Utf8JsonWriter json, EffectEstimate each)
    {
        if (each.Effect.Kind == EffectKind.Defined)
            EffectJson.WriteDefined(json, each);
        else
            EffectJson.Write(json, each, each.Effect.GroupLabel.Length > 0);
    }

    private static void Outcome(Utf8JsonWriter json, ClaimOutcome of)
    {
        json.WriteString("claim", of.Claim);
        json.WriteString("effect", of.Effect);
        json.Number("est", of.Estimate);
        json.Number("se", of.StandardError);
        json.Number("p", of.PValue);
        json.Number("lower", of.Lower);
        json.Number("upper", of.Upper);
        if (of.Holds is { } holds)
            json.WriteBoolean("holds", holds);
        else
            json.WriteNull("holds");
    }
}
