using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Resampling;

/// <summary>Draws cases from a multivariate normal distribution. One worker's; nothing is allocated by a draw.</summary>
internal sealed class NormalSampler : SampleSource
{
    private readonly int count;
    private readonly int columns;
    private readonly double[] means;
    private readonly double[] factor;
    private readonly double[] independent;
    private readonly double[] sample;
    private readonly double[] sums;

    /// <summary>n cases of the distribution with these means (p) and covariances (p x p, row-major).</summary>
    public NormalSampler(int count, ReadOnlySpan<double> means, ReadOnlySpan<double> covariance)
    {
        this.count = count;
        columns = means.Length;
        this.means = means.ToArray();
        factor = covariance.ToArray();
        if (!Cholesky.TryFactor(factor, columns))
            throw new InputException("Normal samples cannot be drawn: the population's covariance matrix is not positive definite.");
        (independent, sums, sample) = (new double[columns], new double[columns], new double[count * columns]);
    }

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        var flaw = DrawCases(stream, sample);
        Array.Clear(sums);
        covariance[..(columns * columns)].Clear();
        for (var i = 0; i < count; i++)
        {
            var row = sample.AsSpan(i * columns, columns);
            VectorKernels.AddScaled(-1, means, row);
            VectorKernels.AddScaled(1, row, sums);
            for (var j = 0; j < columns; j++)
                VectorKernels.AddScaled(row[j], row[..(j + 1)], covariance.Slice(j * columns, j + 1));
        }

        for (var j = 0; j < columns; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                covariance[(j * columns) + k] = covariance[(k * columns) + j]
                    = (covariance[(j * columns) + k] - (sums[j] * sums[k] / count)) / divisor;
            }
        }

        return flaw;
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> means)
    {
        for (var j = 0; j < columns; j++)
            means[j] = this.means[j] + (sums[j] / count);
    }

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> cases)
    {
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < columns; j++)
                independent[j] = stream.NextNormal();
            for (var j = 0; j < columns; j++)
                cases[(i * columns) + j] = means[j] + VectorKernels.Dot(factor.AsSpan(j * columns, j + 1), independent.AsSpan(0, j + 1));
        }

        return SampleFlaw.Of(cases[..(count * columns)], columns);
    }
}
