using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Sorts the cases of a sample by the variables that they have.</summary>
internal static class MissingPatterns
{
    /// <summary>The one pattern of a complete sample: its means and covariances as they stand.</summary>
    public static MissingPattern Complete(SampleMoments sample) => new(
        [.. Enumerable.Range(0, sample.Names.Count)],
        1,
        sample.Means?.ToArray() ?? new double[sample.Names.Count],
        sample.Covariance.ToRowMajorArray());

    /// <summary>Patterns in the order in which they first occur; cases without any value have no pattern.</summary>
    public static IReadOnlyList<MissingPattern> Of(SampleMoments sample)
    {
        if (sample.Cases is not { } cases)
            return [Complete(sample)];
        var groups = cases.EnumerateRows()
            .GroupBy(row => string.Concat(row.Select(value => double.IsNaN(value) ? '0' : '1')))
            .Where(group => group.Key.Contains('1', StringComparison.Ordinal)).ToArray();
        double total = groups.Sum(group => group.Count());
        return [.. groups.Select(group => Pattern([.. group], total))];
    }

    private static MissingPattern Pattern(Vector<double>[] rows, double total)
    {
        int[] observed = [.. Enumerable.Range(0, rows[0].Count).Where(i => !double.IsNaN(rows[0][i]))];
        var cases = Matrix<double>.Build.Dense(rows.Length, observed.Length, (i, j) => rows[i][observed[j]]);
        return new(
            observed,
            rows.Length / total,
            CaseMoments.Means(cases).ToArray(),
            CaseMoments.Covariance(cases, Divisor.Count).ToRowMajorArray());
    }
}
