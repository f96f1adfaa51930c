namespace Pathwise.Sem.Estimation;

/// <summary>
/// Least squares of statistics, weighted by the inverse of their asymptotic covariance: thresholds and polychoric correlations (Muthen 1984), moments of continuous
/// variables without an assumption on their distribution (Browne 1984).
/// </summary>
internal sealed class FullyWeightedLeastSquares() : ResponseLeastSquares(ResponseWeighting.Full, null)
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.WLS;

    /// <inheritdoc/>
    public override string Citation => "Browne 1984; Muthen 1984";

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => "Weighted least squares (WLS)";
}
