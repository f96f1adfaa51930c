namespace Pathwise.Numerics;

/// <summary>
/// The distribution of a sum of independent chi-squares of one degree of freedom, each times a weight that is not negative. Ruben's (1962) series, which keeps its digits
/// far in the tail, where its terms die out soon enough; where the weights are very unequal first Imhof's (1961) inversion of the characteristic function by Davies' (1973) midpoint
/// rule; where neither resolves the tail, the saddlepoint of Lugannani and Rice (1980).
/// </summary>
internal static class WeightedChiSquares
{
    private const double Accuracy = 1e-13;
    private const double Truncation = 1e-12;
    private const double Resolved = 1e-9;
    private const int MostTerms = 4000;

    // Terms of the series fall as powers of one less the smallest weight over the largest: below this share they are too many to be worth beginning.
    private const double Even = 0.01;

    private const int MostPoints = 4_000_000;

    /// <summary>Probability of a value above <paramref name="x"/>; weights below 1e-10 of the largest one count as none.</summary>
    public static double UpperTail(double x, IReadOnlyList<double> weights)
    {
        var largest = weights.Count == 0 ? 0 : weights.Max();
        double[] all = [.. weights.Where(weight => weight > 1e-10 * largest)];
        if (all.Length == 0)
            return x < 0 ? 1 : 0;
        if (!(x > 0))
            return double.IsNaN(x) ? double.NaN : 1;
        return Array.TrueForAll(all, weight => weight == all[0]) ? ChiSquareDistribution.UpperTail(x / all[0], all.Length)
            : all.Min() > Even * largest ? Ruben(x, all) ?? Inverted(x, all) ?? Saddlepoint(x, all) : Inverted(x, all) ?? Ruben(x, all) ?? Saddlepoint(x, all);
    }

    private static double? Inverted(double x, double[] weights) => Imhof(x, weights) is { } tail && tail > Resolved ? tail : null;

    /// <summary>Ruben's series about the smallest weight; null where more terms would be needed than are worth it.</summary>
    internal static double? Ruben(double x, double[] weights)
    {
        var (m, smallest) = (weights.Length, weights.Min());
        double[] shares = [.. weights.Select(weight => 1 - (smallest / weight))], powers = [.. shares];
        var largest = shares.Max();
        double[] terms = new double[MostTerms], sums = new double[MostTerms];
        terms[0] = Math.Exp(weights.Sum(weight => Math.Log(smallest / weight)) / 2);
        if (terms[0] < 1e-280)
            return null;
        double total = terms[0], tail = terms[0] * ChiSquareDistribution.UpperTail(x / smallest, m);
        for (var k = 1; k < MostTerms; k++)
        {
            sums[k - 1] = powers.Sum() / 2;
            for (var i = 0; i < m; i++)
                powers[i] *= shares[i];
            for (var i = 0; i < k; i++)
                terms[k] += sums[i] * terms[k - 1 - i];
            terms[k] /= k;
            total += terms[k];
            tail += terms[k] * ChiSquareDistribution.UpperTail(x / smallest, m + (2 * k));

            // Past their hump terms fall as the largest share's powers do, and what is left out is less than they: little beside the tail, not beside 1.
            if (total > 0.5 && terms[k] * largest / (1 - largest) < Accuracy * tail)
                return Math.Clamp(tail, 0, 1);
        }

        return null;
    }

    /// <summary>
    /// 1/2 + (1/pi) of the integral of sin(theta(u)) / (u rho(u)), by the midpoint rule, whose error is the tail beyond x + 4 pi / step; null where too many
    /// points would be needed.
    /// </summary>
    internal static double? Imhof(double x, double[] weights)
    {
        double largest = weights.Max(), mean = weights.Sum(), spread = Math.Sqrt(2 * weights.Sum(weight => weight * weight));

        // So far out hardly anything is left (a Chernoff bound): exp(-y / (4 w)) 2^(m/2) at most, w the largest weight.
        var far = Math.Max(x, mean + (40 * spread) + (120 * largest)) + x;
        var step = 2 * Math.PI / far;
        var sum = 0.0;
        for (var k = 0; k < MostPoints; k++)
        {
            var u = (k + 0.5) * step;
            double angle = -x * u / 2, size = 0;
            foreach (var weight in weights)
            {
                angle += Math.Atan(weight * u) / 2;
                size += Math.Log(1 + (weight * u * weight * u)) / 4;
            }

            // The terms left out swing x / far half turns each, and so their sum is about a term times far / x.
            var height = Math.Exp(-size) / (k + 0.5);
            sum += Math.Sin(angle) * height;
            if (height * (1 + (far / x)) < Truncation)
                return 0.5 + (sum / Math.PI);
        }

        return null;
    }

    /// <summary>The approximation of Lugannani and Rice: off by a few hundredths of the tail, however far out.</summary>
    internal static double Saddlepoint(double x, double[] weights)
    {
        var mean = weights.Sum();
        double Slope(double t) => weights.Sum(weight => weight / (1 - (2 * weight * t)));
        double low = -weights.Length / x, high = 1 / (2 * weights.Max());
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(middle) > x ? (low, middle) : (middle, high);
        }

        var s = (low + high) / 2;
        var curvature = weights.Sum(weight => 2 * weight * weight / Math.Pow(1 - (2 * weight * s), 2));
        var w = Math.Sign(s) * Math.Sqrt(Math.Max(2 * ((s * x) + (weights.Sum(weight => Math.Log(1 - (2 * weight * s))) / 2)), 0));
        var v = s * Math.Sqrt(curvature);
        if (Math.Abs(x - mean) < 1e-5 * mean || Math.Abs(w) < 1e-5)
            return 0.5 - (8 * weights.Sum(weight => weight * weight * weight) / (6 * Math.Sqrt(2 * Math.PI) * Math.Pow(2 * weights.Sum(weight => weight * weight), 1.5)));
        var density = Math.Exp(-w * w / 2) / Math.Sqrt(2 * Math.PI);
        return Math.Clamp(NormalDistribution.Cdf(-w) + (density * ((1 / v) - (1 / w))), 0, 1);
    }
}
