using System.Text.Json;
using Pathwise.Reporting;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;

namespace Pathwise.Cli.Models;

/// <summary>A model comparison as JSON: the contract of <c>pathwise compare --format json</c>.</summary>
internal static class CompareJson
{
    public static void Write(Utf8JsonWriter json, ComparedModels models)
    {
        json.Number("chisq.diff", models.Test.ChiSquare);
        json.WriteNumber("df.diff", models.Test.DegreesOfFreedom);
        json.Number("pvalue", models.Test.PValue);
        json.WriteString("method", models.Test.Method);
        json.Warnings(models.Test.Warning is { } warning ? [warning] : []);
        json.Object("full", () => WriteModel(json, models.Full));
        json.Object("restricted", () => WriteModel(json, models.Restricted));
    }

    private static void WriteModel(Utf8JsonWriter json, FitResult fit)
    {
        var indices = fit.Indices();
        json.WriteBoolean("converged", fit.HasConverged);
        json.Number("chisq", indices.ChiSquare);
        json.WriteNumber("df", indices.DegreesOfFreedom);
        json.Number("aic", indices.Aic);
        json.Number("bic", indices.Bic);
        json.Warnings(fit.Warnings);
    }
}
