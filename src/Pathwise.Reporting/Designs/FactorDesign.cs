using Pathwise.Psychometrics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>Exploratory factors and how many of them there are.</summary>
internal static class FactorDesign
{
    private const string Responses = "Of polychoric correlations: of the normal responses behind ordered answers, not of the answers.";

    public static Table Of(ParallelAnalysis parallel) => Table.Of(
        "Parallel analysis",
        parallel.Eigenvalues,
        of =>
        [
            of.Count("Component", row => row.Number),
            of.Number("Eigenvalue", 3, row => row.Observed),
            of.Number("Random, mean", 3, row => row.ReferenceMean),
            of.Number("Random, 95th percentile", 3, row => row.ReferencePercentile),
        ],
        notes:
        [
            $"{parallel.CountByMean} exceed the mean and {parallel.CountByPercentile} the 95th percentile of {parallel.Replicates} random data sets (seed {parallel.Seed}).",
            .. parallel.Basis == CorrelationBasis.Responses ? new[] { Responses } : [],
        ]);

    public static Summary Of(FactorAnalysis analysis) => new($"{analysis.Loadings.ColumnCount} factors of {analysis.Cases} cases", Parts(analysis));

    private static IEnumerable<Exhibit> Parts(FactorAnalysis analysis)
    {
        if (!analysis.HasConverged)
            yield return new Paragraph("The search for the factors did not end at a minimum.", isWarning: true);
        if (analysis.HasHeywoodCase)
            yield return new Paragraph("The uniqueness of an item was held at its lowest value (a Heywood case).", isWarning: true);
        if (analysis.Basis == CorrelationBasis.Responses)
            yield return new Paragraph(Responses);
        yield return Loadings(analysis);
        if (analysis.Loadings.ColumnCount > 1)
            yield return MatrixDesign.Of(analysis.FactorCorrelations, Names(analysis), Names(analysis), "Correlations of the factors");
        if (analysis.ChiSquare is not null)
            yield return TestDesign.Of([new ChiSquareTest(analysis.ChiSquare, analysis.DegreesOfFreedom, analysis.PValue)]);
    }

    private static Table Loadings(FactorAnalysis analysis) => new(
        "Loadings",
        [
            new("Item", analysis.Items.Select(Cell.Text)),
            .. Names(analysis).Select((name, j) => new Column(name, analysis.Loadings.Column(j).Select(loading => Cell.Number(loading, 3)))),
            new("Uniqueness", analysis.Uniquenesses.Select(value => Cell.Number(value, 3, isBounded: true))),
        ]);

    private static List<string> Names(FactorAnalysis analysis) =>
        [.. Enumerable.Range(1, analysis.Loadings.ColumnCount).Select(number => $"F{number}")];
}
