using Pathwise.Auditing.Evidence;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>What is covered by whom, as a matrix whose blank cells are the gaps.</summary>
public static class CoverageFigure
{
    /// <summary>The figure of a matrix; numbers are how many things stand in a cell.</summary>
    public static Figure Of(CoverageMatrix matrix, string title, string note = "A number says how many; a blank cell is a gap.")
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var width = Math.Max(560, 320 + (110 * matrix.Columns.Count));
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(matrix),
            Width = width,
            Height = Figures.SvgFigure.HeightFor(title, note, width, (30 * matrix.Rows.Count) + 60),
            X = Axis.OfNames("", matrix.Columns),
            Y = Axis.OfNames("", matrix.Rows, firstOnTop: true),
            Marks = [Cells(matrix), .. Boundaries(matrix)],
        };
    }

    private static HeatMarks Cells(CoverageMatrix matrix)
    {
        var rows = Enumerable.Range(0, matrix.Rows.Count).Select(i => Enumerable.Range(0, matrix.Columns.Count).Select(j => matrix[i, j]).ToArray()).ToArray();
        return new()
        {
            Decimals = 0,
            Largest = Math.Max(2, rows.SelectMany(row => row).DefaultIfEmpty(0).Max()),
            Rows = [.. rows.Select(row => (IReadOnlyList<double?>)[.. row.Select(count => count > 0 ? count : (double?)null)])],
        };
    }

    /// <summary>The figure of a matrix.</summary>
    public static Figure Draw(this CoverageMatrix matrix, string title) => Of(matrix, title);

    // A line under the last row of each group.
    private static IEnumerable<LineMark> Boundaries(CoverageMatrix matrix) =>
        from i in Enumerable.Range(1, Math.Max(matrix.Groups.Count - 1, 0))
        where matrix.Groups[i] != matrix.Groups[i - 1]
        select new LineMark { X = [-0.5, matrix.Columns.Count - 0.5], Y = [i - 0.5, i - 0.5], Tone = Tone.Muted };

    private static string Words(CoverageMatrix matrix)
    {
        var covered = matrix.Columns.Select(column => $"{column} {matrix.CoveredBy(column)}");
        var gaps = matrix.Gaps();
        return $"Matrix of {matrix.Rows.Count} rows by {matrix.Columns.Count} columns. Rows covered: {string.Join(", ", covered)}."
            + (gaps.Count == 0 ? " Every row is covered." : $" Covered by none: {string.Join(", ", gaps)}.");
    }
}
