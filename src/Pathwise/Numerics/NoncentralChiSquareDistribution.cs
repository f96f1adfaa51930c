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
        var start = new Term((degreesOfFreedom / 2) + centre, half, PoissonTerm(centre, mean));
        return Math.Clamp(SumUp(start, half, mean, centre) + SumDown(start, half, mean, centre), 0, 1);
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

    // P(a + 1, h) is P(a, h) less h^a e^-h / Gamma(a + 1), so that one incomplete gamma function serves all terms.
    private static double SumUp(Term term, double half, double mean, int centre)
    {
        var (sum, (shape, share, gap, weight)) = (0.0, term);
        for (var j = centre; j < centre + 100_000; j++)
        {
            sum += weight * share;
            if (weight * share < 1e-17)
                break;
            share = Math.Max(share - gap, 0);
            shape++;
            gap *= half / shape;
            weight *= mean / (j + 1);
        }

        return sum;
    }

    private static double SumDown(Term term, double half, double mean, int centre)
    {
        var (sum, (shape, share, gap, weight)) = (0.0, term);
        for (var j = centre - 1; j >= 0; j--)
        {
            weight *= (j + 1) / mean;
            gap *= shape / half;
            shape--;
            share = Math.Min(share + gap, 1);
            sum += weight * share;
            if (weight < 1e-17)
                break;
        }

        return sum;
    }

    /// <summary>A term of the mixture: its shape a, P(a, h), h^a e^-h / Gamma(a + 1) and its Poisson weight.</summary>
    private readonly record struct Term(double Shape, double Share, double Gap, double Weight)
    {
        public Term(double shape, double half, double weight)
            : this(
                shape,
                SpecialFunctions.GammaLowerRegularized(shape, half),
                PortableMath.Exp((shape * PortableMath.Log(half)) - half - SpecialFunctions.GammaLn(shape + 1)),
                weight)
        {
        }
    }

    private static double PoissonTerm(int count, double mean) =>
        PortableMath.Exp((count * PortableMath.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1.0));
}
