using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>The test of exact fit.</summary>
public static class ModelTest
{
    /// <summary>Chi-square of exact fit: the discrepancy times N, or N - 1, as the options state the divisor.</summary>
    public static ChiSquareTest Test(this FitResult fit) => Of(fit);

    /// <summary>The scaled chi-square of robust estimators; null for others.</summary>
    public static ChiSquareTest? ScaledTest(this FitResult fit) => fit.Method.IsRobust ? Scaled(fit) : null;

    /// <summary>Degrees of freedom.</summary>
    public static int DegreesOfFreedom(this FitResult fit) => Inference.DegreesOfFreedom.Of(fit);

    /// <summary>Number of free parameters, less the equality constraints among them.</summary>
    public static int ParameterCount(this FitResult fit) => Inference.DegreesOfFreedom.ParameterCount(fit);

    private static ChiSquareTest Of(FitResult fit)
    {
        var df = Inference.DegreesOfFreedom.Of(fit);
        if (!double.IsFinite(fit.Discrepancy) || fit.Warnings.Any(warning => warning.Code == "sample-not-positive-definite"))
            return new(null, df, null);
        var value = Math.Max(fit.GroupMultipliers.Zip(fit.GroupDiscrepancies, (multiplier, f) => multiplier * f).Sum(), 0);
        return new(value, df, fit.Method.HasChiSquare ? PValue(value, df) : null);
    }

    private static ChiSquareTest Scaled(FitResult fit)
    {
        var plain = Of(fit);
        var scaling = plain.Value is null || plain.DegreesOfFreedom <= 0 ? null : TestScaling.Of(fit);
        if (scaling is not { Factor: > 0 })
            return plain with { Value = plain.DegreesOfFreedom == 0 ? plain.Value : null, PValue = null };
        var value = (plain.Value / scaling.Factor) + (scaling.Shift ?? 0);
        var degrees = scaling.Degrees ?? plain.DegreesOfFreedom;
        return new(value, plain.DegreesOfFreedom, PValue(value, degrees), scaling.Factor) { Shift = scaling.Shift, AdjustedDegrees = scaling.Degrees };
    }

    /// <summary>Upper tail; null without degrees of freedom.</summary>
    internal static double? PValue(double? value, double df) =>
        value is { } x && df > 0 ? ChiSquareDistribution.UpperTail(Math.Max(x, 0), df) : null;
}
