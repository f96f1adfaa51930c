namespace Pathwise.Numerics;

/// <summary>
/// Two standard normal variables with a correlation. Probabilities after Genz (2004, Statistics and Computing 14, 251-260), absolute error
/// below 1e-14; where he integrates over the correlation's arc sine, here over the tangent of half of it, so that square roots are all that is
/// needed and the bits are the same on every machine. Infinite limits are allowed; a correlation outside [-1, 1] gives NaN.
/// </summary>
public static class BivariateNormal
{
    internal const double OneBy2Pi = 0.159154943091895335768883763;

    // Beyond this the density is so steep in the correlation that probabilities are reached from a correlation of one instead.
    internal const double Steep = 0.925;

    private const double Sqrt2Pi = 2.50662827463100050241576528;

    /// <summary>Probability that the first is at most <paramref name="x"/> and the second at most <paramref name="y"/>.</summary>
    public static double Cdf(double x, double y, double correlation)
    {
        if (double.IsNaN(x) || double.IsNaN(y) || !(Math.Abs(correlation) <= 1))
            return double.NaN;
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return Math.Min(x, y) == double.NegativeInfinity ? 0 : NormalDistribution.Cdf(Math.Min(x, y));
        return Math.Abs(correlation) <= Steep
            ? Math.Max(0, (NormalDistribution.Cdf(x) * NormalDistribution.Cdf(y)) + Gain(x, y, 0, HalfTangent(correlation)))
            : Math.Clamp(NearOne(-x, -y, correlation), 0, 1);
    }

    /// <summary>Height of the joint density; also the derivative of <see cref="Cdf"/> by the correlation. Zero at infinite places.</summary>
    public static double Density(double x, double y, double correlation)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return 0;
        var rest = (1 - correlation) * (1 + correlation);
        var exponent = -0.5 * ((x * x) - (2 * correlation * x * y) + (y * y)) / rest;
        return OneBy2Pi / Math.Sqrt(rest) * PortableMath.Exp(exponent);
    }

    /// <summary>Derivative of <see cref="Cdf"/> by its first limit: the density there times the probability of the second given the first.</summary>
    public static double CdfSlope(double x, double y, double correlation) => double.IsInfinity(x)
        ? 0
        : NormalDistribution.Density(x) * NormalDistribution.Cdf((y - (correlation * x)) / Math.Sqrt((1 - correlation) * (1 + correlation)));

    /// <summary>Derivative of <see cref="Density"/> by the correlation: the second one of <see cref="Cdf"/>.</summary>
    public static double DensitySlope(double x, double y, double correlation)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return 0;
        var rest = (1 - correlation) * (1 + correlation);
        var (first, second) = (x - (correlation * y), y - (correlation * x));
        return Density(x, y, correlation) * (correlation + (first * second / rest)) / rest;
    }

    /// <summary>The tangent of half the arc sine.</summary>
    internal static double HalfTangent(double correlation) => correlation / (1 + Math.Sqrt((1 - correlation) * (1 + correlation)));

    /// <summary>The rule that carries 1e-15 over a step between two half tangents: the density has a singularity at one.</summary>
    internal static GaussLegendre RuleFor(double from, double to)
    {
        var reach = Math.Abs(to - from) / (1 - Math.Max(Math.Abs(from), Math.Abs(to)));
        return reach switch
        {
            < 1e-4 => GaussLegendre.Two,
            < 0.03 => GaussLegendre.Four,
            < 0.2 => GaussLegendre.Six,
            < 0.9 => GaussLegendre.Twelve,
            _ => GaussLegendre.Twenty,
        };
    }

    /// <summary>The correlation, one less its square, and the derivative of the arc sine by the half tangent over 2 pi, at a half tangent.</summary>
    internal static (double Correlation, double Complement, double Slope) AtHalfTangent(double t)
    {
        var secant = 1 + (t * t);
        var cosine = (1 - t) * (1 + t) / secant;
        return (2 * t / secant, cosine * cosine, 2 * OneBy2Pi / secant);
    }

    // What a change of the correlation adds to the probability.
    private static double Gain(double x, double y, double from, double to)
    {
        var (rule, squares, product) = (RuleFor(from, to), 0.5 * ((x * x) + (y * y)), x * y);
        var (centre, half, sum) = (0.5 * (from + to), 0.5 * (to - from), 0.0);
        for (var i = 0; i < rule.Points.Length; i++)
        {
            var (correlation, rest, slope) = AtHalfTangent(centre + (half * rule.Points[i]));
            sum += rule.Weights[i] * slope * PortableMath.Exp(((correlation * product) - squares) / rest);
        }

        return half * sum;
    }

    // Probability that both lie above h and k, by the difference from a correlation of one in size: Genz's equations 5 and 6, the integrand's
    // expansion about its end taken off and integrated in closed form.
    private static double NearOne(double h, double k, double correlation)
    {
        if (correlation < 0)
            k = -k;
        var lost = Math.Abs(correlation) < 1 ? Lost(h, k, (1 - correlation) * (1 + correlation)) : 0;
        if (correlation > 0)
            return NormalDistribution.UpperTail(Math.Max(h, k)) - lost;
        return lost + (h >= k ? 0 : h < 0 ? NormalDistribution.Cdf(k) - NormalDistribution.Cdf(h) : NormalDistribution.UpperTail(h) - NormalDistribution.UpperTail(k));
    }

    private static double Lost(double h, double k, double rest)
    {
        double product = h * k, gap = (h - k) * (h - k), root = Math.Sqrt(rest), distance = Math.Abs(h - k);
        double c = (4 - product) / 8, d = (12 - product) / 80;
        var sum = root * SafeExp(-0.5 * ((gap / rest) + product)) * (1 - (c * (gap - rest) * (1 - (d * gap)) / 3) + (c * d * rest * rest));
        if (product > -100)
        {
            var tail = Sqrt2Pi * NormalDistribution.Cdf(-distance / root);
            sum -= PortableMath.Exp(-0.5 * product) * tail * distance * (1 - (c * gap * (1 - (d * gap)) / 3));
        }

        var half = 0.5 * root;
        for (var i = 0; i < GaussLegendre.Twenty.Points.Length; i++)
        {
            var place = half * (1 + GaussLegendre.Twenty.Points[i]);
            sum += half * GaussLegendre.Twenty.Weights[i] * Remainder(place * place, product, gap, c, d);
        }

        return OneBy2Pi * sum;
    }

    // The integrand less its expansion, at one less the square of a correlation.
    private static double Remainder(double square, double product, double gap, double c, double d)
    {
        var root = Math.Sqrt(1 - square);
        var exact = PortableMath.Exp(-0.5 * product * square / ((1 + root) * (1 + root))) / root;
        return SafeExp(-0.5 * ((gap / square) + product)) * (exact - (1 + (c * square * (1 + (5 * d * square)))));
    }

    private static double SafeExp(double exponent) => exponent > -100 ? PortableMath.Exp(exponent) : 0;
}
