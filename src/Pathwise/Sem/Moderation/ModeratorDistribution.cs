using Pathwise.Numerics;

namespace Pathwise.Sem.Moderation;

/// <summary>
/// The values of an observed moderator over the cases of all groups, each so many times as a resample has drawn it. One worker's; the values are sorted once.
/// </summary>
internal sealed class ModeratorDistribution
{
    private readonly double[] values;
    private readonly int[] cases;
    private readonly int[] counts;
    private double[]? expanded;

    /// <summary>Of a value for each case; NaN where it is missing.</summary>
    public ModeratorDistribution(IReadOnlyList<double> ofCases)
    {
        cases = [.. Enumerable.Range(0, ofCases.Count).Where(i => double.IsFinite(ofCases[i])).OrderBy(i => ofCases[i])];
        values = Array.ConvertAll(cases, i => ofCases[i]);
        counts = new int[values.Length];
        Take(Enumerable.Repeat(1, ofCases.Count).ToArray());
    }

    /// <summary>The smallest value of the data.</summary>
    public double Least => values[0];

    /// <summary>The largest value of the data.</summary>
    public double Largest => values[^1];

    /// <summary>The values of the data, ascending.</summary>
    public IReadOnlyList<double> Sorted => values;

    /// <summary>The values of the data, each once, ascending; no more than three of them.</summary>
    public double[] Distinct => [.. values.Distinct().Take(3)];

    /// <summary>The mean of the sample.</summary>
    public double Mean { get; private set; }

    /// <summary>Its standard deviation, by the number of cases less one.</summary>
    public double Deviation { get; private set; }

    /// <summary>The share of the data between two values, bounds included.</summary>
    public double Share(double from, double to) => values.Count(value => value >= from && value <= to) / (double)values.Length;

    /// <summary>Turns to a sample that has each case so many times.</summary>
    public void Take(ReadOnlySpan<int> times)
    {
        expanded = null;
        double sum = 0, squares = 0, total = 0;
        for (var i = 0; i < values.Length; i++)
        {
            counts[i] = times[cases[i]];
            total += counts[i];
            sum += counts[i] * values[i];
        }

        Mean = sum / total;
        for (var i = 0; i < values.Length; i++)
            squares += counts[i] * (values[i] - Mean) * (values[i] - Mean);
        Deviation = Math.Sqrt(squares / (total - 1));
    }

    /// <summary>The quantile of a probability.</summary>
    public double Percentile(double probability)
    {
        expanded ??= [.. values.SelectMany((value, i) => Enumerable.Repeat(value, counts[i]))];
        return Quantiles.Type7(expanded, probability);
    }
}
