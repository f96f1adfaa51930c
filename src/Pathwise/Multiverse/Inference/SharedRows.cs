using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// Draws cases of a whole data file, and of a universe those among them that it uses: universes that draw from the same stream draw the same cases.
/// One worker's.
/// </summary>
/// <param name="values">The universe's n x p cases, row-major.</param>
/// <param name="answers">The cases that they were transformed from, by which a constant variable is known.</param>
/// <param name="columns">The number of variables.</param>
/// <param name="positions">Where each of the n cases stands in the data.</param>
/// <param name="dataCount">The number of cases of the data.</param>
internal sealed class SharedRows(ReadOnlySpan<double> values, double[] answers, int columns, IReadOnlyList<int> positions, int dataCount) : SampleSource
{
    private readonly CaseResampler cases = new(values, columns, answers);
    private readonly int[] all = new int[dataCount];
    private readonly int[] counts = new int[positions.Count];
    private int drawn;

    /// <summary>How many of the universe's cases were drawn last.</summary>
    public override int? Drawn => drawn;

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        Tally(stream);

        // The divisor leaves as much of the cases drawn as it leaves of the universe's own.
        return cases.Weigh(counts, covariance, counts.Length - (int)divisor);
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means) => cases.CopyMeans(means);

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> target) => throw new NotSupportedException("The number of cases differs from draw to draw.");

    private void Tally(RandomStream stream)
    {
        Array.Clear(all);
        for (var i = 0; i < all.Length; i++)
            all[stream.NextInteger(all.Length)]++;
        drawn = 0;
        for (var i = 0; i < counts.Length; i++)
            drawn += counts[i] = all[positions[i]];
    }
}
