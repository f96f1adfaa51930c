using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;

namespace Pathwise.Psychometrics;

/// <summary>Reliability of ordered items by a fit of ordered variables.</summary>
public static class OrdinalReliabilityOfFits
{
    /// <summary>
    /// Ordinal alpha and categorical omega of each factor whose indicators are all ordered, from the fit's standardized loadings and the sample's thresholds and polychoric
    /// correlations (Green and Yang 2009; what semTools' <c>compRelSEM</c> gives of the same fit); omega is null where a loading exceeds one. <paramref name="group"/> names the
    /// group of a model that has several.
    /// </summary>
    /// <exception cref="InputException">The fit has no ordered variables or no factor, or the group is not named.</exception>
    public static IReadOnlyList<OrdinalReliability> OrdinalReliabilities(this FitResult fit, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Table.OrderedVariables.Count == 0)
            throw new InputException("The fit has no ordered variables; alpha and omega of numbers are Alphas and FactorReliabilities.");
        var factors = new FittedFactors(fit, group, mayBeOfResponses: true);
        var ordered = fit.Table.OrderedVariables.ToHashSet();
        return [.. factors.FirstOrder.Where(factor => factors.Indicators(factor).All(ordered.Contains)).Select(factor => Of(factors, factor, group ?? ""))];
    }

    private static OrdinalReliability Of(FittedFactors factors, string factor, string group)
    {
        var (sample, items) = (factors.Sample, factors.Indicators(factor));
        var correlations = sample.Select(items).Covariance;
        var margins = items.Select(item => new OrderedMargin(item, sample.Cases!.Column(sample.IndexOf(item)).ToArray())).ToList();
        var loadings = factors.Standardized(factor);
        var isProper = loadings is not null && Array.TrueForAll(loadings, loading => Math.Abs(loading) <= 1);
        return new(
            factor, group, items.Count, sample.Count, CronbachAlpha.Of(correlations), null,
            isProper ? GreenYangOmega.Of(margins, correlations, loadings!) : null, null, 0, new Dictionary<ResampleTrouble, int>());
    }
}
