using System.Text.Json;
using Pathwise.Sem.Equivalents;

namespace Pathwise.Json;

/// <summary>Equivalent models as JSON: the contract of <c>pathwise equivalents --format json</c>, an array with an object for each model.</summary>
internal static class EquivalentsJson
{
    public static void Write(Utf8JsonWriter json, EquivalentModels models)
    {
        foreach (var row in models.Rows)
        {
            json.WriteStartObject();
            Write(json, row);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, EquivalentModel row)
    {
        json.WriteString("model", row.Structure);
        json.Number("chisq", row.ChiSquare);
        json.Number("df", row.DegreesOfFreedom);
        json.Number("aic", row.Aic);
        json.WriteBoolean("proper", row.IsProper);
        if (row.Equivalence == Equivalence.Undetermined)
            json.WriteNull("equivalent");
        else
            json.WriteBoolean("equivalent", row.Equivalence != Equivalence.Different);
        json.Rows("effects", row.IndirectEffects, each => EffectJson.Write(json, each, row.Fit!.Table.GroupCount > 1));
        json.WriteBoolean("own", row.Equivalence == Equivalence.Own);
        json.WriteBoolean("near", row.IsNear);
        json.WriteString("trouble", row.Trouble);
        json.WriteString("syntax", row.Model.Text);
    }
}
