using Pathwise.Psychometrics;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Convergent and discriminant validity, factor by factor and pair by pair.</summary>
internal static class ValidityDesign
{
    private const string SecondOrder = "Of the sum of all items: the share of the second-order factor, of all factors, and of the former with specific factors left aside; then its share in the sum of the first-order factors.";

    public static Table Of(IReadOnlyList<FactorReliability> rows) => Table.Of(
        "Reliability of the factors",
        rows,
        of =>
        [
            of.Text("Factor", row => row.Factor),
            of.Text("Indicators", row => string.Join(", ", row.Indicators)),
            of.Number("CR", 3, row => row.CompositeReliability, isBounded: true),
            of.Number("AVE", 3, row => row.AverageVarianceExtracted, isBounded: true),
            of.Number("ω", 3, row => row.Omega, isBounded: true),
            of.Number("AVE, raw loadings", 3, row => row.WeightedVarianceExtracted, isBounded: true),
            of.Number("Lowest loading", 3, row => row.LowestLoading, isBounded: true),
        ],
        notes:
        [
            "CR (composite reliability) and AVE (average variance extracted) are of standardized loadings; ω and the AVE beside it of raw ones.",
            .. rows.Any(row => row.IsSecondOrder) ? ["A factor of other factors has no ω of items; SecondOrderReliabilities gives its own."] : Array.Empty<string>(),
        ]);

    public static Table Of(IReadOnlyList<FactorAlpha> rows) => Table.Of(
        "Alpha of the factors",
        rows,
        of =>
        [
            of.Text("Factor", row => row.Factor),
            of.Number("α", 3, row => row.Alpha, isBounded: true),
            of.Number("α standardized", 3, row => row.StandardizedAlpha, isBounded: true),
        ]);

    public static Table Of(IReadOnlyList<SecondOrderReliability> rows, string? group = null) => Table.Of(
        group is null ? "Reliability of the second-order factors" : $"Reliability of the second-order factors of group {group}",
        rows,
        of =>
        [
            of.Text("Factor", row => row.Factor),
            of.Number("ω hierarchical", 3, row => row.OmegaHierarchical, isBounded: true),
            of.Number("ω total", 3, row => row.OmegaTotal, isBounded: true),
            of.Number("ω partial", 3, row => row.PartialOmega, isBounded: true),
            of.Number("ω of the factors", 3, row => row.OmegaOfFactors, isBounded: true),
        ],
        notes: [SecondOrder]);

    public static Table Of(IReadOnlyList<HierarchicalOmega> rows) => Table.Of(
        "Omega of all items",
        rows,
        of =>
        [
            of.Count("Group factors", row => row.GroupFactors),
            of.Number("ω hierarchical", 3, row => row.Hierarchical, isBounded: true),
            of.Number("ω total", 3, row => row.Total, isBounded: true),
        ]);

    public static Table Of(IReadOnlyList<FornellLarckerPair> rows) => Table.Of(
        "Fornell-Larcker criterion",
        rows,
        of =>
        [
            of.Text("First", row => row.First),
            of.Text("Second", row => row.Second),
            of.Number("AVE of the first", 3, row => row.FirstVarianceExtracted, isBounded: true),
            of.Number("AVE of the second", 3, row => row.SecondVarianceExtracted, isBounded: true),
            of.Number("r", 3, row => row.Correlation, isBounded: true),
            of.Number("r²", 3, row => row.SharedVariance, isBounded: true),
            of.Text("Met", row => PlainFacts.Truth(row.IsMet)),
        ]);

    public static Table Of(IReadOnlyList<ValidityPair> rows) => Table.Of(
        "Pairs",
        rows,
        of => [of.Text("First", row => row.First), of.Text("Second", row => row.Second), of.Number("Value", 3, row => row.Value, isBounded: true)]);

    public static Table Of(IReadOnlyList<CorrelationTest> rows) => Table.Of(
        "Correlations of the factors below a cutoff",
        rows,
        of =>
        [
            of.Text("First", row => row.First),
            of.Text("Second", row => row.Second),
            of.Number("r", 3, row => row.Correlation, isBounded: true),
            of.Interval("Interval", 3, row => (row.Interval?.Lower, row.Interval?.Upper), isBounded: true),
            of.Text("Problem", row => row.Problem is { } problem ? PlainFacts.Words(problem.ToString()).ToLowerInvariant() : null),
            of.Number("Cutoff", 2, row => row.Cutoff, isBounded: true),
            of.Number("Δχ² at the cutoff", 2, row => row.Difference?.ChiSquare),
            of.PValue("p", row => row.Difference?.PValue),
        ]);

    public static Table Of(IReadOnlyList<HtmtInterval> rows) => Table.Of(
        "Heterotrait-monotrait ratio",
        rows,
        of =>
        [
            of.Text("First", row => row.First),
            of.Text("Second", row => row.Second),
            of.Number("HTMT", 3, row => row.Ratio),
            of.Interval("Interval", 3, row => (row.Interval?.Lower, row.Interval?.Upper)),
            of.Text("Below one", row => PlainFacts.Truth(row.IsBelowOne)),
            of.Count("Resamples", row => row.Replicates),
        ]);
}
