using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sam;

/// <summary>Factors that are measured together, and the fit of their measurement model.</summary>
/// <param name="Factors">Those of the structural model; a second-order factor alone, not those that it is measured by.</param>
/// <param name="Indicators">The observed variables.</param>
/// <param name="Fit">The fit, in which the factors covary freely.</param>
[TypeFormatterSource]
public sealed record MeasurementBlock(IReadOnlyList<string> Factors, IReadOnlyList<string> Indicators, FitResult Fit)
{
    /// <summary>The factors.</summary>
    public IReadOnlyList<string> Factors { get; init => field = ValueList.Of(value); } = Factors;

    /// <summary>The observed variables.</summary>
    public IReadOnlyList<string> Indicators { get; init => field = ValueList.Of(value); } = Indicators;

    /// <summary>The measurement parameters: all but variances and covariances of the factors, which belong to the structural model.</summary>
    public IReadOnlyList<Estimate> Estimates() => [.. Fit.Estimates().Where(each => !(each.Operator == Operator.Covariance && Factors.Contains(each.Lhs) && Factors.Contains(each.Rhs)))];
}
