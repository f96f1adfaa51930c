namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood whose test and standard errors rest on the observed information and the cases' scores of each model at its own estimates, as
/// Mplus has it.
/// </summary>
internal sealed class YuanBentlerLikelihood : LikelihoodMethod
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.MLR;

    /// <inheritdoc/>
    public override string Citation => "Yuan and Bentler 2000";

    /// <inheritdoc/>
    public override Information Information => Information.Observed;

    /// <inheritdoc/>
    public override Sandwich Sandwich { get; } = new("yuan.bentler.mplus", IsEachAtItsOwn: true, CaseScores.CrossProducts);

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) =>
        "Maximum likelihood with robust standard errors and Yuan-Bentler correction (MLR)";
}
