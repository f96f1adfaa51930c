using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Runs;

/// <summary>The cases of one group of a universe in the resamples that all universes share. One worker's.</summary>
internal sealed class PoolSource : SampleSource
{
    private readonly PoolDraw draw;
    private readonly bool isFirst;
    private readonly int[] positions;
    private readonly int[] times;
    private readonly int less;
    private readonly CaseResampler cases;

    /// <param name="draw">The draws, which the groups of one model share.</param>
    /// <param name="isFirst">Whether this is the first group, with which a draw begins.</param>
    /// <param name="values">The group's cases, n x p row-major: all that any resample may use.</param>
    /// <param name="positions">The position of each of them in the data.</param>
    /// <param name="less">What is taken from the number of cases in the divisor of covariances: 0 or 1.</param>
    public PoolSource(PoolDraw draw, bool isFirst, double[] values, int[] positions, int less)
    {
        (this.draw, this.isFirst, this.positions, this.less) = (draw, isFirst, positions, less);
        times = new int[positions.Length];
        cases = new CaseResampler(values, positions.Length == 0 ? 1 : values.Length / positions.Length);
    }

    private int drawn;

    /// <inheritdoc/>
    public override bool IsOfCases => true;

    /// <inheritdoc/>
    public override int? Drawn => drawn;

    /// <inheritdoc/>
    public override int? Most => draw.Count;

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        Next(stream);
        return cases.Weigh(times, covariance, less);
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means) => cases.CopyMeans(means);

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> target)
    {
        Next(stream);
        return cases.Repeat(times, target);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> DrawTimes(RandomStream stream)
    {
        Next(stream);
        return times;
    }

    private void Next(RandomStream stream)
    {
        if (isFirst)
            draw.Next(stream);
        var counts = draw.Counts;
        drawn = 0;
        for (var i = 0; i < times.Length; i++)
            drawn += times[i] = counts[positions[i]];
    }
}
