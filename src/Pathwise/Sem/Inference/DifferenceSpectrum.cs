using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The eigenvalues of U G for the difference of nested models, U = W D P^-1 A' (A P^-1 A')^-1 A P^-1 D' W with the full model's derivatives D, its information P = D' W D and the
/// restrictions A on its parameters (Satorra 2000): in whitened coordinates U projects on the columns of D P^-1 A', of which there are as many as restrictions.
/// </summary>
internal static class DifferenceSpectrum
{
    /// <summary>The eigenvalues, falling, with the usual estimate of G, and those with the unbiased one, null where one is negative or there is none; null where the information is singular.</summary>
    public static (double[] Usual, double[]? Unbiased)? Of(FitResult wide, FitResult narrow)
    {
        var fit = wide.Working;
        if (ResidualSpace.Of(fit) is not { } space || Basis(space, DifferenceScaling.Restrictions(fit, narrow.Working)) is not { } basis)
            return null;
        var (n, m, r) = (space.Count, space.Size, basis.ColumnCount);
        var (flat, along) = (basis.ToRowMajorArray(), new double[n * r]);
        FlatMatrix.Multiply(space.Rows, flat, along, n, m, r);
        var rows = Matrix<double>.Build.DenseOfRowMajor(n, r, along);
        if (SymmetricSpectrum.Of(rows.TransposeThisAndMultiply(rows).ToRowMajorArray(), r) is not { } usual)
            return null;
        return (Array.ConvertAll(usual, value => Math.Max(value, 0)), Unbiased(space, fit, basis));
    }

    private static double[]? Unbiased(ResidualSpace space, FitResult fit, Matrix<double> basis)
    {
        if (fit.Table.HeldVariables().Count > 0 || UnbiasedMoments.Of(space, fit) is not { } spread)
            return null;
        var (m, r) = (space.Size, basis.ColumnCount);
        var (left, product) = (new double[m * r], new double[r * r]);
        FlatMatrix.Multiply(spread, basis.ToRowMajorArray(), left, m, m, r);
        var across = basis.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfRowMajor(m, r, left));
        ((across + across.Transpose()) / 2).ToRowMajorArray().CopyTo(product, 0);
        return SymmetricSpectrum.Of(product, r) is { } values ? ResidualSpectrum.Positive(values) : null;
    }

    // With the derivatives along the free directions K, D K = Q R: D P^-1 A' = Q R^-T (A K)'.
    private static Matrix<double>? Basis(ResidualSpace space, Matrix<double> restrictions)
    {
        var free = space.Free is { } directions ? restrictions * directions : restrictions;
        var factors = (space.Basis * space.Triangle.Transpose().Solve(free.Transpose())).QR(QRMethod.Thin);
        return factors.R.Diagonal().AbsoluteMinimum() < 1e-10 * factors.R.Diagonal().AbsoluteMaximum() ? null : factors.Q;
    }
}
