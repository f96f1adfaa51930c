using System.Text.Json;
using Pathwise.Sem.Power;

namespace Pathwise.Json;

/// <summary>Cut-offs of fit indices as JSON: the contract of <c>pathwise cutoffs --format json</c>.</summary>
internal static class CutoffJson
{
    public static void Write(Utf8JsonWriter json, CutoffResult result)
    {
        json.WriteNumber("nobs", result.CaseCount);
        json.WriteNumber("replicates", result.Options.Replicates);
        json.WriteNumber("seed", result.Options.Seed);
        json.Object("observed", () =>
        {
            foreach (var (name, value) in result.Observed)
                json.Number(name, value);
        });
        json.Rows("levels", result.Levels, each => Write(json, each));
    }

    private static void Write(Utf8JsonWriter json, CutoffLevel level)
    {
        json.WriteString("misspecification", level.Misspecification.Kind.Text());
        json.WriteNumber("level", level.Misspecification.Level);
        json.WriteString("omitted", level.Misspecification.Parts);
        json.WriteString("answers", level.Shape.Text());
        json.WriteNumber("converged", level.Converged);
        json.Number("chisq.rejected", level.Rejected);
        json.Number("chisq.rejected.se", level.RejectedError);
        json.Rows("indices", level.Indices, each =>
        {
            json.WriteString("index", each.Index);
            json.Number("cutoff", each.Cutoff);
            json.Number("error", each.ErrorRate);
            json.Number("noticed", each.Noticed);
            json.Number("noticed.se", each.NoticedError);
            json.Number("conventional", each.Conventional);
            json.Number("q05", each.Lower);
            json.Number("q50", each.Median);
            json.Number("q95", each.Upper);
        });
    }
}
