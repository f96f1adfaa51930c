namespace Pathwise.Numerics;

/// <summary>
/// Rows of a flat matrix most of whose elements may be zero: products run from the first to the last one that is not, by whole vectors, so
/// that they have the bits of the product of the whole rows.
/// </summary>
internal readonly struct SparseRows
{
    private const int Lanes = 4;

    private readonly double[] rows;
    private readonly int size;
    private readonly int[] starts, lengths;

    /// <param name="rows">Rows of <paramref name="size"/> elements each, row-major.</param>
    public SparseRows(double[] rows, int size)
    {
        (this.rows, this.size) = (rows, size);
        var count = size == 0 ? 0 : rows.Length / size;
        (starts, lengths) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
            (starts[i], lengths[i]) = Extent(rows.AsSpan(i * size, size));
    }

    /// <summary>Product of row <paramref name="row"/> of another matrix of the same width with row <paramref name="own"/> of this one.</summary>
    public double Dot(double[] other, int row, int own)
    {
        int start = starts[own], length = lengths[own];
        return length == 0 ? 0 : VectorKernels.Dot(other.AsSpan((row * size) + start, length), rows.AsSpan((own * size) + start, length));
    }

    /// <summary>
    /// Writes the product of these rows with those of another matrix of the same width where it is symmetric, as that of rows and their products with a
    /// symmetric matrix: each element by the row that has fewer elements.
    /// </summary>
    public void MultiplySymmetric(double[] other, Span<double> target)
    {
        var count = starts.Length;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
                target[(i * count) + j] = target[(j * count) + i] = lengths[i] < lengths[j] ? Dot(other, j, i) : Dot(other, i, j);
        }
    }

    private static (int Start, int Length) Extent(ReadOnlySpan<double> row)
    {
        var first = row.IndexOfAnyExcept(0.0);
        if (first < 0)
            return (0, 0);
        var start = first / Lanes * Lanes;
        var end = Math.Min((row.LastIndexOfAnyExcept(0.0) / Lanes * Lanes) + Lanes, row.Length);
        return (start, end - start);
    }
}
