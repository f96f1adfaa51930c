using MathNet.Numerics;

namespace Pathwise.Numerics;

/// <summary>Student's t distribution; degrees of freedom are positive and need not be whole.</summary>
public static class StudentDistribution
{
    /// <summary>Probability of a value up to <paramref name="t"/>.</summary>
    public static double Cdf(double t, double degreesOfFreedom) =>
        t <= 0 ? Tail(t, degreesOfFreedom) : 1 - Tail(t, degreesOfFreedom);

    /// <summary>Probability of a value at least as far from zero as <paramref name="t"/>: the p value of a t test.</summary>
    public static double TwoSided(double t, double degreesOfFreedom) => 2 * Tail(t, degreesOfFreedom);

    /// <summary>The value below which a share <paramref name="p"/> lies, between 0 and 1.</summary>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability between 0 and 1 is needed.");
        var tail = Math.Min(p, 1 - p);
        var distance = Root.Above(t => tail - Tail(t, degreesOfFreedom), 0, 1)!.Value;
        return p < 0.5 ? -distance : distance;
    }

    private static double Tail(double t, double degreesOfFreedom)
    {
        var square = t * t;
        return double.IsInfinity(square)
            ? 0
            : 0.5 * SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square));
    }
}
