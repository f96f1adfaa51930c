using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>
/// The indicators of a fitted model's factors taken as scales: statistics of the sample that the model was fitted to (with missing
/// values under full information, of its estimated moments). Indicators are taken as they are, none is reversed.
/// </summary>
public static class ModelScales
{
    /// <summary>Alpha of each factor's indicators, in the order of the model. <paramref name="group"/> names the group of a model that has several.</summary>
    public static IReadOnlyList<FactorAlpha> Alphas(this FitResult fit, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        return [.. factors.All.Select(factor => factors.IsSecondOrder(factor)
            ? new FactorAlpha(factor, null, null)
            : Of(factor, factors.Sample.Select(factors.Indicators(factor)).Covariance))];
    }

    /// <summary>
    /// The heterotrait-monotrait ratio of every pair of first-order factors; null with a factor of one indicator. An indicator of
    /// both factors is not paired with itself. <paramref name="group"/> names the group of a model that has several.
    /// </summary>
    public static ValidityMatrix Htmt(this FitResult fit, HtmtKind kind = HtmtKind.Arithmetic, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        var names = factors.Sample.Names.ToList();
        IReadOnlyList<int>[] scales = [.. factors.FirstOrder.Select(factor => factors.Indicators(factor).Select(name => names.IndexOf(name)).ToArray())];
        return ValidityMatrix.Of(factors.FirstOrder, Psychometrics.Htmt.Of(Moments.Standardized(factors.Sample.Covariance), scales, kind));
    }

    private static FactorAlpha Of(string factor, Matrix<double> covariance) =>
        new(factor, CronbachAlpha.Of(covariance), CronbachAlpha.Of(Moments.Standardized(covariance)));
}
