using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Reporting;

/// <summary>How well the factors of a fitted model are measured, and whether they differ.</summary>
public static class ReliabilitySummary
{
    /// <summary>Warnings first, then a row for each factor and one for each pair of factors.</summary>
    public static Summary SummarizeReliability(this FitResult fit, string title = "Reliability and validity")
    {
        List<Exhibit> parts = [.. fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)), Factors(fit)];
        var pairs = fit.FornellLarcker();
        if (pairs.Count > 0)
            parts.Add(Pairs(fit, pairs));
        return new Summary(title, parts);
    }

    private static Table Factors(FitResult fit) => Table.Of(
        "Factors",
        fit.FactorReliabilities().Zip(fit.Alphas()).ToList(),
        of =>
        [
            of.Text("Factor", row => row.First.Factor),
            of.Count("Indicators", row => row.First.Indicators.Count),
            of.Number("Alpha", 3, row => row.Second.Alpha, isBounded: true),
            of.Number("Omega", 3, row => row.First.Omega, isBounded: true),
            of.Number("Composite reliability", 3, row => row.First.CompositeReliability, isBounded: true),
            of.Number("AVE", 3, row => row.First.AverageVarianceExtracted, isBounded: true),
            of.Number("Lowest loading", 3, row => row.First.LowestLoading, isBounded: true),
        ],
        notes: ["Composite reliability and AVE (average variance extracted) are of standardized loadings; indicators are taken as they are, none is reversed."]);

    private static Table Pairs(FitResult fit, IReadOnlyList<FornellLarckerPair> pairs)
    {
        var (htmt, htmt2) = (fit.Htmt(), fit.Htmt(HtmtKind.Geometric));
        return Table.Of(
            "Pairs of factors",
            pairs,
            of =>
            [
                of.Text("Factors", pair => $"{pair.First}, {pair.Second}"),
                of.Number("Correlation", 3, pair => pair.Correlation, isBounded: true),
                of.Number("Shared variance", 3, pair => pair.SharedVariance, isBounded: true),
                of.Number("Smaller AVE", 3, Smaller, isBounded: true),
                of.Text("Fornell-Larcker", pair => pair.IsMet switch { true => "met", false => "not met", null => null }),
                of.Number("HTMT", 3, pair => htmt[pair.First, pair.Second], isBounded: true),
                of.Number("HTMT2", 3, pair => htmt2[pair.First, pair.Second], isBounded: true),
            ],
            notes: ["Fornell-Larcker asks that both factors' AVE exceed the variance they share; HTMT below .85 speaks for different factors."]);
    }

    private static double? Smaller(FornellLarckerPair pair) => pair is { FirstVarianceExtracted: { } first, SecondVarianceExtracted: { } second }
        ? Math.Min(first, second)
        : null;
}
