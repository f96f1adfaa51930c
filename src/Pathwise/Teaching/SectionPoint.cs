using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Teaching;

/// <summary>One point of a section: a value of the parameter, the discrepancy and the covariances that the model implies there.</summary>
[TypeFormatterSource]
public sealed class SectionPoint
{
    /// <summary>The parameter.</summary>
    public required double Value { get; init; }

    /// <summary>F there; null where the implied matrix is not a covariance matrix.</summary>
    public required double? Discrepancy { get; init; }

    /// <summary>Implied covariances, p x p; null where they do not exist.</summary>
    public required Matrix<double>? Implied { get; init; }
}
