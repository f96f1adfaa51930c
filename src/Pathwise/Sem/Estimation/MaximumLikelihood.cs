namespace Pathwise.Sem.Estimation;

/// <summary>Maximum likelihood for normal data.</summary>
internal sealed class MaximumLikelihood : LikelihoodMethod
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.ML;

    /// <inheritdoc/>
    public override string Citation => "Joreskog 1967";

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => likelihood == Likelihood.Wishart
        ? "Maximum likelihood (Wishart: chi-square is (N-1) F)"
        : "Maximum likelihood (chi-square is N F)";
}
