using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of the residuals of moments.</summary>
internal abstract class LeastSquaresMethod : EstimationMethod
{
    /// <inheritdoc/>
    public override bool HasLikelihood => false;

    /// <inheritdoc/>
    public override bool CanFixExogenous => false;

    /// <inheritdoc/>
    public override string WhyComplete => $"Full information for missing values needs maximum likelihood; the estimator is {Estimator}.";

    /// <inheritdoc/>
    public override int UncountedCases => 1;

    /// <inheritdoc/>
    public override Divisor Divisor(Likelihood likelihood) => Moments.Divisor.CountLessOne;

    /// <inheritdoc/>
    public override GroupDiscrepancy Discrepancy(SampleMoments sample, SampleMoments saturated, bool hasMeans, EstimationOptions options) =>
        sample.Responses is { } responses && Responses is { } weighting
        ? new ResponseDiscrepancy(responses, ResponseWeights.Of(weighting, responses))
        : Discrepancy(sample, sample.Covariance.ToRowMajorArray(), sample.Means?.ToArray() ?? new double[sample.Names.Count], hasMeans);

    /// <summary>The discrepancy from the covariances, p x p, and means of a sample.</summary>
    protected abstract GroupDiscrepancy Discrepancy(SampleMoments sample, double[] covariance, double[] means, bool hasMeans);

    // Each group's cases are counted fully there.

    /// <inheritdoc/>
    public override double? Minimum(double discrepancy, double? chiSquare, int cases) => chiSquare / (2 * cases);

    // The information counts all cases, the slope one less in each group.

    /// <inheritdoc/>
    public override double SlopeFactor(double multiplier, int cases) => multiplier / cases;
}
