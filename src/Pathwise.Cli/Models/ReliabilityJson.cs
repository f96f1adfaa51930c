using System.Text.Json;
using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Cli.Models;

/// <summary>Reliability and validity as JSON: the contract of <c>pathwise reliability --format json</c>.</summary>
internal static class ReliabilityJson
{
    public static void Write(Utf8JsonWriter json, FitResult fit)
    {
        json.WriteBoolean("converged", fit.HasConverged);
        json.WriteNumber("nobs", fit.CaseCount);
        json.Rows("factors", fit.FactorReliabilities().Zip(fit.Alphas()), row => WriteFactor(json, row.First, row.Second));
        var (htmt, htmt2) = (fit.Htmt(), fit.Htmt(HtmtKind.Geometric));
        json.Rows("pairs", fit.FornellLarcker(), pair => WritePair(json, pair, htmt, htmt2));
        json.Warnings(fit.Warnings);
    }

    private static void WriteFactor(Utf8JsonWriter json, FactorReliability row, FactorAlpha alpha)
    {
        json.WriteString("factor", row.Factor);
        json.Texts("indicators", row.Indicators);
        json.Number("alpha", alpha.Alpha);
        json.Number("alpha.std", alpha.StandardizedAlpha);
        json.Number("omega", row.Omega);
        json.Number("composite.reliability", row.CompositeReliability);
        json.Number("ave", row.AverageVarianceExtracted);
        json.Number("avevar", row.WeightedVarianceExtracted);
        json.Number("lowest.loading", row.LowestLoading);
    }

    private static void WritePair(Utf8JsonWriter json, FornellLarckerPair pair, ValidityMatrix htmt, ValidityMatrix htmt2)
    {
        json.WriteString("first", pair.First);
        json.WriteString("second", pair.Second);
        json.Number("correlation", pair.Correlation);
        json.Number("shared.variance", pair.SharedVariance);
        json.Number("ave.first", pair.FirstVarianceExtracted);
        json.Number("ave.second", pair.SecondVarianceExtracted);
        if (pair.IsMet is { } isMet)
            json.WriteBoolean("fornell.larcker", isMet);
        else
            json.WriteNull("fornell.larcker");
        json.Number("htmt", htmt[pair.First, pair.Second]);
        json.Number("htmt2", htmt2[pair.First, pair.Second]);
    }
}
