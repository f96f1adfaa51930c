using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// Draws cases of a whole data file, and of a universe those among them that it uses: universes that draw from the same stream draw the same cases.
/// One worker's.
/// </summary>
internal sealed class SharedRows : SampleSource
{
    private readonly double[] values;
    private readonly double[] answers;
    private readonly int columns;
    private readonly int[] positions;
    private readonly int[] all;
    private readonly int[] counts;
    private readonly double[] means;
    private readonly double[] sums;
    private int drawn;

    /// <param name="values">The universe's n x p cases, row-major.</param>
    /// <param name="answers">The cases that they were transformed from, by which a constant variable is known.</param>
    /// <param name="columns">The number of variables.</param>
    /// <param name="positions">Where each of the n cases stands in the data.</param>
    /// <param name="dataCount">The number of cases of the data.</param>
    public SharedRows(double[] values, double[] answers, int columns, IReadOnlyList<int> positions, int dataCount)
    {
        (this.values, this.answers, this.columns, this.positions) = (values, answers, columns, [.. positions]);
        (all, counts) = (new int[dataCount], new int[positions.Count]);
        (means, sums) = (new double[columns], new double[columns]);
        for (var i = 0; i < positions.Count; i++)
            VectorKernels.AddScaled(1.0 / positions.Count, values.AsSpan(i * columns, columns), means);
        for (var i = 0; i < values.Length; i++)
            this.values[i] -= means[i % columns];
    }

    /// <summary>How many of the universe's cases were drawn last.</summary>
    public override int? Drawn => drawn;

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        Tally(stream);
        if (SampleFlaw.Of(answers, columns, counts) is { } flaw)
            return flaw;
        Array.Clear(sums);
        covariance[..(columns * columns)].Clear();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
                Add(counts[i], values.AsSpan(i * columns, columns), covariance);
        }

        // The divisor leaves as much of the cases drawn as it leaves of the universe's own.
        Divide(covariance, drawn - (counts.Length - divisor));
        return null;
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means)
    {
        for (var j = 0; j < columns; j++)
            means[j] = this.means[j] + (sums[j] / drawn);
    }

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> cases) => throw new NotSupportedException("The number of cases differs from draw to draw.");

    private void Tally(RandomStream stream)
    {
        Array.Clear(all);
        for (var i = 0; i < all.Length; i++)
            all[stream.NextInteger(all.Length)]++;
        drawn = 0;
        for (var i = 0; i < counts.Length; i++)
            drawn += counts[i] = all[positions[i]];
    }

    private void Add(int times, ReadOnlySpan<double> row, Span<double> target)
    {
        VectorKernels.AddScaled(times, row, sums);
        for (var j = 0; j < columns; j++)
            VectorKernels.AddScaled(times * row[j], row[..(j + 1)], target.Slice(j * columns, j + 1));
    }

    private void Divide(Span<double> covariance, double divisor)
    {
        for (var j = 0; j < columns; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var value = (covariance[(j * columns) + k] - (sums[j] * sums[k] / drawn)) / divisor;
                covariance[(j * columns) + k] = covariance[(k * columns) + j] = value;
            }
        }
    }
}
