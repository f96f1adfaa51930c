namespace Pathwise.Sem.Mediation;

/// <summary>
/// The adaptive bootstrap of a product of two coefficients (He, Song and Xu 2024, Journal of the Royal Statistical Society B 86, 411-434).
/// </summary>
/// <remarks>
/// That a product is zero is one hypothesis where one coefficient is, and another where both are: there the product is of the order 1/n and its bootstrap
/// distribution is wrong. Draws in which neither coefficient is far from zero, in the sample and in the draw, are therefore replaced by the product of the two
/// deviations. How far is far is a threshold that grows with n: 2 sqrt(n) / ln(n) standard errors.
/// The article divides the coefficients of a draw by standard errors of that draw; here it is by those of the sample, which differ from them by
/// terms that vanish with n.
/// </remarks>
public static class AdaptiveBootstrap
{
    private const double Lambda = 2;

    /// <summary>
    /// The share of draws that are farther from zero than the estimated product, of at least two draws; n is the number of cases. Each coefficient
    /// comes with its standard error, above zero.
    /// </summary>
    /// <exception cref="InputException">The draws of the coefficients are not as many, or fewer than two.</exception>
    public static double Of(
        (double Value, double Error) first, (double Value, double Error) second, IReadOnlyList<double> firstDraws, IReadOnlyList<double> secondDraws, int n)
    {
        ArgumentNullException.ThrowIfNull(firstDraws);
        ArgumentNullException.ThrowIfNull(secondDraws);
        if (firstDraws.Count != secondDraws.Count || firstDraws.Count < 2)
            throw new InputException($"The adaptive bootstrap needs as many draws of both coefficients, at least 2; there are {firstDraws.Count} and {secondDraws.Count}.");
        var threshold = Lambda * Math.Sqrt(n) / Math.Log(n);
        var product = first.Value * second.Value;
        var isNear = IsNear(first.Value, first.Error, threshold) && IsNear(second.Value, second.Error, threshold);
        var farther = 0;
        for (var i = 0; i < firstDraws.Count; i++)
        {
            var isLocal = isNear && IsNear(firstDraws[i], first.Error, threshold) && IsNear(secondDraws[i], second.Error, threshold);
            var drawn = isLocal ? (firstDraws[i] - first.Value) * (secondDraws[i] - second.Value) : (firstDraws[i] * secondDraws[i]) - product;
            if (Math.Abs(drawn) > Math.Abs(product))
                farther++;
        }

        return farther / (double)firstDraws.Count;
    }

    private static bool IsNear(double value, double error, double threshold) => Math.Abs(value) <= threshold * error;
}
