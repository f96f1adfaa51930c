using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>
/// Omega of a factor that is measured by other factors, of the sum of all their items. Hierarchical: the share of the second-order
/// factor in the variance of the sum as the model implies it (semTools' omegaL1); total: the share of everything but residuals; partial: the share of
/// the second-order factor when the specific parts of the first-order factors are left out of account (partialOmegaL1);
/// of factors: its share in the sum of the first-order factors (omegaL2). Null where the solution is improper.
/// </summary>
[TypeFormatterSource]
public sealed record SecondOrderReliability(string Factor, double? OmegaHierarchical, double? OmegaTotal, double? PartialOmega, double? OmegaOfFactors);

/// <summary>The verb for factors of second order.</summary>
public static class SecondOrderFactors
{
    /// <summary>One row for each factor whose indicators are factors with observed indicators of their own; empty when there is none. <paramref name="group"/> names the group of a model that has several.</summary>
    public static IReadOnlyList<SecondOrderReliability> SecondOrderReliabilities(this FitResult fit, string? group = null)
    {
        var factors = new FittedFactors(fit, group);
        return factors.All
            .Where(factor => factors.Indicators(factor).All(indicator => factors.FirstOrder.Contains(indicator)))
            .Select(factor => Of(factors, factor))
            .ToArray();
    }

    private static SecondOrderReliability Of(FittedFactors factors, string factor)
    {
        var first = factors.Indicators(factor);
        var items = first.SelectMany(factors.Indicators).Distinct().ToArray();
        var loadings = factors.Raw(factor);
        var variance = factors.Variance(factor);
        var sum = first.Select((name, k) => loadings[k] * factors.Raw(name).Sum()).Sum();
        var general = sum * sum * variance;
        var ofFactors = loadings.Sum() * loadings.Sum() * variance;
        var residual = factors.ResidualSum(items);
        var implied = factors.ImpliedSum(items);
        return new SecondOrderReliability(
            factor,
            Share(general, implied),
            Share(implied - residual, implied),
            Share(general, general + residual),
            Share(ofFactors, ofFactors + first.Sum(factors.Disturbance)));
    }

    private static double? Share(double part, double whole) => part / whole is var share && share is >= 0 and <= 1 ? share : null;
}
