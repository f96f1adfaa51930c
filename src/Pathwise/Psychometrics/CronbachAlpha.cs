using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>Cronbach's (1951) alpha of the sum of k items.</summary>
internal static class CronbachAlpha
{
    /// <summary>Alpha from the items' covariances; null for fewer than two items or a sum that does not vary.</summary>
    public static double? Of(Matrix<double> covariance)
    {
        var k = covariance.RowCount;
        var total = covariance.Enumerate().Sum();
        return k > 1 && total > 0 ? k / (k - 1.0) * (1 - (covariance.Trace() / total)) : null;
    }

    /// <summary>Feldt's (1965) interval, exact for normal items that are essentially tau-equivalent.</summary>
    public static Interval? Feldt(double? alpha, int cases, int items, double level)
    {
        if (alpha is not { } value || cases < 2 || items < 2)
            return null;
        double first = cases - 1, second = first * (items - 1);
        var tail = (1 - level) / 2;
        return new Interval(
            1 - ((1 - value) * FDistribution.Quantile(1 - tail, first, second)),
            1 - ((1 - value) * FDistribution.Quantile(tail, first, second)),
            level);
    }
}
