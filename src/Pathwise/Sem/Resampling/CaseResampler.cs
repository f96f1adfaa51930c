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
    private readonly double[] products;
    private readonly double[] sums;
    private bool hasTotals;
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
        (products, sums) = (new double[columns * columns], new double[columns]);
        Centre();
    }

    /// <summary>Number of cases.</summary>
    public int Count => rows;

    /// <summary>How often each case was drawn last.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <inheritdoc/>
    public override bool IsOfCases => ReferenceEquals(answers, original);

    /// <inheritdoc/>
    public override FitStatus? Draw(RandomStream stream, Span<double> covariance, double divisor)
    {
        DrawTimes(stream);
        return Moments(covariance, divisor);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> DrawTimes(RandomStream stream)
    {
        Array.Clear(counts);
        for (var i = 0; i < rows; i++)
            counts[stream.NextInteger(rows)]++;
        return counts;
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

    /// <inheritdoc/>
    public override FitStatus? LeaveOut(int omitted, Span<double> covariance, double divisor)
    {
        Array.Fill(counts, 1);
        counts[omitted] = 0;
        return Moments(covariance, divisor);
    }

    /// <inheritdoc/>
    public override FitStatus? Omit(ReadOnlySpan<int> omitted, Span<double> covariance, double divisor)
    {
        // From the sums over all less what these add.
        Array.Fill(counts, 1);
        foreach (var i in omitted)
            counts[i] = 0;
        if (SampleFlaw.Of(answers, columns, counts) is { } flaw)
            return flaw;
        Total();
        sums.CopyTo(means, 0);
        products.CopyTo(covariance);
        drawn = rows - omitted.Length;
        foreach (var i in omitted)
            Add(-1, i, covariance);
        Divide(covariance, divisor);
        return null;
    }

    /// <summary>
    /// Writes the covariance matrix of the cases, each so many times, divided by their number less <paramref name="less"/>; returns what keeps them from
    /// being fitted, or null.
    /// </summary>
    public FitStatus? Weigh(ReadOnlySpan<int> times, Span<double> covariance, int less)
    {
        times.CopyTo(counts);
        var count = 0;
        foreach (var each in times)
            count += each;
        return Moments(covariance, Math.Max(count - less, 1));
    }

    /// <summary>Writes the cases, each so many times, and returns what keeps them from being fitted, or null.</summary>
    public FitStatus? Repeat(ReadOnlySpan<int> times, Span<double> target)
    {
        times.CopyTo(counts);
        for (int i = 0, at = 0; i < rows; i++)
        {
            for (var k = 0; k < counts[i]; k++, at += columns)
                original.AsSpan(i * columns, columns).CopyTo(target[at..]);
        }

        return SampleFlaw.Of(answers, columns, counts);
    }

    /// <summary>Puts other cases, as many, in the place of these.</summary>
    public void Take(ReadOnlySpan<double> values)
    {
        values.CopyTo(original);
        values.CopyTo(cases);
        hasTotals = false;
        Centre();
    }

    /// <inheritdoc/>
    public override void All(Span<double> covariance, double divisor)
    {
        Array.Fill(counts, 1);
        Moments(covariance, divisor);
    }

    // Moments about the sample's mean lose no digits to a large mean.
    private void Centre()
    {
        for (var j = 0; j < columns; j++)
        {
            centre[j] = 0;
            for (var i = 0; i < rows; i++)
                centre[j] += cases[(i * columns) + j] / rows;
            for (var i = 0; i < rows; i++)
                cases[(i * columns) + j] -= centre[j];
        }
    }

    private void Total()
    {
        if (hasTotals)
            return;
        Array.Clear(means);
        Array.Clear(products);
        for (var i = 0; i < rows; i++)
            Add(1, i, products);
        means.CopyTo(sums, 0);
        hasTotals = true;
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
            Add(counts[i], i, covariance);
        }

        Divide(covariance, divisor);
        return null;
    }

    // Sums and products of a case, so many times; of the products the lower triangle, row by row.
    private void Add(int times, int i, Span<double> target)
    {
        var row = cases.AsSpan(i * columns, columns);
        VectorKernels.AddScaled(times, row, means);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (var j = 0; j < columns; j++)
            VectorKernels.AddScaled(times * row[j], ref first, ref target[j * columns], j + 1);
    }

    private void Divide(Span<double> covariance, double divisor)
    {
        for (var j = 0; j < columns; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var value = (covariance[(j * columns) + k] - (means[j] * means[k] / drawn)) / divisor;
                covariance[(j * columns) + k] = covariance[(k * columns) + j] = value;
            }
        }
    }
}
