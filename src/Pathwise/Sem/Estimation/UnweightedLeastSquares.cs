using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of residuals that all count the same, whatever the units of their variables.</summary>
internal sealed class UnweightedLeastSquares : LeastSquaresMethod
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.ULS;

    /// <inheritdoc/>
    public override string Citation => "Bollen 1989";

    /// <inheritdoc/>
    public override bool HasChiSquare => false;

    /// <inheritdoc/>
    public override ResponseWeighting? Responses => ResponseWeighting.Unweighted;

    /// <inheritdoc/>
    public override FitFunction? Compiled => FitFunction.UnweightedLeastSquares;

    /// <inheritdoc/>
    public override FitWarning Caution { get; } = new(
        "uls-standard-errors",
        "The standard errors of unweighted least squares take the sample moments as independent with variance one, as lavaan's se = \"standard\" does; do not rest inference on them.");

    // The information about a small variable's parameters is small beside that about a large one's.

    /// <inheritdoc/>
    public override double LeastShare => 1e-12;

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => "Unweighted least squares";

    /// <inheritdoc/>
    public override Matrix<double>? Weights(Matrix<double> sample, Matrix<double> implied) => null;

    /// <inheritdoc/>
    protected override GroupDiscrepancy Discrepancy(SampleMoments sample, double[] covariance, double[] means, bool hasMeans) =>
        new UnweightedDiscrepancy(covariance, means, hasMeans);
}
