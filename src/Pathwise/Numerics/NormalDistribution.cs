namespace Pathwise.Numerics;

/// <summary>
/// The standard normal distribution, with the same bits on every machine. Tails after Cody (1969, relative error about
/// 1e-15), quantile after Wichura (1988, algorithm AS 241).
/// </summary>
public static class NormalDistribution
{
    /// <summary>Where the approximation near zero ends.</summary>
    internal const double LastOfNear = 0.67448975;

    /// <summary>Where the one in the middle ends.</summary>
    internal const double LastOfMiddle = 5.656854249492380195;

    private const double OneBySqrt2Pi = 0.398942280401432677939946;

    // Cody's rational approximations: near zero, in the middle, in the tail.
    internal static readonly double[] NearTop =
        [0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249];
    internal static readonly double[] NearBottom =
        [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
    internal static readonly double[] MiddleTop =
        [1.0765576773720192317e-8, .39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
            2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218];
    internal static readonly double[] MiddleBottom =
        [1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
            34900.952721145977266, 38912.003286093271411, 19685.429676859990727];
    private static readonly double[] TailTop =
        [.02307344176494017303, .21589853405795699, .1274011611602473639, .022235277870649807, .001421619193227893466,
            2.9112874951168792e-5];
    private static readonly double[] TailBottom =
        [1, 1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5];

    // Wichura's: centre, middle and far tail, numerator and denominator, highest power first.
    private static readonly double[] CentreTop =
        [2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080];
    private static readonly double[] CentreBottom =
        [5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1];
    private static readonly double[] OuterTop =
        [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
            3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734];
    private static readonly double[] OuterBottom =
        [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
            6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1];
    private static readonly double[] FarTop =
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
            2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720];
    private static readonly double[] FarBottom =
        [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
            1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1];

    /// <summary>Height of the density at <paramref name="z"/>.</summary>
    public static double Density(double z) => OneBySqrt2Pi * PortableMath.Exp(-0.5 * z * z);

    /// <summary>Probability of a value up to <paramref name="z"/>.</summary>
    public static double Cdf(double z) => z <= 0 ? Tail(-z) : 1 - Tail(z);

    /// <summary>Probability of a value above <paramref name="z"/>, accurate however small.</summary>
    public static double UpperTail(double z) => Cdf(-z);

    /// <summary>Probability of a value at least as far from zero as <paramref name="z"/>: the p value of a z test.</summary>
    public static double TwoSided(double z) => 2 * Cdf(-Math.Abs(z));

    /// <summary>The value below which a share <paramref name="p"/> lies; infinite at 0 and 1, NaN outside.</summary>
    public static double Quantile(double p)
    {
        var centred = p - 0.5;
        if (Math.Abs(centred) <= 0.425)
        {
            var r = 0.180625 - (centred * centred);
            return centred * Polynomial(CentreTop, r) / Polynomial(CentreBottom, r);
        }

        var tail = centred < 0 ? p : 1 - p;
        if (!(tail > 0))
            return tail == 0 ? Math.CopySign(double.PositiveInfinity, centred) : double.NaN;
        return Math.CopySign(TailQuantile(Math.Sqrt(-PortableMath.Log(tail))), centred);
    }

    private static double TailQuantile(double r) => r <= 5
        ? Polynomial(OuterTop, r - 1.6) / Polynomial(OuterBottom, r - 1.6)
        : Polynomial(FarTop, r - 5) / Polynomial(FarBottom, r - 5);

    /// <summary>Probability beyond <paramref name="z"/>, which is not negative.</summary>
    private static double Tail(double z)
    {
        if (z <= LastOfNear)
            return 0.5 - (z * Polynomial(NearTop, z * z) / Polynomial(NearBottom, z * z));
        if (z <= LastOfMiddle)
            return Gaussian(z) * Polynomial(MiddleTop, z) / Polynomial(MiddleBottom, z);
        if (z > 38.6)
            return z > 0 ? 0 : double.NaN;

        var square = 1 / (z * z);
        var correction = square * Polynomial(TailTop, square) / Polynomial(TailBottom, square);
        return Gaussian(z) * (OneBySqrt2Pi - correction) / z;
    }

    /// <summary>exp(-z²/2), the square split so that its rounding error does not grow with z.</summary>
    private static double Gaussian(double z)
    {
        var coarse = Math.Truncate(z * 16) / 16;
        return PortableMath.Exp(-0.5 * coarse * coarse) * PortableMath.Exp(-0.5 * (z - coarse) * (z + coarse));
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var value = coefficients[0];
        for (var i = 1; i < coefficients.Length; i++)
            value = (value * x) + coefficients[i];
        return value;
    }
}
