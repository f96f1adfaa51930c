using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>Whether the indicators of each factor of a fitted model converge.</summary>
public static class ConvergentValidity
{
    /// <summary>One row for each factor, in the order of the model. <paramref name="group"/> names the group of a model that has several.</summary>
    public static IReadOnlyList<FactorReliability> FactorReliabilities(this FitResult fit, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        return factors.All.Select(factor => Of(factors, factor)).ToArray();
    }

    /// <summary>The same of a fit of ordered variables: composite reliability, omega and AVE are then of the responses behind them.</summary>
    internal static IReadOnlyList<FactorReliability> OfResponses(FitResult fit, string? group)
    {
        var factors = new FittedFactors(fit, group, mayBeOfResponses: true);
        return [.. factors.All.Select(factor => Of(factors, factor))];
    }

    private static FactorReliability Of(FittedFactors factors, string factor)
    {
        var indicators = factors.Indicators(factor);
        var standardized = factors.Standardized(factor);
        var isSecondOrder = factors.IsSecondOrder(factor);
        return new FactorReliability(
            factor,
            indicators,
            Defined(standardized, Composite),
            Defined(standardized, AverageSquare),
            isSecondOrder ? null : Share(factors.Raw(factor).Sum(), factors.Variance(factor), factors.ImpliedSum(indicators)),
            isSecondOrder ? null : Share(Math.Sqrt(factors.Raw(factor).Sum(Square)), factors.Variance(factor), factors.ImpliedVariances(indicators)),
            standardized?.Min(),
            isSecondOrder);
    }

    // Fornell and Larcker (1981), equation 10, with uncorrelated residuals 1 - loading squared.
    private static double Composite(double[] loadings)
    {
        var common = Square(loadings.Sum());
        return common / (common + loadings.Sum(loading => 1 - Square(loading)));
    }

    // The same, equation 11.
    private static double AverageSquare(double[] loadings) => loadings.Average(Square);

    // A loading above one belongs to a negative residual variance: no share of variance then means anything.
    private static double? Defined(double[]? loadings, Func<double[], double> statistic) =>
        loadings is not null && loadings.All(loading => Math.Abs(loading) <= 1) ? statistic(loadings) : null;

    private static double? Share(double loading, double variance, double total) =>
        Square(loading) * variance / total is var share && share is >= 0 and <= 1 ? share : null;

    private static double Square(double value) => value * value;
}
