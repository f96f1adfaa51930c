using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of the statistics of responses behind ordered variables.</summary>
internal abstract class ResponseLeastSquares : LeastSquaresMethod
{
    /// <param name="weighting">The weights.</param>
    /// <param name="test">How the test is corrected, and with it the standard errors; null where neither is.</param>
    protected ResponseLeastSquares(ResponseWeighting weighting, ScaledTestKind? test)
    {
        Responses = weighting;
        Sandwich = test is { } kind
            ? new(TestName(kind), IsEachAtItsOwn: false, (structure, free, samples) => ResponseSandwich.Middle(structure, free, samples, weighting), kind)
            : null;
    }

    /// <inheritdoc/>
    public override ResponseWeighting? Responses { get; }

    /// <inheritdoc/>
    public override Sandwich? Sandwich { get; }

    /// <inheritdoc/>
    public override bool NeedsOrdered => true;

    /// <inheritdoc/>
    public override FitFunction? Compiled => null;

    /// <inheritdoc/>
    public override Matrix<double>? Weights(Matrix<double> sample, Matrix<double> implied) => null;

    /// <inheritdoc/>
    protected override GroupDiscrepancy Discrepancy(SampleMoments sample, double[] covariance, double[] means, bool hasMeans) =>
        throw new InputException($"{Estimator} is of ordered variables, and none is.");

    /// <summary>The correction in words.</summary>
    protected string Corrected => Sandwich?.Kind switch
    {
        ScaledTestKind.Mean => " with robust standard errors and a mean-adjusted test",
        ScaledTestKind.MeanAndVariance => " with robust standard errors and a mean- and variance-adjusted test",
        ScaledTestKind.ScaledAndShifted => " with robust standard errors and a scaled and shifted test",
        _ => "",
    };

    private static string TestName(ScaledTestKind kind) => kind switch
    {
        ScaledTestKind.Mean => "satorra.bentler",
        ScaledTestKind.MeanAndVariance => "mean.var.adjusted",
        _ => "scaled.shifted",
    };
}
