using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Least squares of statistics with weights from their asymptotic covariance: of the responses behind ordered variables (Muthen 1984), or of the moments of
/// continuous ones (Browne 1984).
/// </summary>
internal abstract class ResponseLeastSquares : LeastSquaresMethod
{
    /// <param name="weighting">The weights.</param>
    /// <param name="test">How the test is corrected, and with it the standard errors; null where neither is.</param>
    protected ResponseLeastSquares(ResponseWeighting weighting, ScaledTestKind? test)
    {
        Responses = weighting;
        Sandwich = test is { } kind
            ? new(
                kind.Name(),
                IsEachAtItsOwn: false,
                (structure, free, samples) => structure.Responses is null
                    ? MomentSandwich.Middle(structure, free, samples, weighting)
                    : ResponseSandwich.Middle(structure, free, samples, weighting),
                kind)
            : null;
    }

    /// <inheritdoc/>
    public override ResponseWeighting? Responses { get; }

    /// <inheritdoc/>
    public override Sandwich? Sandwich { get; }

    /// <inheritdoc/>
    public override bool NeedsCases => true;

    /// <inheritdoc/>
    public override FitFunction? Compiled => null;

    /// <inheritdoc/>
    public override Matrix<double>? Weights(Matrix<double> sample, Matrix<double> implied) => null;

    /// <inheritdoc/>
    protected override GroupDiscrepancy Discrepancy(SampleMoments sample, double[] covariance, double[] means, bool hasMeans) =>
        new MomentDiscrepancy(covariance, means, MomentWeights.Of(Responses!.Value, sample, hasMeans), hasMeans);

    /// <summary>The correction in words.</summary>
    protected string Corrected => (Sandwich?.Kind).Corrected();
}
