using MathNet.Numerics.LinearAlgebra;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Moments;

namespace Pathwise.Reporting.Designs;

/// <summary>Matrices and vectors, named where their names are known; long ones are cut.</summary>
internal static class MatrixDesign
{
    private const int MostRows = 30;
    private const int MostColumns = 20;

    public static Table Of(Matrix<double> matrix, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null, string caption = "", int decimals = 3)
    {
        var (height, width) = (Math.Min(matrix.RowCount, MostRows), Math.Min(matrix.ColumnCount, MostColumns));
        var isCut = height < matrix.RowCount || width < matrix.ColumnCount;
        return new(
            caption,
            Enumerable.Range(0, width)
                .Select(j => new Column(Name(columns, j), Enumerable.Range(0, height).Select(i => Cell.Number(matrix[i, j], decimals))))
                .Prepend(new("", Enumerable.Range(0, height).Select(i => Cell.Text(Name(rows, i))))),
            notes: isCut ? [$"The first {height} of {matrix.RowCount} rows and {width} of {matrix.ColumnCount} columns."] : null);
    }

    public static Table Of(Vector<double> vector, IReadOnlyList<string>? names = null, string caption = "", int decimals = 3) =>
        Of(vector.ToColumnMatrix(), names, ["Value"], caption, decimals);

    public static Summary Of(SampleMoments sample)
    {
        var moments = new List<Exhibit>();
        if (sample.Means is { } means)
            moments.Add(Of(means, sample.Names, "Means"));
        moments.Add(Of(sample.Covariance, sample.Names, sample.Names, $"Covariances, divided by {(sample.Divisor == Divisor.Count ? "N" : "N - 1")}"));
        return new($"Sample of {sample.Count} cases{(sample.Group.Length > 0 ? $", {sample.Group}" : "")}", moments);
    }

    private static string Name(IReadOnlyList<string>? names, int index) =>
        names is not null && index < names.Count ? names[index] : Rounding.Text(index + 1, 0);
}
