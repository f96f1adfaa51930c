namespace Pathwise.Sem.Inference;

/// <summary>Where a moment stands: covariances of the lower triangle row by row, then means.</summary>
internal static class MomentPlaces
{
    /// <summary>Row and column of a covariance, counted from 0; for a mean its variable and -1.</summary>
    public static (int Row, int Column) Of(int moment, int size)
    {
        var covariances = size * (size + 1) / 2;
        if (moment >= covariances)
            return (moment - covariances, -1);
        var row = (int)((Math.Sqrt((8.0 * moment) + 1) - 1) / 2);
        return (row, moment - (row * (row + 1) / 2));
    }
}
