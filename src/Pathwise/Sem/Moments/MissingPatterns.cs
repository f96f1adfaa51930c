using System.Runtime.InteropServices;
using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>Sorts the cases of a sample by the variables that they have.</summary>
internal static class MissingPatterns
{
    /// <summary>The one pattern of a complete sample: its means and covariances as they stand.</summary>
    public static MissingPattern Complete(SampleMoments sample) => new(
        [.. Enumerable.Range(0, sample.Names.Count)],
        1,
        sample.Means?.ToArray() ?? new double[sample.Names.Count],
        sample.Covariance.ToRowMajorArray(),
        []);

    /// <summary>Patterns in the order in which they first occur; cases without any value have no pattern.</summary>
    public static IReadOnlyList<MissingPattern> Of(SampleMoments sample)
    {
        if (sample.Cases is not { } cases)
            return [Complete(sample)];
        var (values, p) = (cases.ToRowMajorArray(), cases.ColumnCount);
        var groups = Grouped(values, p);
        double total = groups.Sum(rows => rows.Count);
        return [.. groups.Select(rows => Pattern(values, p, rows, rows.Count / total))];
    }

    // Rows that have any value, those that have the same together.
    private static List<List<int>> Grouped(double[] values, int p)
    {
        var (places, groups, key) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<List<int>>(), new char[p]);
        for (var row = 0; row * p < values.Length; row++)
        {
            for (var i = 0; i < p; i++)
                key[i] = double.IsNaN(values[(row * p) + i]) ? '0' : '1';
            if (!key.Contains('1'))
                continue;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, new string(key), out var isKnown);
            if (!isKnown)
            {
                place = groups.Count;
                groups.Add([]);
            }

            groups[place].Add(row);
        }

        return groups;
    }

    private static MissingPattern Pattern(double[] values, int p, List<int> rows, double share)
    {
        int[] observed = [.. Enumerable.Range(0, p).Where(i => !double.IsNaN(values[(rows[0] * p) + i]))];
        var n = observed.Length;
        var (means, covariance, deviations) = (new double[n], new double[n * n], new double[rows.Count * n]);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < n; i++)
                means[i] += deviations[(r * n) + i] = values[(rows[r] * p) + observed[i]];
        }

        for (var i = 0; i < n; i++)
            means[i] /= rows.Count;
        if (rows.Count == 1)
            return new(observed, share, means, covariance, []);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < n; i++)
                deviations[(r * n) + i] -= means[i];
            AddOuter(deviations.AsSpan(r * n, n), covariance);
        }

        for (var i = 0; i < covariance.Length; i++)
            covariance[i] /= rows.Count;
        return new(observed, share, means, covariance, n == p ? [] : Roots(deviations, covariance, rows.Count, n));
    }

    private static void AddOuter(ReadOnlySpan<double> deviation, double[] covariance)
    {
        for (var i = 0; i < deviation.Length; i++)
            VectorKernels.AddScaled(deviation[i], deviation, covariance.AsSpan(i * deviation.Length));
    }

    // The cases' own deviations while they are few, else a triangular root, so that there are n rows at most.
    private static double[] Roots(double[] deviations, double[] covariance, int count, int n)
    {
        if (count <= n)
            return [.. deviations.Select(value => value / Math.Sqrt(count))];
        var factor = covariance.ToArray();
        return Cholesky.TryFactor(factor, n) ? Transposed(factor, n) : PrincipalAxes(covariance, n);
    }

    private static double[] Transposed(double[] factor, int n)
    {
        var roots = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                roots[(j * n) + i] = factor[(i * n) + j];
        }

        return roots;
    }

    private static double[] PrincipalAxes(double[] covariance, int n)
    {
        var eigen = SymmetricEigen.Of(covariance, n);
        return [.. eigen.Vectors.Select((value, i) => value * Math.Sqrt(Math.Max(eigen.Values[i / n], 0)))];
    }
}
