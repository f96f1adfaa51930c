namespace Pathwise.Sem.Categorical;

/// <summary>The counts of a two-way table after a rule for empty cells.</summary>
internal static class EmptyCellAdjustment
{
    /// <summary>The counts, row by row with so many columns, as the likelihood takes them.</summary>
    public static double[] Of(int[] counts, int columns, EmptyCellRule rule)
    {
        double[] weights = Array.ConvertAll(counts, count => (double)count);
        var empty = counts.Count(count => count == 0);
        if (empty == 0 || rule == EmptyCellRule.None)
            return weights;
        if (rule == EmptyCellRule.ShareOfCells)
            return Array.ConvertAll(weights, weight => weight == 0 ? 1.0 / counts.Length : weight);
        return counts.Length == 4 && columns == 2 && empty == 1 ? HalfMoved(weights) : weights;
    }

    // Half a case into the empty cell and the one across, out of the two beside.
    private static double[] HalfMoved(double[] weights)
    {
        var half = Array.IndexOf(weights, 0) is 0 or 3 ? 0.5 : -0.5;
        return [weights[0] + half, weights[1] - half, weights[2] - half, weights[3] + half];
    }
}
