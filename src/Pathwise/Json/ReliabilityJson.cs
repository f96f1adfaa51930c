using System.Text.Json;
using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Json;

/// <summary>Reliability and validity as JSON: the contract of <c>pathwise reliability --format json</c>.</summary>
internal static class ReliabilityJson
{
    public static void Write(Utf8JsonWriter json, FitResult fit)
    {
        json.WriteBoolean("converged", fit.HasConverged);
        json.WriteNumber("nobs", fit.CaseCount);
        json.Cases(fit.CaseUse);
        string?[] groups = fit.Table.GroupCount > 1 ? [.. fit.Table.GroupLabels] : [null];
        var factors = groups.SelectMany(group => fit.FactorReliabilities(group).Zip(fit.Alphas(group)).Select(row => (Group: group, Row: row)));
        json.Rows("factors", factors, each => InGroup(json, each.Group, () => WriteFactor(json, each.Row.First, each.Row.Second)));
        WriteSecondOrderAndPairs(json, fit, groups);
        json.Warnings(fit.Warnings);
    }

    /// <summary>The rows of second-order factors and of pairs of factors.</summary>
    public static void WriteSecondOrderAndPairs(Utf8JsonWriter json, FitResult fit, string?[] groups)
    {
        var second = groups.SelectMany(group => fit.SecondOrderReliabilities(group).Select(row => (Group: group, Row: row)));
        json.Rows("second.order", second, each => InGroup(json, each.Group, () => WriteSecondOrder(json, each.Row)));
        var pairs = groups.SelectMany(group => Pairs(fit, group).Select(row => (Group: group, Row: row)));
        json.Rows("pairs", pairs, each => InGroup(json, each.Group, () => WritePair(json, each.Row.Pair, each.Row.Htmt, each.Row.Htmt2)));
    }

    /// <summary>A row, with its group where there are several.</summary>
    public static void InGroup(Utf8JsonWriter json, string? group, Action row)
    {
        row();
        if (group is not null)
            json.WriteString("group", group);
    }

    private static IEnumerable<(FornellLarckerPair Pair, ValidityMatrix Htmt, ValidityMatrix Htmt2)> Pairs(FitResult fit, string? group)
    {
        var (htmt, htmt2) = (fit.Htmt(group: group), fit.Htmt(HtmtKind.Geometric, group));
        return fit.FornellLarcker(group).Select(pair => (pair, htmt, htmt2));
    }

    private static void WriteSecondOrder(Utf8JsonWriter json, SecondOrderReliability row)
    {
        json.WriteString("factor", row.Factor);
        json.Number("omega.hierarchical", row.OmegaHierarchical);
        json.Number("omega.total", row.OmegaTotal);
        json.Number("omega.partial", row.PartialOmega);
        json.Number("omega.of.factors", row.OmegaOfFactors);
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
