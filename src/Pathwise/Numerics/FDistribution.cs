using MathNet.Numerics;

namespace Pathwise.Numerics;

/// <summary>The F distribution of a ratio of two mean squares; degrees of freedom are positive.</summary>
public static class FDistribution
{
    /// <summary>Probability of a value up to <paramref name="f"/>.</summary>
    public static double Cdf(double f, double numerator, double denominator) =>
        f <= 0 ? 0 : SpecialFunctions.BetaRegularized(numerator / 2, denominator / 2, numerator * f / ((numerator * f) + denominator));

    /// <summary>Probability of a value above <paramref name="f"/>: the p value of an F test.</summary>
    public static double UpperTail(double f, double numerator, double denominator) =>
        f <= 0 ? 1 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / ((numerator * f) + denominator));

    /// <summary>The value below which a share <paramref name="p"/> lies, 0 up to and below 1.</summary>
    public static double Quantile(double p, double numerator, double denominator)
    {
        if (!(p >= 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability from 0 up to and below 1 is needed.");
        return p == 0 ? 0 : Root.Above(f => Excess(f, p, numerator, denominator), 0, 1)!.Value;
    }

    private static double Excess(double f, double p, double numerator, double denominator) =>
        p < 0.5 ? Cdf(f, numerator, denominator) - p : 1 - p - UpperTail(f, numerator, denominator);
}
