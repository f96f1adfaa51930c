using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Moments;

/// <summary>
/// Reads covariances (and means) that were published or computed elsewhere: a header with the variables, then one row for
/// each variable, full or lower triangle, with or without row names; several groups stand one below the other.
/// </summary>
public static class CovarianceFile
{
    private const double Tolerance = 1e-6;

    /// <summary>One sample for each of the numbers of cases; covariances divided by n - 1.</summary>
    /// <param name="covarianceCsv">File of covariances.</param>
    /// <param name="counts">Number of cases of each group.</param>
    /// <param name="meansCsv">File of means: a header, one row for each group; null when means are not known.</param>
    /// <exception cref="InputException">A file has another form, or is no covariance matrix; the message names the line.</exception>
    public static IReadOnlyList<SampleMoments> Read(string covarianceCsv, IReadOnlyList<int> counts, string? meansCsv = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var grid = NumberGrid.Read(covarianceCsv);
        RequireShape(grid, counts.Count);
        var means = meansCsv is null ? null : Means(meansCsv, grid.Names, counts.Count);
        return [.. counts.Select((count, g) => SampleMoments.OfCovariance(
            grid.Names, Block(grid, g), count, means?[g], Divisor.CountLessOne, counts.Count == 1 ? "" : $"{g + 1}"))];
    }

    private static void RequireShape(NumberGrid grid, int groups)
    {
        var size = grid.Names.Count;
        if (grid.Rows.Count != size * groups)
        {
            throw new InputException(
                $"{grid.Path} has {size} variables ({string.Join(", ", grid.Names)}) and {grid.Rows.Count} rows; expected one row for " +
                (groups == 1 ? $"each variable, {size}." : $"each variable in each of {groups} groups, {size * groups}."));
        }

        for (var i = 0; i < grid.Rows.Count; i++)
        {
            if (grid.Rows[i].Name is { } name && name != grid.Names[i % size])
                throw new InputException($"{grid.Path}, line {grid.Rows[i].Line}: the row is named '{name}'; expected '{grid.Names[i % size]}', in the order of the header.");
        }
    }

    private static Matrix<double> Block(NumberGrid grid, int group)
    {
        var size = grid.Names.Count;
        var rows = grid.Rows.Skip(group * size).Take(size).ToList();
        return Matrix<double>.Build.Dense(size, size, (i, j) => Entry(grid, rows, Math.Max(i, j), Math.Min(i, j)));
    }

    private static double Entry(NumberGrid grid, List<NumberRow> rows, int i, int j)
    {
        var (below, above) = (rows[i][j], rows[j][i]);
        var where = $"{grid.Path}, line {rows[i].Line}: the covariance of {grid.Names[i]} and {grid.Names[j]}";
        if (below is null && above is null)
            throw new InputException($"{where} is missing.");
        if (below is { } first && above is { } second && Math.Abs(first - second) > Tolerance * Math.Max(Math.Abs(first), 1))
            throw new InputException(FormattableString.Invariant($"{where} is {first} below the diagonal and {second} above; expected a symmetric matrix or its lower triangle."));
        return (below ?? above)!.Value is var value && i == j && value <= 0
            ? throw new InputException(FormattableString.Invariant($"{grid.Path}, line {rows[i].Line}: the variance of {grid.Names[i]} is {value}; expected a positive number."))
            : value;
    }

    private static List<Vector<double>> Means(string path, IReadOnlyList<string> names, int groups)
    {
        var grid = NumberGrid.Read(path);
        if (grid.Rows.Count != groups)
            throw new InputException($"{path} has {grid.Rows.Count} rows of means; expected one for each group, {groups}.");
        var at = names.Select(name => grid.Names.ToList().IndexOf(name)).ToArray();
        if (Array.IndexOf(at, -1) is var missing and >= 0)
            throw new InputException($"{path} has no mean of {names[missing]}. It has: {string.Join(", ", grid.Names)}.");
        return [.. grid.Rows.Select(row => Vector<double>.Build.Dense(at.Length, i => row[at[i]]
            ?? throw new InputException($"{path}, line {row.Line}: the mean of {names[i]} is missing.")))];
    }
}
