using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Json;

/// <summary>A model comparison as JSON: the contract of <c>pathwise compare --format json</c>.</summary>
internal static class CompareJson
{
    // Measures by lavaan's names; those of scaled and robust tests occur where the estimator has them.
    private static readonly string[] Written =
    [
        "chisq.scaled", "df.scaled", "pvalue.scaled", "chisq.scaling.factor", "cfi", "tli", "cfi.scaled", "tli.scaled", "cfi.robust", "tli.robust",
        "rmsea", "rmsea.scaled", "rmsea.robust", "srmr",
    ];

    public static void Write(Utf8JsonWriter json, ComparedModels models)
    {
        json.Number("chisq.diff", models.Test.ChiSquare);
        json.WriteNumber("df.diff", models.Test.DegreesOfFreedom);
        json.Number("pvalue", models.Test.PValue);
        json.WriteString("method", models.Test.Method);
        json.Number("scaling.factor", models.Test.ScalingFactor);
        json.WriteNumber("shift", models.Test.Shift);
        json.WriteString("nesting", Text(models.Test.Nesting));
        json.Warnings(models.Test.Warning is { } warning ? [warning] : []);
        json.Rows("tests", models.EigenvalueTests, each => FitJson.WriteTest(json, each.Name, each.Test));
        json.Object("full", () => WriteModel(json, models.Full));
        json.Object("restricted", () => WriteModel(json, models.Restricted));
    }

    private static string Text(ModelNesting nesting) => nesting switch
    {
        ModelNesting.Nested => "nested",
        ModelNesting.Equivalent => "equivalent",
        ModelNesting.NotNested => "not nested",
        _ => "undetermined",
    };

    /// <summary>A fitted model beside others.</summary>
    public static void WriteModel(Utf8JsonWriter json, FitResult fit)
    {
        var indices = fit.Indices();
        json.WriteBoolean("converged", fit.HasConverged);
        json.Number("chisq", indices.ChiSquare);
        json.WriteNumber("df", indices.DegreesOfFreedom);
        json.Number("pvalue", indices.PValue);
        json.Number("aic", indices.Aic);
        json.Number("bic", indices.Bic);
        foreach (var (name, value) in indices.ByName().Where(each => Written.Contains(each.Key)))
            json.Number(name, value);
        json.WriteNumber("nobs", fit.CaseCount);
        json.Cases(fit.CaseUse);
        json.Warnings(fit.Warnings);
    }
}
