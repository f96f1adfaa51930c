using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Least squares weighted by the inverse of the sample's covariances.</summary>
internal sealed class GeneralizedLeastSquares : LeastSquaresMethod
{
    /// <inheritdoc/>
    public override Estimator Estimator => Estimator.GLS;

    /// <inheritdoc/>
    public override string Citation => "Browne 1974";

    /// <inheritdoc/>
    public override FitFunction? Compiled => FitFunction.GeneralizedLeastSquares;

    /// <inheritdoc/>
    public override string Describe(Likelihood likelihood) => "Generalized least squares";

    /// <inheritdoc/>
    public override Matrix<double> Weights(Matrix<double> sample, Matrix<double> implied) => sample.Inverse();

    /// <inheritdoc/>
    protected override GroupDiscrepancy Discrepancy(SampleMoments sample, double[] covariance, double[] means, bool hasMeans) =>
        new LeastSquaresDiscrepancy(covariance, means, sample.Covariance.Inverse().ToRowMajorArray(), hasMeans);
}
