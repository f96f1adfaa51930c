using Pathwise.Psychometrics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Items one by one, whether they share enough for factors, and the components that summarize them.</summary>
internal static class ItemDesign
{
    public static Table Of(SamplingAdequacy adequacy) => Of(adequacy.Items, [$"All items of {adequacy.Cases} cases: {NumberText.Number(adequacy.Overall, 3, isBounded: true)}."]);

    public static Table Of(IReadOnlyList<ItemAdequacy> rows, IReadOnlyList<string>? notes = null) => Table.Of(
        "Sampling adequacy (Kaiser, Meyer and Olkin)",
        rows,
        of =>
        [
            of.Text("Item", row => row.Item),
            of.Number("KMO", 3, row => row.Value, isBounded: true),
        ],
        notes: notes);

    public static Table Of(IReadOnlyList<SphericityTest> rows) => Table.Of(
        "Bartlett's test of sphericity",
        rows,
        of =>
        [
            of.Count("Cases", row => row.Cases),
            of.Count("Items", row => row.Items),
            of.Number("χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
        ]);

    public static Table Of(AveragePartial partial) => Of(
        partial.Steps,
        [$"Smallest with {partial.CountBySquares} components by squares and {partial.CountByFourthPowers} by fourth powers; {partial.Cases} cases."]);

    public static Table Of(IReadOnlyList<AveragePartialStep> rows, IReadOnlyList<string>? notes = null) => Table.Of(
        "Average partial correlations (Velicer)",
        rows,
        of =>
        [
            of.Count("Components", row => row.Components),
            of.Number("Squared", 4, row => row.Squared),
            of.Number("Fourth power", 4, row => row.FourthPower),
        ],
        notes: notes);

    public static Table Of(IReadOnlyList<ItemDistribution> rows) => Table.Of(
        "Items",
        rows,
        of =>
        [
            of.Text("Item", row => row.Item),
            of.Count("n", row => row.Cases),
            of.Number("M", 2, row => row.Mean),
            of.Number("SD", 2, row => row.StandardDeviation),
            of.Number("Lowest", 2, row => row.Lowest),
            of.Number("Highest", 2, row => row.Highest),
            of.Number("Skewness", 2, row => row.Skewness),
            of.Number("Kurtosis", 2, row => row.Kurtosis),
        ],
        notes: rows.Count == 0 ? null : [$"Skewness and kurtosis (excess) of type {(int)rows[0].Type}: {TypeText(rows[0].Type)}."]);

    public static Summary Of(ComponentAnalysis analysis) => new(
        $"{analysis.Loadings.ColumnCount} components of {analysis.Cases} cases",
        [
            Loadings(analysis),
            .. analysis.Loadings.ColumnCount > 1 && analysis.Rotation is not (Rotation.None or Rotation.Varimax)
                ? new[] { MatrixDesign.Of(analysis.ComponentCorrelations, Names(analysis), Names(analysis), "Correlations of the components") }
                : [],
        ]);

    private static Table Loadings(ComponentAnalysis analysis) => new(
        "Loadings",
        [
            new("Item", analysis.Items.Select(Cell.Text)),
            .. Names(analysis).Select((name, j) => new Column(name, analysis.Loadings.Column(j).Select(loading => Cell.Number(loading, 3)))),
            new("Communality", analysis.Communalities.Select(value => Cell.Number(value, 3, isBounded: true))),
        ],
        notes: [$"Together {NumberText.Number(100 * analysis.ExplainedShare, 1)} % of the variance. Eigenvalues: {string.Join(", ", analysis.Eigenvalues.Select(value => NumberText.Number(value, 3)))}."]);

    private static List<string> Names(ComponentAnalysis analysis) =>
        [.. Enumerable.Range(1, analysis.Loadings.ColumnCount).Select(number => $"C{number}")];

    private static string TypeText(SkewnessType type) => type switch
    {
        SkewnessType.Moments => "moments of the sample",
        SkewnessType.Unbiased => "as SAS and SPSS print them",
        _ => "over the standard deviation with divisor n - 1",
    };
}
