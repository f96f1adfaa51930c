using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Sam;

/// <summary>What the first step says of the variables of the structural model in one group.</summary>
[TypeFormatterSource]
public sealed class LatentMoments
{
    private readonly Matrix<double> covariance;

    private LatentMoments(Matrix<double> covariance) => this.covariance = covariance;

    /// <summary>Label of the group; empty for a single one.</summary>
    public required string Group { get; init; }

    /// <summary>The K variables: factors and observed variables, products of latent ones last.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Their covariances, K x K, divided by the number of cases.</summary>
    public Matrix<double> Covariance => covariance.Clone();

    /// <summary>
    /// Of each variable the share of its variance in that of its scores: one for observed ones, and for products none (null).
    /// </summary>
    public required IReadOnlyList<double?> Reliabilities { get; init; }

    /// <summary>By what the error covariances were multiplied before they were taken away: one, less a correction for small samples or for what is not positive definite.</summary>
    public required double ErrorMultiplier { get; init; }

    /// <summary>Whether the covariances would not have been positive definite without correction.</summary>
    public required bool IsCorrected { get; init; }

    internal static LatentMoments Of(SamDesign design, LatentMapping mapping, ProductMoments? products, SampleMoments sample)
    {
        string[] names = [.. design.Variables, .. design.Parts.Products];
        var (k, size) = (design.Variables.Count, names.Length);
        return new(Matrix<double>.Build.DenseOfRowMajor(size, size, products?.Covariance ?? mapping.Covariance))
        {
            Group = sample.Group,
            Names = ValueList.Of<string>(names),
            Reliabilities = ValueList.Of<double?>([.. Enumerable.Range(0, size).Select(i => i < k ? mapping.Covariance[(i * k) + i] / mapping.Scores[(i * k) + i] : (double?)null)]),
            ErrorMultiplier = mapping.Multiplier,
            IsCorrected = mapping.IsCorrected || products is { IsCorrected: true },
        };
    }
}
