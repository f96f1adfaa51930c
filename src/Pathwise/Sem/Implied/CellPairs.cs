namespace Pathwise.Sem.Implied;

/// <summary>Sums of a symmetric function over pairs of free cells, at the places of their parameters: cells that share one add up.</summary>
internal static class CellPairs
{
    /// <summary>Adds <paramref name="weight"/> times the function to <paramref name="target"/>, t x t over all free parameters.</summary>
    public static void Add(CellSlope[] slopes, double weight, Span<double> target, Func<CellSlope, CellSlope, double> function)
    {
        var count = (int)Math.Sqrt(target.Length);
        for (var a = 0; a < slopes.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var value = weight * function(slopes[a], slopes[b]);
                target[(slopes[a].Cell.Free * count) + slopes[b].Cell.Free] += value;
                if (a != b)
                    target[(slopes[b].Cell.Free * count) + slopes[a].Cell.Free] += value;
            }
        }
    }
}
