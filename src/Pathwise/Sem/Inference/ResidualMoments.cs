using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Inference;

/// <summary>Residuals of one group: p x p of covariances and, with a mean structure, p of means; NaN where undefined.</summary>
[TypeFormatterSource]
public sealed class ResidualMoments
{
    /// <summary>Group, counted from 1.</summary>
    public required int Group { get; init; }

    /// <summary>Names of the variables, in the order of rows and columns.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Residuals of the covariances.</summary>
    public required Matrix<double> Covariance { get; init; }

    /// <summary>Residuals of the means; null without a mean structure.</summary>
    public required Vector<double>? Means { get; init; }
}
