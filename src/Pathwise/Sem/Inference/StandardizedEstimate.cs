using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>A standardized value with its delta-method standard error, two-sided p and interval; null where undefined.</summary>
[TypeFormatterSource]
public sealed record StandardizedEstimate(
    Parameter Parameter, double? Value, double? StandardError, double? PValue, double? Lower, double? Upper)
{
    /// <summary>Value over standard error.</summary>
    public double? Z => Value / StandardError;
}
