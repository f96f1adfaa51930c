using Pathwise.Psychometrics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;

namespace Pathwise.Reporting.Designs;

/// <summary>How well the factors of a fitted model are measured, and whether they differ.</summary>
public static class ReliabilitySummary
{
    private const string Criteria = "Fornell-Larcker asks that both factors' AVE exceed the variance they share; HTMT below .85 speaks for different factors.";
    private const string Shared = "HTMT is meant for scales without common items; an indicator of two factors is not paired with itself.";

    /// <summary>
    /// Warnings first, then a row for each factor, one for each factor of second order and one for each pair of factors; for each group of a
    /// model that has several.
    /// </summary>
    public static Summary SummarizeReliability(this FitResult fit, string title = "Reliability and validity")
    {
        string?[] groups = fit.Table.GroupCount > 1 ? [.. fit.Table.GroupLabels] : [null];
        return new Summary(title, [.. fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)), .. groups.SelectMany(group => Parts(fit, group))]);
    }

    /// <summary>
    /// The same of ordered answers: reliability of their sum and of the responses, then what the model of the responses says of convergent and
    /// discriminant validity.
    /// </summary>
    public static Summary SummarizeReliability(this OrdinalMeasurement measurement, IReadOnlyList<OrdinalReliability> rows, string title = "Reliability and validity of ordered answers")
    {
        var fit = measurement.Fit;
        string?[] groups = fit.Table.GroupCount > 1 ? [.. fit.Table.GroupLabels] : [null];
        IEnumerable<string> warnings = [.. measurement.Samples.SelectMany(sample => sample.Warnings).Select(warning => warning.Message), .. fit.Warnings.Select(warning => warning.Message)];
        return new Summary(title,
        [
            .. warnings.Select(warning => new Paragraph(warning, isWarning: true)),
            .. rows.Count > 0 ? [OrdinalDesign.Of(rows)] : Array.Empty<Exhibit>(),
            .. groups.SelectMany(group => Validity(fit, group).Prepend(Responses(fit, group))),
        ]);
    }

    private static Table Responses(FitResult fit, string? group) => Table.Of(
        Caption("Factors of the responses", group),
        fit.FactorReliabilities(group),
        of =>
        [
            of.Text("Factor", row => row.Factor),
            of.Count("Indicators", row => row.Indicators.Count),
            of.Number("CR", 3, row => row.CompositeReliability, isBounded: true),
            of.Number("AVE", 3, row => row.AverageVarianceExtracted, isBounded: true),
            of.Number("Lowest loading", 3, row => row.LowestLoading, isBounded: true),
        ],
        notes: ["Of the normal responses behind the answers, by unweighted least squares of their polychoric correlations; so are the correlations and ratios of pairs."]);

    private static IEnumerable<Exhibit> Parts(FitResult fit, string? group) => Validity(fit, group).Prepend(Factors(fit, group));

    private static IEnumerable<Exhibit> Validity(FitResult fit, string? group)
    {
        if (fit.SecondOrderReliabilities(group) is { Count: > 0 } second)
            yield return ValidityDesign.Of(second, group);
        if (fit.FornellLarcker(group) is { Count: > 0 } pairs)
            yield return Pairs(fit, pairs, group);
    }

    private static string Caption(string caption, string? group) => group is null ? caption : $"{caption} of group {group}";

    private static Table Factors(FitResult fit, string? group) => Table.Of(
        Caption("Factors", group),
        fit.FactorReliabilities(group).Zip(fit.Alphas(group)).ToList(),
        of =>
        [
            of.Text("Factor", row => row.First.Factor),
            of.Count("Indicators", row => row.First.Indicators.Count),
            of.Number("α", 3, row => row.Second.Alpha, isBounded: true),
            of.Number("ω", 3, row => row.First.Omega, isBounded: true),
            of.Number("CR", 3, row => row.First.CompositeReliability, isBounded: true),
            of.Number("AVE", 3, row => row.First.AverageVarianceExtracted, isBounded: true),
            of.Number("Lowest loading", 3, row => row.First.LowestLoading, isBounded: true),
        ],
        notes: ["CR (composite reliability) and AVE (average variance extracted) are of standardized loadings; indicators are taken as they are, none is reversed."]);

    private static Table Pairs(FitResult fit, IReadOnlyList<FornellLarckerPair> pairs, string? group)
    {
        var (htmt, htmt2) = (fit.Htmt(group: group), fit.Htmt(HtmtKind.Geometric, group));
        return Table.Of(
            Caption("Pairs of factors", group),
            pairs,
            of =>
            [
                of.Text("Factors", pair => $"{pair.First}, {pair.Second}"),
                of.Number("r", 3, pair => pair.Correlation, isBounded: true),
                of.Number("r²", 3, pair => pair.SharedVariance, isBounded: true),
                of.Number("Smaller AVE", 3, Smaller, isBounded: true),
                of.Text("Fornell-Larcker", pair => pair.IsMet switch { true => "met", false => "not met", null => null }),
                of.Number("HTMT", 3, pair => htmt[pair.First, pair.Second], isBounded: true),
                of.Number("HTMT2", 3, pair => htmt2[pair.First, pair.Second], isBounded: true),
            ],
            notes: [Criteria, .. HasSharedIndicator(fit, group) ? new[] { Shared } : []]);
    }

    private static bool HasSharedIndicator(FitResult fit, string? group) =>
        fit.FactorReliabilities(group).SelectMany(row => row.Indicators).GroupBy(name => name).Any(indicator => indicator.Count() > 1);

    private static double? Smaller(FornellLarckerPair pair) => pair is { FirstVarianceExtracted: { } first, SecondVarianceExtracted: { } second }
        ? Math.Min(first, second)
        : null;
}
