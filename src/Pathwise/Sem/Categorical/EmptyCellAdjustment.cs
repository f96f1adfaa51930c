namespace Pathwise.Sem.Categorical;

/// <summary>The counts of a two-way table after a rule for empty cells.</summary>
internal static class EmptyCellAdjustment
{
    /// <summary>Writes the counts, row by row with so many columns, as the likelihood takes them; returns how many cells are empty.</summary>
    public static int Write(ReadOnlySpan<int> counts, int columns, EmptyCellRule rule, Span<double> weights)
    {
        var empty = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            empty += counts[i] == 0 ? 1 : 0;
            weights[i] = counts[i] == 0 && rule == EmptyCellRule.ShareOfCells ? 1.0 / counts.Length : counts[i];
        }

        if (rule == EmptyCellRule.HalfInTwoByTwo && counts.Length == 4 && columns == 2 && empty == 1)
            MoveHalf(weights);
        return empty;
    }

    // Half a case into the empty cell and the one across, out of the two beside.
    private static void MoveHalf(Span<double> weights)
    {
        var half = weights.IndexOf(0) is 0 or 3 ? 0.5 : -0.5;
        weights[0] += half;
        weights[1] -= half;
        weights[2] -= half;
        weights[3] += half;
    }
}
