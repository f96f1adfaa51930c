namespace Pathwise.Numerics;

/// <summary>
/// A function of a standard normal variable with mean 0 and variance 1 by its coefficients c_k on the normalized Hermite polynomials: two such functions of normal variables that correlate rho correlate
/// sum c_k d_k rho^k (Mehler's formula). So the correlation that normal variables need for their transforms to have a wanted one is found without integrals.
/// </summary>
internal sealed class HermiteTransform
{
    private const int Order = 96;

    private readonly Func<double, double> function;
    private readonly double[] coefficients;

    private HermiteTransform(Func<double, double> function, double[] coefficients) => (this.function, this.coefficients) = (function, coefficients);

    /// <summary>The variable itself.</summary>
    public static HermiteTransform Identity { get; } = new(z => z, [1]);

    /// <summary>-c + b z + c z^2 + d z^3 with variance 1 and this skewness and excess kurtosis (Fleishman 1978).</summary>
    /// <exception cref="InputException">No such polynomial is found.</exception>
    public static HermiteTransform Cubic(double skewness, double kurtosis)
    {
        double b = 1, c = 0, d = 0;
        for (var step = 1; step <= 20; step++)
        {
            // By degrees from the normal distribution, Newton's method at each.
            for (var i = 0; i < 50; i++)
                (b, c, d) = Newton(b, c, d, skewness * step / 20, kurtosis * step / 20);
        }

        var (f, g, h) = Moments(b, c, d, skewness, kurtosis);
        if (!(Math.Abs(f) + Math.Abs(g) + Math.Abs(h) < 1e-9))
            throw new InputException(FormattableString.Invariant($"No cubic polynomial of a normal variable has a skewness of {skewness} and an excess kurtosis of {kurtosis}."));
        return new(z => -c + (z * (b + (z * (c + (z * d))))), [b + (3 * d), c * Math.Sqrt(2), d * Math.Sqrt(6)]);
    }

    /// <summary>Steps: below the first threshold the first value and so on, less their mean and over their standard deviation.</summary>
    public static HermiteTransform Steps(IReadOnlyList<double> thresholds, IReadOnlyList<double> values)
    {
        double[] edges = [0, .. thresholds.Select(NormalDistribution.Cdf), 1];
        var mean = values.Select((value, k) => value * (edges[k + 1] - edges[k])).Sum();
        var deviation = Math.Sqrt(values.Select((value, k) => (value - mean) * (value - mean) * (edges[k + 1] - edges[k])).Sum());
        var coefficients = new double[Order];
        for (var t = 0; t < thresholds.Count; t++)
        {
            double before = 0, polynomial = 1, height = (values[t + 1] - values[t]) / deviation * NormalDistribution.Density(thresholds[t]);
            for (var k = 1; k <= Order; k++)
            {
                coefficients[k - 1] += height * polynomial / Math.Sqrt(k);
                (before, polynomial) = (polynomial, ((thresholds[t] * polynomial) - (Math.Sqrt(k - 1) * before)) / Math.Sqrt(k));
            }
        }

        double[] cuts = [.. thresholds], scaled = [.. values.Select(value => (value - mean) / deviation)];
        return new(z => scaled[cuts.Count(cut => z > cut)], coefficients);
    }

    /// <summary>The value of the function.</summary>
    public double Of(double z) => function(z);

    /// <summary>The correlation with another such function of normal variables that correlate so.</summary>
    public double Correlation(HermiteTransform other, double correlation)
    {
        var sum = 0.0;
        for (var k = Math.Min(coefficients.Length, other.coefficients.Length); k > 0; k--)
            sum = correlation * ((coefficients[k - 1] * other.coefficients[k - 1]) + sum);
        return sum;
    }

    /// <summary>The correlation that normal variables need for this and another function of them to have the wanted one; null where none gives it.</summary>
    public double? Needed(HermiteTransform other, double wanted)
    {
        double low = -0.9999, high = 0.9999;
        if (!(Correlation(other, low) <= wanted && Correlation(other, high) >= wanted))
            return null;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Correlation(other, middle) < wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // Variance less 1, skewness and excess kurtosis less those that are wanted.
    private static (double Variance, double Skewness, double Kurtosis) Moments(double b, double c, double d, double skewness, double kurtosis) =>
    (
        (b * b) + (6 * b * d) + (2 * c * c) + (15 * d * d) - 1,
        (2 * c * ((b * b) + (24 * b * d) + (105 * d * d) + 2)) - skewness,
        (24 * ((b * d) + (c * c * (1 + (b * b) + (28 * b * d))) + (d * d * (12 + (48 * b * d) + (141 * c * c) + (225 * d * d))))) - kurtosis
    );

    private static (double B, double C, double D) Newton(double b, double c, double d, double skewness, double kurtosis)
    {
        const double Step = 1e-6;
        var at = Vector(b, c, d);
        double[][] columns = [Slope(Vector(b + Step, c, d)), Slope(Vector(b, c + Step, d)), Slope(Vector(b, c, d + Step))];
        var jacobian = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnArrays(columns);
        var move = jacobian.Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfArray(at));
        return (b - move[0], c - move[1], d - move[2]);

        double[] Vector(double b, double c, double d)
        {
            var (f, g, h) = Moments(b, c, d, skewness, kurtosis);
            return [f, g, h];
        }

        double[] Slope(double[] moved) => [.. moved.Zip(at, (x, y) => (x - y) / Step)];
    }
}
