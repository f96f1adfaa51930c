using System.Text.Json;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Surveys;

namespace Pathwise.Json;

/// <summary>Moderators, regions of significance and notes as JSON, beside the rows of effects; fields may be added, none is renamed.</summary>
internal sealed class ModerationJson(Utf8JsonWriter json, ModerationResult result)
{
    public void Write()
    {
        json.Rows("moderators", result.Moderators, WriteModerator);
        json.Rows("regions", result.Regions, WriteRegion);
        json.Rows("slopes", result.Slopes, WriteSlope);
        json.Texts("moderation.notes", result.Notes);
    }

    private void WriteModerator(ModeratorSummary each)
    {
        json.WriteString("name", each.Name);
        json.WriteBoolean("latent", each.IsLatent);
        if (each.Coding is { } coding)
        {
            json.WriteString("coding", coding.Kind.Text());
            json.WriteString("reference", coding.Base);
            json.Texts("columns", coding.Columns);
        }

        json.Number("mean", each.Mean);
        json.Number("sd", each.StandardDeviation);
        json.Number("min", each.Least);
        json.Number("max", each.Largest);
        json.Number("centre", each.Centre);
        json.Rows("values", each.Values, value => EffectJson.Write(json, value));
    }

    private void WriteSlope(SimpleSlope each)
    {
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.WriteNumber("group", each.Effect.Group);
        json.Rows("conditions", each.Effect.Conditions, condition => EffectJson.Write(json, condition));
        json.Number("slope", each.Slope);
        json.Number("from", each.From);
        json.Number("to", each.To);
        json.Number("at.from", each.AtFrom);
        json.Number("at.to", each.AtTo);
    }

    private void WriteRegion(SignificanceRegion each)
    {
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.WriteString("kind", EffectJson.Kind(each.Effect.Kind));
        json.Texts("via", each.Effect.Via);
        json.WriteNumber("group", each.Effect.Group);
        json.WriteString("moderator", each.Moderator);
        json.WriteString("type", each.Kind.Text());
        json.WriteNumber("level", each.Level);
        json.WriteStartArray("roots");
        foreach (var root in each.Roots)
            json.WriteNumberValue(root);
        json.WriteEndArray();
        json.Rows("segments", each.Segments, segment =>
        {
            json.Number("from", segment.From);
            json.Number("to", segment.To);
            json.WriteString("sign", segment.Sign > 0 ? "positive" : segment.Sign < 0 ? "negative" : "none");
            json.Number("share", segment.Share);
        });
        json.Rows("curve", each.Curve, point =>
        {
            json.Number("at", point.Value);
            json.Number("est", point.Estimate);
            json.Number("lower", point.Lower);
            json.Number("upper", point.Upper);
        });
    }
}
