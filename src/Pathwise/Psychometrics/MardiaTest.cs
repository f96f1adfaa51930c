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
        var scores = Whitened(values);
        // The mean cube of all n x n products is the sum of squares of all third moments; the cheaper of the two, and neither kept.
        var skewness = 3.0 * n < (double)p * p ? MeanCube(scores) : SquaredThirdMoments(scores);
        var kurtosis = scores.Sum(row => Math.Pow(Product(row, row), 2)) / n;
        double expected = p * (p + 2);
        var freedom = p * (p + 1) * (p + 2) / 6;
        var z = (kurtosis - expected) / Math.Sqrt(8 * expected / n);
        return new MardiaTest(
            n, p, skewness, n * skewness / 6, freedom, ChiSquareDistribution.UpperTail(n * skewness / 6, freedom),
            kurtosis, expected, z, NormalDistribution.TwoSided(z));
    }

    // Rows whose products are (x - mean)' S^-1 (y - mean).
    private static double[][] Whitened(Matrix<double> values)
    {
        var inverse = MultipleCorrelation.Inverse(Moments.Covariance(values));
        return (Moments.Centred(values) * inverse.Cholesky().Factor).ToRowArrays();
    }

    internal static double MeanCube(double[][] scores)
    {
        double cubes = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            for (var j = 0; j < i; j++)
                cubes += 2 * Math.Pow(Product(scores[i], scores[j]), 3);
            cubes += Math.Pow(Product(scores[i], scores[i]), 3);
        }

        return cubes / ((double)scores.Length * scores.Length);
    }

    internal static double SquaredThirdMoments(double[][] scores)
    {
        double sum = 0;
        for (var a = 0; a < scores[0].Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var third = ThirdMoments(scores, a, b);
                for (var c = 0; c <= b; c++)
                    sum += Orders(a, b, c) * third[c] * third[c];
            }
        }

        return sum;
    }

    // The means of x(a) x(b) x(c) for every c up to b.
    private static double[] ThirdMoments(double[][] scores, int a, int b)
    {
        var sums = new double[b + 1];
        foreach (var row in scores)
        {
            var product = row[a] * row[b];
            for (var c = 0; c <= b; c++)
                sums[c] += product * row[c];
        }

        return Array.ConvertAll(sums, sum => sum / scores.Length);
    }

    // In how many orders a >= b >= c can stand.
    private static int Orders(int a, int b, int c) => a == b && b == c ? 1 : a == b || b == c ? 3 : 6;

    private static double Product(double[] first, double[] second)
    {
        double sum = 0;
        for (var i = 0; i < first.Length; i++)
            sum += first[i] * second[i];
        return sum;
    }
}
