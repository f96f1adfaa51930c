using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>
/// Mardia's (1970) multivariate skewness and kurtosis with their tests: n b1/6 as chi-square with p (p + 1) (p + 2) / 6 degrees of
/// freedom, and the standardized kurtosis as normal (two-sided). Covariances are divided by n - 1, as psych and semTools do;
/// Mardia's own, divided by n, give a skewness larger by (n / (n - 1))^3 and a kurtosis larger by (n / (n - 1))^2.
/// </summary>
[TypeFormatterSource]
public sealed record MardiaTest(
    int Cases,
    int Items,
    double Skewness,
    double SkewnessChiSquare,
    int SkewnessDegreesOfFreedom,
    double SkewnessP,
    double Kurtosis,
    double ExpectedKurtosis,
    double KurtosisZ,
    double KurtosisP)
{
    internal static MardiaTest Of(Matrix<double> values)
    {
        int n = values.RowCount, p = values.ColumnCount;
        var centred = Moments.Centred(values);
        var inverse = MultipleCorrelation.Inverse(Moments.Covariance(values));
        var products = centred * inverse * centred.Transpose();
        var skewness = products.Enumerate().Sum(d => d * d * d) / ((double)n * n);
        var kurtosis = products.Diagonal().Sum(d => d * d) / n;
        double expected = p * (p + 2);
        var freedom = p * (p + 1) * (p + 2) / 6;
        var z = (kurtosis - expected) / Math.Sqrt(8 * expected / n);
        return new MardiaTest(
            n, p, skewness, n * skewness / 6, freedom, ChiSquareDistribution.UpperTail(n * skewness / 6, freedom),
            kurtosis, expected, z, NormalDistribution.TwoSided(z));
    }
}
