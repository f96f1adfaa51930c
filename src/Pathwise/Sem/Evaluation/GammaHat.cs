using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>Formulas of gamma hat: p / (p + 2 d) for p variables and the noncentrality d of a case.</summary>
internal static class GammaHat
{
    /// <summary>
    /// The index of a fit. As lavaan has it, from the residual-based test, and from the plain chi-square under nonlinear constraints and with
    /// missing values.
    /// </summary>
    public static GammaHatIndex Of(FitResult fit) => Of(fit, Test(fit).Value, 1);

    /// <summary>The index of a fit, the chi-square scaled by a factor.</summary>
    public static GammaHatIndex Of(FitResult fit, double? factor) => Of(fit, Test(fit).Value, factor ?? 1);

    /// <summary>The index from a chi-square that has <paramref name="factor"/> times its degrees of freedom for its mean.</summary>
    public static GammaHatIndex Of(FitResult fit, double? chiSquare, double? factor)
    {
        var df = fit.DegreesOfFreedom();
        if (fit.Structure.Responses is not null || chiSquare is not { } x || factor is not > 0)
            return new(null, null, null);
        var c = factor.Value;
        return new(
            Share(Math.Max(x - (c * df), 0)),
            df > 0 ? Share(c * NoncentralChiSquareDistribution.Noncentrality(x / c, df, 0.05)) : null,
            df > 0 ? Share(c * NoncentralChiSquareDistribution.Noncentrality(x / c, df, 0.95)) : null);

        double Share(double noncentrality)
        {
            var p = fit.Table.ObservedVariables.Count;
            return p / (p + (2 * noncentrality / fit.Multiplier));
        }
    }

    private static ChiSquareTest Test(FitResult fit) =>
        fit.Constraints.NonlinearCount > 0 || fit.Options.Missing == MissingData.Fiml ? fit.Test() : fit.BrowneResidualTest();
}
