using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Psychometrics;

/// <summary>The principal axes of a symmetric matrix as loadings: eigenvectors times the roots of their eigenvalues, largest first.</summary>
internal static class PrincipalLoadings
{
    /// <summary>p x p loadings; an axis with a negative eigenvalue has none.</summary>
    public static Matrix<double> Of(Matrix<double> symmetric) => Of(symmetric, symmetric.RowCount);

    /// <summary>p x m loadings of the m largest axes.</summary>
    public static Matrix<double> Of(Matrix<double> symmetric, int count)
    {
        var p = symmetric.RowCount;
        var eigen = SymmetricEigen.Of(symmetric.ToRowMajorArray(), p);
        return Matrix<double>.Build.Dense(p, count, (i, m) => Math.Sqrt(Math.Max(eigen.Values[m], 0)) * eigen.Vectors[(m * p) + i]);
    }
}
