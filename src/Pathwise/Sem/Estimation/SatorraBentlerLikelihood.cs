namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood whose test and standard errors rest on the expected information and the fourth-order moments at the implied covariances.
/// </summary>
internal sealed class SatorraBentlerLikelihood : LikelihoodMethod
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.MLM;

    /// <inheritdoc/>
    public override string Citation => "Satorra and Bentler 1994";

    /// <inheritdoc/>
    public override string WhyComplete => "MLM needs complete cases; with missing values use MLR.";

    /// <inheritdoc/>
    public override Sandwich Sandwich { get; } = new("satorra.bentler", IsEachAtItsOwn: false, CaseScores.FourthOrder);

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => "Maximum likelihood with Satorra-Bentler correction (MLM)";
}
