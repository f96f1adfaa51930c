using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Maximum likelihood from the means and covariances that a first stage has found, as if they were of complete cases. What the first stage does not know enters test and
/// standard errors: A^-1 D' W G W D A^-1 with A = D' W D, the normal-theory weights W at the moments found, and their asymptotic covariance G (Yuan and Bentler 2000;
/// Savalei and Bentler 2009; without normal data Savalei and Falk 2014).
/// </summary>
internal sealed class TwoStageLikelihood : LikelihoodMethod
{
    private readonly bool isRobust;

    private TwoStageLikelihood(bool isRobust, Information information)
    {
        this.isRobust = isRobust;
        Sandwich = new("satorra.bentler", IsEachAtItsOwn: false, (structure, free, samples) => FirstStageSandwich.Middle(structure, free, samples, new(isRobust, information)));
        Certainty = new(isRobust, information);
    }

    /// <inheritdoc/>
    public override Estimator Estimator => EstimationMethods.OfLikelihood;

    /// <inheritdoc/>
    public override string Citation => isRobust ? "Savalei and Falk 2014" : "Savalei and Bentler 2009";

    /// <inheritdoc/>
    public override Information Information => Information.Observed;

    /// <inheritdoc/>
    public override Sandwich Sandwich { get; }

    /// <inheritdoc/>
    public override FirstStageKind? Certainty { get; }

    /// <inheritdoc/>
    public override bool CanFixExogenous => false;

    /// <inheritdoc/>
    public override Matrix<double> Weights(Matrix<double> sample, Matrix<double> implied) => sample.Inverse();

    /// <summary>The method of options that ask for two stages.</summary>
    public static TwoStageLikelihood Of(EstimationOptions options) =>
        new(options.Missing == MissingData.RobustTwoStage, options.Information ?? Information.Observed);

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) =>
        $"Two-stage maximum likelihood (means and covariances by expectation-maximisation, then the model){(isRobust ? ", errors and test robust to data that are not normal" : "")}";
}
