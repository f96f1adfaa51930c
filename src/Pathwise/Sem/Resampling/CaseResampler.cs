using System.Runtime.InteropServices;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Draws as many cases as there are, with replacement, and computes their covariance matrix from how often each was drawn.
/// One worker's; nothing is allocated by a draw. Whether a variable is constant in a sample is read from its values, in a Bollen-Stine bootstrap
/// from those before the transformation, which mixes the variables: without variance before, the sample has none of full rank after.
/// </summary>
internal sealed class CaseResampler : SampleSource
{
    private readonly double[] original;
    private readonly double[] answers;
    private readonly double[] cases;
    private readonly double[] centre;
    private readonly double[] means;
    private readonly int[] counts;
    private int drawn;
    private readonly int rows;
    private readonly int columns;

    /// <summary>
    /// Cases as rows, n x p row-major; complete where covariances are asked for. Those that they were transformed from, where they were.
    /// </summary>
    public CaseResampler(ReadOnlySpan<double> values, int columns, double[]? untransformed = null)
    {
        this.columns = columns;
        rows = values.Length / columns;
        original = values.ToArray();
        answers = untransformed ?? original;
        cases = values.ToArray();
        (centre, means) = (new double[columns], new double[columns]);
        counts = new int[rows];

        // Moments about the sample's mean lose no digits to a large mean.
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
                centre[j] += cases[(i * columns) + j] / rows;
            for (var i = 0; i < rows; i++)
                cases[(i * columns) + j] -= centre[j];
        }
    }

    /// <summary>Number of cases.</summary>
    public int Count => rows;

    /// <summary>How often each case was drawn last.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        Array.Clear(counts);
        for (var i = 0; i < rows; i++)
            counts[stream.NextInteger(rows)]++;
        return Moments(covariance, divisor);
    }

    /// <inheritdoc/>
    public override void CopyMeans(Span<double> target)
    {
        for (var j = 0; j < columns; j++)
            target[j] = centre[j] + (means[j] / drawn);
    }

    /// <inheritdoc/>
    public override FitStatus? DrawCases(RandomStream stream, Span<double> drawn)
    {
        Array.Clear(counts);
        for (var i = 0; i < rows; i++)
        {
            var row = stream.NextInteger(rows);
            counts[row]++;
            original.AsSpan(row * columns, columns).CopyTo(drawn.Slice(i * columns, columns));
        }

        return SampleFlaw.Of(answers, columns, counts);
    }

    /// <summary>Writes the covariance matrix of all cases but one; returns what keeps them from being fitted, or null.</summary>
    public FitStatus? LeaveOut(int omitted, Span<double> covariance, double divisor)
    {
        Array.Fill(counts, 1);
        counts[omitted] = 0;
        return Moments(covariance, divisor);
    }

    /// <summary>Writes the covariance matrix of the cases as they are.</summary>
    public void All(Span<double> covariance, double divisor)
    {
        Array.Fill(counts, 1);
        Moments(covariance, divisor);
    }

    private FitStatus? Moments(Span<double> covariance, double divisor)
    {
        if (SampleFlaw.Of(answers, columns, counts) is { } flaw)
            return flaw;
        Array.Clear(means);
        covariance[..(columns * columns)].Clear();
        drawn = 0;
        for (var i = 0; i < rows; i++)
        {
            if (counts[i] == 0)
                continue;
            drawn += counts[i];
            var row = cases.AsSpan(i * columns, columns);
            VectorKernels.AddScaled(counts[i], row, means);
            ref var first = ref MemoryMarshal.GetReference(row);
            for (var j = 0; j < columns; j++)
                VectorKernels.AddScaled(counts[i] * row[j], ref first, ref covariance[j * columns], j + 1);
        }

        for (var j = 0; j < columns; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var value = (covariance[(j * columns) + k] - (means[j] * means[k] / drawn)) / divisor;
                covariance[(j * columns) + k] = covariance[(k * columns) + j] = value;
            }
        }

        return null;
    }
}
