using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;

namespace Pathwise.Sem.Moments;

/// <summary>Takes samples from data tables.</summary>
public static class SampleReading
{
    /// <summary>
    /// One sample for each group of a data table, groups in the order in which they first occur (as lavaan orders them); cases without
    /// any of the variables, or without a group, are left out.
    /// </summary>
    public static IReadOnlyList<SampleMoments> Samples(this DataTable data, IReadOnlyList<string> names, string? group = null)
    {
        var columns = names.Select(data.Numbers).ToArray();
        var labels = group is null ? null : data.Texts(group);
        var cases = Enumerable.Range(0, data.Count).Where(i => columns.Any(column => !double.IsNaN(column[i])));
        return labels is null
            ? [Sample(names, columns, [.. cases], "")]
            : [.. cases.Where(i => labels[i] is not null).GroupBy(i => labels[i]!).Select(rows => Sample(names, columns, [.. rows], rows.Key))];
    }

    private static SampleMoments Sample(IReadOnlyList<string> names, IReadOnlyList<double>[] columns, int[] rows, string group)
    {
        if (rows.Length < 2)
            throw new InputException($"{SampleMoments.Where(group)} has {rows.Length} usable cases; at least 2 are needed.");
        var cases = Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => columns[j][rows[i]]);
        return SampleMoments.OfCases(names, cases, Divisor.CountLessOne, group);
    }
}
