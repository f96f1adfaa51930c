namespace Pathwise.Numerics;

/// <summary>
/// A sum of outer products of vectors of n elements, signed alike. Vectors are gathered and multiplied many at a time, so that the sum passes
/// through the cache once for all of them. Scratch memory of one worker.
/// </summary>
/// <param name="n">Number of elements.</param>
/// <param name="sign">1 or -1.</param>
internal sealed class OuterProducts(int n, double sign)
{
    private const int Most = 32;

    private readonly double[] sum = new double[n * n];

    // One row for each element, one column for each vector.
    private readonly double[] gathered = new double[n * Most];
    private int count;

    /// <summary>An element of the vector at hand, zero at first.</summary>
    public ref double this[int element] => ref gathered[(element * Most) + count];

    /// <summary>Takes the vector at hand and goes on to the next.</summary>
    public void Next()
    {
        if (++count == Most)
            Multiply();
    }

    /// <summary>Adds the sum to a symmetric matrix, n x n.</summary>
    public void AddTo(Span<double> target)
    {
        Multiply();
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                target[(i * n) + j] += sign * sum[(i * n) + j];
                if (i != j)
                    target[(j * n) + i] += sign * sum[(i * n) + j];
            }
        }
    }

    private void Multiply()
    {
        for (var i = 0; i < n; i++)
        {
            var row = gathered.AsSpan(i * Most, Most);
            if (row.ContainsAnyExcept(0.0))
                VectorKernels.AddProducts(row, gathered, sum.AsSpan(i * n, i + 1));
        }

        Array.Clear(gathered);
        count = 0;
    }
}
