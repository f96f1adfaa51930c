using System.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Every sum of squares that n whole numbers between two ends can have beside a given sum, all combinations counted: near the ends of a
/// scale, and for few answers, there are fewer than parity allows.
/// </summary>
internal sealed class AnswersOnScale
{
    // A few milliseconds; with more answers only the very ends of the scale leave gaps.
    private const double MostSteps = 20_000;

    private readonly int lowest;
    private readonly int n;

    // For each sum of the answers less the lowest, the bits of their sums of squares.
    private readonly BigInteger[] squares;

    private AnswersOnScale(int n, int lowest, BigInteger[] squares) => (this.n, this.lowest, this.squares) = (n, lowest, squares);

    /// <summary>The combinations of n answers, each the sum of so many items; null where they are too many to count.</summary>
    public static AnswersOnScale? Of(int n, int items, (int Lowest, int Highest) scale)
    {
        var width = ((double)scale.Highest - scale.Lowest) * items;
        if (Math.Pow(n * width, 2) > MostSteps || Math.Abs((double)scale.Lowest * items) > MostSteps)
            return null;
        var (steps, lowest) = ((int)width, items * scale.Lowest);
        var squares = new BigInteger[(n * steps) + 1];
        squares[0] = BigInteger.One;
        for (var answers = 0; answers < n; answers++)
            squares = WithOneMore(squares, steps);
        return new AnswersOnScale(n, lowest, squares);
    }

    /// <summary>Whether some combination has this sum and this sum of squares.</summary>
    public bool Has(decimal sum, decimal sumOfSquares)
    {
        // With z = y - lowest: the sum of y2 is that of z2 plus 2 lowest z plus n lowest2.
        var shifted = sum - ((decimal)n * lowest);
        var bit = sumOfSquares - (2 * lowest * shifted) - ((decimal)n * lowest * lowest);
        return shifted >= 0 && shifted < squares.Length && bit >= 0 && bit <= int.MaxValue && !(squares[(int)shifted] >> (int)bit).IsEven;
    }

    private static BigInteger[] WithOneMore(BigInteger[] squares, int steps)
    {
        var next = new BigInteger[squares.Length];
        for (var sum = 0; sum < squares.Length; sum++)
        {
            if (squares[sum].IsZero)
                continue;
            for (var z = 0; z <= steps && sum + z < squares.Length; z++)
                next[sum + z] |= squares[sum] << (z * z);
        }

        return next;
    }
}
