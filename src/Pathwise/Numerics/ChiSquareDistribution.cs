using MathNet.Numerics;

namespace Pathwise.Numerics;

/// <summary>The chi-square distribution; degrees of freedom are positive and need not be whole.</summary>
public static class ChiSquareDistribution
{
    /// <summary>Probability of a value up to <paramref name="x"/>.</summary>
    public static double Cdf(double x, double degreesOfFreedom) =>
        x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : SpecialFunctions.GammaLowerRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>Probability of a value above <paramref name="x"/>: the p value of a chi-square test.</summary>
    public static double UpperTail(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>The value below which a share <paramref name="p"/> lies, 0 up to and below 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(p >= 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability from 0 up to and below 1 is needed.");
        return p == 0 ? 0 : Root.Above(x => Excess(x, p, degreesOfFreedom), 0, degreesOfFreedom)!.Value;
    }

    // The smaller tail is compared, so that both ends keep their digits.
    private static double Excess(double x, double p, double degreesOfFreedom) =>
        p < 0.5 ? Cdf(x, degreesOfFreedom) - p : 1 - p - UpperTail(x, degreesOfFreedom);
}
