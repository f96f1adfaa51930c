namespace Pathwise.Sem.Compiled;

/// <summary>
/// A worker's scratch: one pinned block of zeros handed out in pieces, so that pointers into it stay valid as long as the
/// block is referenced.
/// </summary>
internal sealed unsafe class PinnedNumbers
{
    private readonly double[] numbers;
    private readonly double* end;
    private double* next;

    /// <summary>A block of <paramref name="count"/> zeros.</summary>
    public PinnedNumbers(int count)
    {
        numbers = GC.AllocateArray<double>(count + 4, pinned: true);
        fixed (double* start = numbers)
        {
            end = start + numbers.Length;
            next = (double*)(((nuint)start + 31) & ~(nuint)31);
        }
    }

    /// <summary>The next piece: its length rounded up to a multiple of four, its start on 32 bytes.</summary>
    public double* Take(int length)
    {
        var piece = next;
        next += (length + 3) & ~3;
        return next <= end ? piece : throw new InvalidOperationException($"A scratch of {numbers.Length} numbers is too small.");
    }
}
