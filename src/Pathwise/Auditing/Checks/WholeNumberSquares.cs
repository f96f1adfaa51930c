namespace Pathwise.Auditing.Checks;

/// <summary>
/// Which sums of squares whole numbers with a given sum can have. Sum and sum of squares have the same parity, and n numbers as equal
/// as can be have the smallest. From n = 5 on that is enough: one of the numbers can be chosen so that the rest of the sum of four is odd,
/// and Cauchy's lemma does the rest. Fewer numbers need more: a square (n = 2), a form x2 + xy + y2 (n = 3, Legendre and
/// Gauss), a sum of three squares (n = 4, Legendre 1798).
/// </summary>
internal static class WholeNumberSquares
{
    /// <summary>Whether n whole numbers, of either sign, have this sum and this sum of squares.</summary>
    public static bool Exist(long n, decimal sum, decimal squares)
    {
        if (Remainder(squares, 2) != Remainder(sum, 2) || squares < Least(sum, n))
            return false;
        return n switch
        {
            1 => squares == sum * sum,
            2 => IsSquare((2 * squares) - (sum * sum)),
            3 => IsLoeschian(((3 * squares) - (sum * sum)) / 2),
            4 => Remainder(sum, 2) == 1 || IsSumOfThreeSquares(squares - (sum * sum / 4)),
            _ => true,
        };
    }

    /// <summary>The smallest sum of squares: of n numbers as equal as can be, some q and the rest q + 1.</summary>
    public static decimal Least(decimal sum, long n)
    {
        var q = Math.Floor(sum / n);
        var larger = sum - (q * n);
        return ((n - larger) * q * q) + (larger * (q + 1) * (q + 1));
    }

    private static bool IsSquare(decimal value)
    {
        var root = (decimal)Math.Round(Math.Sqrt((double)value));
        return root * root == value || (root - 1) * (root - 1) == value || (root + 1) * (root + 1) == value;
    }

    // x2 + xy + y2 takes the numbers in which every prime 3k + 2 occurs an even number of times.
    private static bool IsLoeschian(decimal value)
    {
        if (value == 0)
            return true;
        for (var prime = 2m; prime * prime <= value; prime++)
        {
            var times = 0;
            for (; Remainder(value, prime) == 0; times++)
                value /= prime;
            if (times % 2 == 1 && Remainder(prime, 3) == 2)
                return false;
        }

        return Remainder(value, 3) != 2;
    }

    // All but the numbers 4^a (8 b + 7).
    private static bool IsSumOfThreeSquares(decimal value)
    {
        while (value > 0 && Remainder(value, 4) == 0)
            value /= 4;
        return Remainder(value, 8) != 7;
    }

    private static decimal Remainder(decimal value, decimal divisor) => value - (divisor * Math.Floor(value / divisor));
}
