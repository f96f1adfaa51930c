using Pathwise.Numerics;

namespace Pathwise.Teaching;

/// <summary>
/// The product of two independent normal estimates, by drawing both many times: what a Monte Carlo interval of an indirect effect
/// rests on (MacKinnon, Lockwood and Williams 2004).
/// </summary>
[TypeFormatterSource]
public sealed class ProductDistribution
{
    private readonly double[] sorted;

    private ProductDistribution(double estimate, double sobelError, double[] sorted) =>
        (Estimate, SobelError, this.sorted) = (estimate, sobelError, sorted);

    /// <summary>The product of the two estimates.</summary>
    public double Estimate { get; }

    /// <summary>The standard error of the product to first order (Sobel 1982).</summary>
    public double SobelError { get; }

    /// <summary>The draws in rising order.</summary>
    public IReadOnlyList<double> Draws => sorted;

    /// <summary>The seed of the draws.</summary>
    public required long Seed { get; init; }

    /// <summary>Third central moment of the draws over their variance to the power 3/2; zero for a normal distribution.</summary>
    public double Skewness
    {
        get
        {
            var mean = sorted.Average();
            var variance = sorted.Average(value => (value - mean) * (value - mean));
            return sorted.Average(value => (value - mean) * (value - mean) * (value - mean)) / (variance * Math.Sqrt(variance));
        }
    }

    /// <summary>Draws products of two normal variables, each given by its value and its standard error.</summary>
    /// <exception cref="InputException">An error is not positive, or there are too few draws for an interval.</exception>
    public static ProductDistribution Of((double Value, double Error) a, (double Value, double Error) b, int draws, long seed)
    {
        if (!(a.Error > 0) || !(b.Error > 0))
            throw new InputException($"Standard errors are positive; these are {a.Error} and {b.Error}.");
        if (draws < 100)
            throw new InputException($"{draws} draws are too few to see a distribution; at least 100 are needed.");
        var stream = RandomStream.For(seed, 0);
        var products = new double[draws];
        for (var i = 0; i < draws; i++)
            products[i] = (a.Value + (a.Error * stream.NextNormal())) * (b.Value + (b.Error * stream.NextNormal()));
        Array.Sort(products);
        var sobel = Math.Sqrt((b.Value * a.Error * b.Value * a.Error) + (a.Value * b.Error * a.Value * b.Error));
        return new(a.Value * b.Value, sobel, products) { Seed = seed };
    }

    /// <summary>The Monte Carlo interval: quantiles of the draws.</summary>
    public Interval Interval(double level = 0.95) =>
        new(Quantiles.Type7(sorted, (1 - level) / 2), Quantiles.Type7(sorted, (1 + level) / 2), level);
}
