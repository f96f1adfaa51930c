using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// The few indices that a list of many fits has of each, the same as those of <see cref="FitIndices"/> to the bit, without the time that all the others take.
/// Null where an index is undefined.
/// </summary>
/// <param name="Test">The test of exact fit, not scaled.</param>
/// <param name="Cfi">Comparative fit index.</param>
/// <param name="Rmsea">Root mean square error of approximation.</param>
/// <param name="Srmr">Standardized root mean square residual.</param>
internal sealed record PrincipalIndices(ChiSquareTest Test, double? Cfi, double? Rmsea, double? Srmr)
{
    /// <summary>Those of a fit.</summary>
    public static PrincipalIndices Of(FitResult fit)
    {
        var test = fit.Test();
        return new(
            test,
            IncrementalFit.Of(test, fit.Baseline.Test()).Cfi,
            RootMeanSquareError.Value(test.Value, test.DegreesOfFreedom, FitEvaluation.Cases(fit), fit.Table.GroupCount),
            double.IsFinite(fit.Discrepancy) ? ResidualFit.Of(fit).Srmr : null);
    }
}
