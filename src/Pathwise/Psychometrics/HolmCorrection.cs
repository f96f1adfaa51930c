namespace Pathwise.Psychometrics;

/// <summary>Holm's (1979) correction of several p values at once; those that are undefined take no part.</summary>
internal static class HolmCorrection
{
    public static double?[] Of(IReadOnlyList<double?> pValues)
    {
        var order = Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderBy(i => pValues[i]).ToArray();
        var corrected = new double?[pValues.Count];
        double largest = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * pValues[order[rank]]!.Value));
            corrected[order[rank]] = largest;
        }

        return corrected;
    }
}
