using Pathwise.Auditing.Evidence;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>What is covered by whom, in numbers.</summary>
internal static class CoverageDesign
{
    public static Table Of(CoverageMatrix matrix)
    {
        var rows = Enumerable.Range(0, matrix.Rows.Count).ToArray();
        var columns = matrix.Columns.Select((name, j) => new Column(name, rows.Select(i => matrix[i, j] > 0 ? Cell.Count(matrix[i, j]) : Cell.Count(null))));
        return new Table(matrix.Title, columns.Prepend(new Column("", matrix.Rows.Select(Cell.Text))), matrix.Groups.Count > 0 ? matrix.Groups : null);
    }
}
