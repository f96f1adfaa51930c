using System.Text.Json;
using Pathwise.Numerics;
using Pathwise.Psychometrics;

namespace Pathwise.Json;

/// <summary>
/// Reliability of ordered answers as JSON: the contract of <c>pathwise reliability --ordered LIST --format json</c>. Members that it shares with
/// <see cref="ReliabilityJson"/> are of the responses behind the answers.
/// </summary>
internal static class OrdinalReliabilityJson
{
    public static void Write(Utf8JsonWriter json, OrdinalMeasurement measurement, IReadOnlyList<OrdinalReliability> rows)
    {
        var fit = measurement.Fit;
        json.WriteBoolean("converged", fit.HasConverged);
        json.WriteNumber("nobs", fit.CaseCount);
        json.Cases(fit.CaseUse);
        json.Texts("ordered", [.. measurement.Samples[0].Variables.Where(variable => variable.IsOrdered).Select(variable => variable.Name)]);
        string?[] groups = fit.Table.GroupCount > 1 ? [.. fit.Table.GroupLabels] : [null];
        var factors = groups.SelectMany(group => fit.FactorReliabilities(group).Select(factor => (Group: group, Factor: factor)));
        json.Rows("factors", factors, each => ReliabilityJson.InGroup(json, each.Group, () =>
            WriteFactor(json, each.Factor, rows.FirstOrDefault(row => row.Scale == each.Factor.Factor && row.Group == (each.Group ?? "")))));
        ReliabilityJson.WriteSecondOrderAndPairs(json, fit, groups);
        json.Rows("ordered.warnings", measurement.Samples.SelectMany(sample => sample.Warnings), warning =>
        {
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
        });
        json.Warnings(fit.Warnings);
    }

    private static void WriteFactor(Utf8JsonWriter json, FactorReliability factor, OrdinalReliability? row)
    {
        json.WriteString("factor", factor.Factor);
        json.Texts("indicators", factor.Indicators);
        WriteWithInterval(json, "omega.categorical", row?.CategoricalOmega, row?.CategoricalOmegaInterval);
        WriteWithInterval(json, "alpha.ordinal", row?.OrdinalAlpha, row?.OrdinalAlphaInterval);
        json.Number("omega.responses", factor.Omega);
        json.Number("composite.reliability", factor.CompositeReliability);
        json.Number("ave", factor.AverageVarianceExtracted);
        json.Number("lowest.loading", factor.LowestLoading);
        json.WriteNumber("resamples", row?.Resamples ?? 0);
        json.Object("failures", () =>
        {
            foreach (var (trouble, count) in row?.Failures ?? new Dictionary<ResampleTrouble, int>())
                json.WriteNumber(trouble.Text(), count);
        });
    }

    private static void WriteWithInterval(Utf8JsonWriter json, string name, double? value, Interval? interval)
    {
        json.Number(name, value);
        json.Number($"{name}.lower", interval?.Lower);
        json.Number($"{name}.upper", interval?.Upper);
    }
}
