using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>An ordered variable: each case's category (from 0, -1 where missing), and thresholds of the c categories that occur.</summary>
internal sealed class OrderedMargin : Margin
{
    public OrderedMargin(string name, ReadOnlySpan<double> values)
        : base(name)
    {
        Categories = [.. new SortedSet<double>(values.ToArray().Where(value => !double.IsNaN(value)))];
        (Codes, Counts) = (new int[values.Length], new int[Categories.Length]);
        for (var row = 0; row < Codes.Length; row++)
        {
            Codes[row] = double.IsNaN(values[row]) ? -1 : Array.BinarySearch(Categories, values[row]);
            if (Codes[row] >= 0)
                Counts[Codes[row]]++;
        }

        Scale = new(Counts.Length);
        Scale.Take(Counts);
        (Cumulative, Thresholds) = (Scale.Cumulative.ToArray(), Scale.Thresholds.ToArray());
    }

    public override int Count => Scale.Cases;

    public override int Parameters => Math.Max(0, Categories.Length - 1);

    public double[] Categories { get; }

    public int[] Counts { get; }

    public int[] Codes { get; }

    /// <summary>The categories that occur, with their shares and thresholds.</summary>
    public CategoryScale Scale { get; }

    /// <summary>Shares of the cases up to each category but the last.</summary>
    public double[] Cumulative { get; }

    public double[] Thresholds { get; }

    public override bool Has(int row) => Codes[row] >= 0;

    public override void WriteInfluence(int parameter, Span<double> target)
    {
        var (low, high) = (Influence(parameter, parameter), Influence(parameter, parameter + 1));
        for (var row = 0; row < Codes.Length; row++)
            target[row] = Codes[row] < 0 ? 0 : Codes[row] <= parameter ? low : high;
    }

    /// <summary>What a case of a category moves a threshold by: the change of the cumulative share over the density.</summary>
    public double Influence(int threshold, int category) =>
        ((category <= threshold ? 1 : 0) - Cumulative[threshold]) / (Count * NormalDistribution.Density(Thresholds[threshold]));
}
