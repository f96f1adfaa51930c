using Pathwise.Numerics;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Formulas of the root mean square error of approximation: Steiger and Lind (1980); for several groups Steiger (1998); interval and tests of
/// Browne and Cudeck (1993).
/// </summary>
internal static class RootMeanSquareError
{
    /// <summary>Level of the intervals.</summary>
    public const double Level = 0.9;

    /// <summary>The index that the test of close fit allows.</summary>
    public const double Close = 0.05;

    /// <summary>The index that the test of bad fit supposes.</summary>
    public const double NotClose = 0.08;

    private const double Tail = (1 - Level) / 2;

    /// <summary>The index of a chi-square; all null without degrees of freedom.</summary>
    /// <param name="chiSquare">The chi-square.</param>
    /// <param name="df">Its degrees of freedom.</param>
    /// <param name="cases">The number of cases, or less one, by which the discrepancy was multiplied.</param>
    /// <param name="groups">Number of groups.</param>
    public static RmseaIndex Of(double? chiSquare, double df, double cases, int groups)
    {
        if (chiSquare is not { } x || df <= 0)
            return new(null, null, null, null, null);
        var unit = cases * df / groups;
        return new(
            Value(x, df, unit),
            Math.Sqrt(NoncentralChiSquareDistribution.Noncentrality(x, df, 1 - Tail) / unit),
            Math.Sqrt(NoncentralChiSquareDistribution.Noncentrality(x, df, Tail) / unit),
            NoncentralChiSquareDistribution.UpperTail(x, df, unit * Close * Close),
            NoncentralChiSquareDistribution.Cdf(x, df, unit * NotClose * NotClose));
    }

    /// <summary>The index alone of a chi-square, without its interval and tests; null without degrees of freedom.</summary>
    public static double? Value(double? chiSquare, double df, double cases, int groups) =>
        chiSquare is { } x && df > 0 ? Value(x, df, cases * df / groups) : null;

    /// <summary>The index alone, for cases times degrees of freedom over groups.</summary>
    public static double Value(double chiSquare, double df, double unit) => Math.Sqrt(Math.Max(chiSquare - df, 0) / unit);
}
