using Pathwise.Numerics;

namespace Pathwise.Multiverse.Inference;

/// <summary>Variances between the means of groups, for several columns of values; divisors are the numbers of values, and NaN is left out.</summary>
internal sealed class GroupedVariances
{
    private readonly double[][] centred;
    private readonly int[] counts;
    private readonly double[] totals;

    public GroupedVariances(IReadOnlyList<double[]> columns)
    {
        centred = [.. columns.Select(Centred)];
        counts = [.. centred.Select(column => column.Count(value => !double.IsNaN(value)))];
        totals = [.. centred.Select((column, c) => Total(columns[c], column, counts[c]))];
    }

    /// <summary>Number of columns.</summary>
    public int Columns => centred.Length;

    /// <summary>The variance of a column; 0 where it does not vary beyond rounding.</summary>
    public double Total(int column) => totals[column];

    /// <summary>For each column the variance of the group means, each as often as it has values.</summary>
    public double[] Of(ReadOnlySpan<int> groups, int count)
    {
        var (sums, sizes) = (new double[count], new int[count]);
        var result = new double[centred.Length];
        for (var c = 0; c < centred.Length; c++)
        {
            Array.Clear(sums);
            Array.Clear(sizes);
            for (var s = 0; s < groups.Length; s++)
            {
                var value = centred[c][s];
                if (double.IsNaN(value))
                    continue;
                sums[groups[s]] += value;
                sizes[groups[s]]++;
            }

            for (var g = 0; g < count; g++)
                result[c] += sizes[g] == 0 ? 0 : sums[g] * sums[g] / sizes[g] / counts[c];
        }

        return result;
    }

    private static double[] Centred(double[] column)
    {
        double[] known = [.. column.Where(value => !double.IsNaN(value))];
        var mean = known.Length == 0 ? 0 : Univariate.Mean(known);
        return [.. column.Select(value => value - mean)];
    }

    private static double Total(double[] column, double[] centred, int count)
    {
        var squares = centred.Where(value => !double.IsNaN(value)).Sum(value => value * value);
        var size = column.Where(value => !double.IsNaN(value)).Sum(value => value * value);
        return count == 0 || squares <= 1e-24 * size ? 0 : squares / count;
    }
}
