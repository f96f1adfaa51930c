namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of thresholds and polychoric correlations, weighted by the inverse of their asymptotic covariance (Muthen 1984).</summary>
internal sealed class FullyWeightedLeastSquares() : ResponseLeastSquares(ResponseWeighting.Full, null)
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.WLS;

    /// <inheritdoc/>
    public override string Citation => "Muthen 1984";

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => "Weighted least squares of polychoric correlations (WLS)";
}
