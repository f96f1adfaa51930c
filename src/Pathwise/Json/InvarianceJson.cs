using System.Text.Json;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Invariance;

namespace Pathwise.Json;

/// <summary>Levels of invariance as JSON: the contract of <c>pathwise invariance --format json</c>; fields may be added, none is renamed.</summary>
internal static class InvarianceJson
{
    public static void Write(Utf8JsonWriter json, InvarianceResult result)
    {
        json.WriteNumber("alpha", result.Options.Alpha);
        json.WriteNumber("tolerated", result.Options.Tolerated);
        json.Rows("steps", result.Steps, step => WriteStep(json, step));
    }

    private static void WriteStep(Utf8JsonWriter json, InvarianceStep step)
    {
        json.WriteString("model", step.Level.Text());
        json.WriteBoolean("partial", step.IsPartial);
        CompareJson.WriteModel(json, step.Fit);
        json.Number("chisq.diff", step.Test?.ChiSquare);
        json.Number("df.diff", step.Test?.DegreesOfFreedom);
        json.Number("pvalue.diff", step.Test?.PValue);
        json.WriteString("method", step.Test?.Method);
        json.Number("cfi.diff", step.DeltaCfi);
        json.Number("rmsea.diff", step.DeltaRmsea);
        json.Number("srmr.diff", step.DeltaSrmr);
        json.Number("rmsea.tsize", step.Equivalence.TSize);
        if (step.Equivalence.IsEquivalent is { } isEquivalent)
            json.WriteBoolean("equivalent", isEquivalent);
        else
            json.WriteNull("equivalent");
        json.Texts("free", step.Before);
        json.Rows("freed", step.Freed, each => WriteScore(json, each));
        json.Rows("scores", step.Scores, each => WriteScore(json, each));
        json.Rows("test.warnings", step.Test?.Warning is { } found ? new[] { found } : [], each =>
        {
            json.WriteString("code", each.Code);
            json.WriteString("message", each.Message);
        });
    }

    private static void WriteScore(Utf8JsonWriter json, FreedEquality each)
    {
        json.WriteString("parameter", each.Parameter);
        json.Number("score", each.Score);
        json.Number("p", each.PValue);
    }
}
