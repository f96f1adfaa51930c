using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Decides whether resamples of a fit can be fitted by compiled code, and says why not.</summary>
internal static class CompiledPath
{
    /// <summary>
    /// Moments about zero lose twice the digits that a mean has before its standard deviation begins; beyond this they are too few.
    /// </summary>
    private const double LargestMean = 30;

    /// <summary>The compiled model of a fit, or null and why there is none.</summary>
    public static CovarianceModel? TryCompile(FitResult fit, out string? whyNot)
    {
        var means = Treatment(fit);
        whyNot = fit switch
        {
            { Options.Estimator: not (Estimator.ML or Estimator.MLM or Estimator.MLR) } => $"the estimator {fit.Options.Estimator}",
            { Table.GroupCount: > 1 } => "several groups",
            { Table.Constraints.Count: > 0 } => "constraints",
            _ when fit.Sample.Any(sample => sample.HasMissing) => "missing values",
            _ when means == MeanTreatment.Structured && fit.Sample.Any(IsFarFromZero) => "restricted means more than 30 standard deviations from zero",
            _ => null,
        };
        return whyNot is null ? CovarianceModelCompiler.Compile(fit.Table, 1, means) : null;
    }

    private static MeanTreatment Treatment(FitResult fit) => fit.Table.HasMeanStructure
        ? SaturatedIntercepts.Suit(fit.Table, 1) ? MeanTreatment.Saturated : MeanTreatment.Structured
        : MeanTreatment.None;

    private static bool IsFarFromZero(SampleMoments sample) =>
        Enumerable.Range(0, sample.Names.Count).Any(i => !(Math.Abs(sample.Means![i]) <= LargestMean * Math.Sqrt(sample.Covariance[i, i])));
}
