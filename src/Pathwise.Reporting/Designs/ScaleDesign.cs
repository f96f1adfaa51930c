using Pathwise.Psychometrics;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>Reliability, item statistics and matrices of validity.</summary>
internal static class ScaleDesign
{
    public static Table Of(IReadOnlyList<ScaleReliability> rows) => Table.Of(
        "Reliability of the scales",
        rows,
        of =>
        [
            of.Text("Scale", row => row.Title.Length > 0 ? row.Title : row.Scale),
            of.Count("Items", row => row.Items),
            of.Count("Cases", row => row.Cases),
            of.Number("α", 3, row => row.Alpha, isBounded: true),
            of.Interval("Interval", 3, row => (row.AlphaInterval?.Lower, row.AlphaInterval?.Upper), isBounded: true),
            of.Number("α standardized", 3, row => row.StandardizedAlpha, isBounded: true),
            of.Number("Mean r", 3, row => row.MeanCorrelation, isBounded: true),
        ]);

    public static Table Of(IReadOnlyList<ItemStatistics> rows) => Table.Of(
        "Items",
        rows,
        of =>
        [
            of.Text("Item", row => row.Item),
            of.Count("n", row => row.Cases),
            of.Number("M", 2, row => row.Mean),
            of.Number("SD", 2, row => row.StandardDeviation),
            of.Number("r with total", 3, row => row.ItemTotal, isBounded: true),
            of.Number("r with rest", 3, row => row.ItemRest, isBounded: true),
            of.Number("α without", 3, row => row.AlphaWithout, isBounded: true),
        ],
        row => row.Scale);

    public static Table Of(ValidityMatrix matrix, string caption = "") => new(
        caption,
        Enumerable.Range(0, matrix.Names.Count)
            .Select(j => new Column(matrix.Names[j], Enumerable.Range(0, matrix.Names.Count).Select(i => LowerCell(matrix, i, j))))
            .Prepend(new("", matrix.Names.Select(Cell.Text))));

    // What is symmetric is shown once.
    private static Cell LowerCell(ValidityMatrix matrix, int row, int column) =>
        row >= column ? Cell.Number(matrix[row, column], 2, isBounded: true) : Cell.Blank;
}
