using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>
/// The indicators of a fitted model's factors taken as scales: statistics of the sample that the model was fitted to (with missing
/// values under full information, of its estimated moments). Indicators are taken as they are, none is reversed.
/// </summary>
public static class ModelScales
{
    /// <summary>Alpha of each factor's indicators, in the order of the model.</summary>
    public static IReadOnlyList<FactorAlpha> Alphas(this FitResult fit)
    {
        var factors = new FittedFactors(fit);
        return [.. factors.All.Select(factor => factors.IsSecondOrder(factor)
            ? new FactorAlpha(factor, null, null)
            : Of(factor, Covariance(fit, factors.Indicators(factor))))];
    }

    /// <summary>The heterotrait-monotrait ratio of every pair of first-order factors; null with a factor of one indicator.</summary>
    public static ValidityMatrix Htmt(this FitResult fit, HtmtKind kind = HtmtKind.Arithmetic)
    {
        var factors = new FittedFactors(fit);
        var names = fit.Saturated[0].Names.ToList();
        IReadOnlyList<int>[] scales = [.. factors.FirstOrder.Select(factor => factors.Indicators(factor).Select(name => names.IndexOf(name)).ToArray())];
        return ValidityMatrix.Of(factors.FirstOrder, Psychometrics.Htmt.Of(Moments.Standardized(fit.Saturated[0].Covariance), scales, kind));
    }

    private static FactorAlpha Of(string factor, Matrix<double> covariance) =>
        new(factor, CronbachAlpha.Of(covariance), CronbachAlpha.Of(Moments.Standardized(covariance)));

    private static Matrix<double> Covariance(FitResult fit, IReadOnlyList<string> indicators) =>
        fit.Saturated[0].Select(indicators).Covariance;
}
