using MathNet.Numerics;

namespace Pathwise.Numerics;

/// <summary>
/// The noncentral chi-square distribution, as a Poisson mixture of central ones summed outwards from the heaviest term
/// (Benton and Krishnamoorthy, 2003). It gives the confidence interval of RMSEA and the power of chi-square tests.
/// </summary>
public static class NoncentralChiSquareDistribution
{
    /// <summary>Probability of a value up to <paramref name="x"/>; absolute error about 1e-13.</summary>
    public static double Cdf(double x, double degreesOfFreedom, double noncentrality)
    {
        if (x <= 0 || noncentrality == 0)
            return ChiSquareDistribution.Cdf(x, degreesOfFreedom);

        double half = x / 2, mean = noncentrality / 2;
        var centre = (int)Math.Floor(mean);
        var weight = PoissonTerm(centre, mean);
        return Math.Clamp(
            SumUp(degreesOfFreedom / 2, half, mean, centre, weight) + SumDown(degreesOfFreedom / 2, half, mean, centre, weight), 0, 1);
    }

    /// <summary>Probability of a value above <paramref name="x"/>.</summary>
    public static double UpperTail(double x, double degreesOfFreedom, double noncentrality) =>
        1 - Cdf(x, degreesOfFreedom, noncentrality);

    /// <summary>
    /// The noncentrality under which <paramref name="x"/> has cumulative probability <paramref name="p"/>; 0 when even the
    /// central distribution gives less.
    /// </summary>
    public static double Noncentrality(double x, double degreesOfFreedom, double p)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability between 0 and 1 is needed.");
        if (ChiSquareDistribution.Cdf(x, degreesOfFreedom) <= p)
            return 0;
        return Root.Above(l => Cdf(x, degreesOfFreedom, l) - p, 0, Math.Max(x, 1), 1e-13 * Math.Max(x, 1))!.Value;
    }

    private static double SumUp(double shape, double half, double mean, int centre, double weight)
    {
        var sum = 0.0;
        for (var j = centre; j < centre + 100_000; j++)
        {
            var term = weight * SpecialFunctions.GammaLowerRegularized(shape + j, half);
            sum += term;
            if (term < 1e-17)
                break;
            weight *= mean / (j + 1);
        }

        return sum;
    }

    private static double SumDown(double shape, double half, double mean, int centre, double weight)
    {
        var sum = 0.0;
        for (var j = centre - 1; j >= 0; j--)
        {
            weight *= (j + 1) / mean;
            sum += weight * SpecialFunctions.GammaLowerRegularized(shape + j, half);
            if (weight < 1e-17)
                break;
        }

        return sum;
    }

    private static double PoissonTerm(int count, double mean) =>
        PortableMath.Exp((count * PortableMath.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1.0));
}
