namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Indices of the size of residuals. SRMR comes in lavaan's variants: Bentler's divides by sample deviations, the
/// correlation variant (CRMR, Bollen 1989) compares correlation matrices and leaves the diagonal out, Mplus' compares
/// correlations and relative variances. The plain <c>srmr</c> is Bentler's; with a mean structure the means count.
/// </summary>
[TypeFormatterSource]
public sealed record ResidualIndices(
    double? Rmr,
    double? RmrNoMean,
    double? SrmrBentler,
    double? SrmrBentlerNoMean,
    double? Crmr,
    double? CrmrNoMean,
    double? SrmrMplus,
    double? SrmrMplusNoMean)
{
    /// <summary>lavaan's srmr: Bentler's variant; of ordered variables without the thresholds.</summary>
    public double? Srmr { get; init; } = SrmrBentler;

    /// <summary>No index at all: where the implied moments do not exist.</summary>
    internal static ResidualIndices Undefined { get; } = new(null, null, null, null, null, null, null, null);
}
