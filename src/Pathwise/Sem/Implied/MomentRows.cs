namespace Pathwise.Sem.Implied;

/// <summary>
/// Derivatives of one group's implied moments by its free cells, a row of m for each: covariances, the lower triangle row by row, then the means where
/// they are modelled.
/// </summary>
internal static class MomentRows
{
    /// <summary>From the vectors of derivatives.</summary>
    public static double[] Of(ImpliedDerivatives source, int size, bool hasMeans) => Of(
        source.Positions.Length, size, hasMeans, (k, i, j) => (source.U[(k * size) + i] * source.W[(k * size) + j]) + (source.W[(k * size) + i] * source.U[(k * size) + j]), (k, i) => source.Mu[(k * size) + i]);

    /// <summary>From the columns that all derivatives are made of.</summary>
    public static double[] Of(ImpliedColumns source, int size, bool hasMeans) => Of(
        source.Slopes.Length, size, hasMeans, (k, i, j) => source.Covariance(source.Slopes[k], i, j), (k, i) => source.Mean(source.Slopes[k], i));

    private static double[] Of(int cells, int size, bool hasMeans, Func<int, int, int, double> covariance, Func<int, int, double> mean)
    {
        var (result, at) = (new double[cells * ((size * (size + 1) / 2) + (hasMeans ? size : 0))], 0);
        for (var k = 0; k < cells; k++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= i; j++)
                    result[at++] = covariance(k, i, j);
            }

            for (var i = 0; hasMeans && i < size; i++)
                result[at++] = mean(k, i);
        }

        return result;
    }
}
