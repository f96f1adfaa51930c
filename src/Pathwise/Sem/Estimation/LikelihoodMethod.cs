using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Maximum likelihood in all its variants, which give the same estimates.</summary>
internal abstract class LikelihoodMethod : EstimationMethod
{
    /// <inheritdoc/>
    public override bool HasLikelihood => true;

    /// <inheritdoc/>
    public override Estimator OfMoments => Estimator.ML;

    /// <inheritdoc/>
    public override Estimator Uncorrected => Estimator.ML;

    /// <inheritdoc/>
    public override bool CanFixExogenous => true;

    /// <inheritdoc/>
    public override string? WhyComplete => null;

    /// <inheritdoc/>
    public override FitFunction? Compiled => FitFunction.Likelihood;

    /// <inheritdoc/>
    public override int UncountedCases => 0;

    /// <inheritdoc/>
    public override Divisor Divisor(Likelihood likelihood) =>
        likelihood == Likelihood.Normal ? Moments.Divisor.Count : Moments.Divisor.CountLessOne;

    /// <inheritdoc/>
    public override GroupDiscrepancy Discrepancy(SampleMoments sample, SampleMoments saturated, bool hasMeans, EstimationOptions options)
    {
        var (patterns, p) = (Discrepancies.Patterns(sample, options), sample.Names.Count);
        var constant = Discrepancies.SaturatedValue(sample, saturated, options);
        return hasMeans && patterns.Any(pattern => pattern.Observed.Length < p)
            ? new IncompleteLikelihood(patterns, p, constant)
            : new LikelihoodDiscrepancy(patterns, p, hasMeans, constant);
    }

    /// <inheritdoc/>
    public override Matrix<double> Weights(Matrix<double> sample, Matrix<double> implied) => implied.Inverse();

    /// <inheritdoc/>
    public override double? Minimum(double discrepancy, double? chiSquare, int cases) => discrepancy / 2;

    /// <inheritdoc/>
    public override double SlopeFactor(double multiplier, int cases) => 1;
}
