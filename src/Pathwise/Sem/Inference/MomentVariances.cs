using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Inference;

/// <summary>Sampling variances of one group's moments or of their residuals.</summary>
internal sealed record MomentVariances(Matrix<double> Covariance, Vector<double> Means);
