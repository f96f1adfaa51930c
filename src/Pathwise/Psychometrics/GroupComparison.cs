using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// A scale's mean score in two groups of cases: Welch's t test, its p corrected by Holm over all scales, and the difference
/// in standard deviations (pooled). The test is null where a group has fewer than two scores or nothing varies.
/// </summary>
[TypeFormatterSource]
public sealed record GroupComparison(
    string Name,
    int FirstCount,
    double? FirstMean,
    int SecondCount,
    double? SecondMean,
    double? T,
    double? DegreesOfFreedom,
    double? PValue,
    double? HolmP,
    double? StandardizedDifference)
{
    internal static GroupComparison Of(string name, double[] first, double[] second)
    {
        var row = new GroupComparison(
            name, first.Length, Mean(first), second.Length, Mean(second), null, null, null, null, null);
        if (first.Length < 2 || second.Length < 2)
            return row;
        double a = Univariate.Variance(first) / first.Length, b = Univariate.Variance(second) / second.Length;
        if (a + b <= 0)
            return row;
        var difference = Univariate.Mean(first) - Univariate.Mean(second);
        var t = difference / Math.Sqrt(a + b);
        // Welch (1947), Satterthwaite (1946).
        var freedom = (a + b) * (a + b) / ((a * a / (first.Length - 1)) + (b * b / (second.Length - 1)));
        return row with
        {
            T = t,
            DegreesOfFreedom = freedom,
            PValue = StudentDistribution.TwoSided(t, freedom),
            StandardizedDifference = difference / PooledDeviation(first, second),
        };
    }

    private static double? Mean(double[] values) => values.Length > 0 ? Univariate.Mean(values) : null;

    private static double PooledDeviation(double[] first, double[] second) => Math.Sqrt(
        (((first.Length - 1) * Univariate.Variance(first)) + ((second.Length - 1) * Univariate.Variance(second))) / (first.Length + second.Length - 2));
}
