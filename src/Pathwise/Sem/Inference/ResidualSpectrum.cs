using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The df eigenvalues of U G that are not zero by construction, U = W - W D (D' W D)^-1 D' W with normal-theory weights W and G the covariance matrix of the
/// sample's moments whatever their distribution: with large samples a chi-square of exact fit is a sum of chi-squares of one degree of freedom with these weights (Satorra and Bentler 1994).
/// They are those of the cases' products with each other or of the coordinates', whichever are fewer.
/// </summary>
internal static class ResidualSpectrum
{
    /// <summary>A negative eigenvalue of this part of the largest is one, and no rounding.</summary>
    private const double Rounding = 1e-8;

    /// <summary>The eigenvalues, falling; null where the information is singular.</summary>
    public static double[]? Of(FitResult raw) => raw.Working is var fit && ResidualSpace.Of(fit) is { } space ? Of(space, DegreesOfFreedom.Of(fit)) : null;

    /// <summary>The eigenvalues, falling, of a residual space with so many degrees of freedom.</summary>
    public static double[]? Of(ResidualSpace space, int df)
    {
        var (residuals, n, m) = (space.Residuals(), space.Count, space.Size);
        if (n > m)
        {
            var transposed = new double[m * n];
            FlatMatrix.Transpose(residuals, transposed, n, m);
            (residuals, n, m) = (transposed, m, n);
        }

        var product = new double[n * n];
        FlatMatrix.MultiplyTransposed(residuals, residuals, product, n, m, n);
        return SymmetricSpectrum.Of(product, n) is { } values ? [.. Enumerable.Range(0, df).Select(i => i < values.Length ? Math.Max(values[i], 0) : 0)] : null;
    }

    /// <summary>
    /// The eigenvalues with the unbiased estimate of G (Du and Bentler 2022), falling; null where one of them is negative, as it always is with no more cases than degrees of
    /// freedom, and with fixed exogenous variables, for which there is no such estimate.
    /// </summary>
    public static double[]? Unbiased(ResidualSpace space, FitResult fit, int df)
    {
        var (m, r) = (space.Size, space.Basis.ColumnCount);
        if (space.Count - space.Groups.Length < df || fit.Table.HeldVariables().Count > 0 || UnbiasedMoments.Of(space, fit) is not { } spread)
            return null;
        var basis = space.Basis.ToRowMajorArray();
        double[] left = new double[m * r], across = new double[r * m];
        FlatMatrix.Multiply(spread, basis, left, m, m, r);
        Project(spread, left, basis, m, r);
        FlatMatrix.Transpose(basis, across, m, r);
        double[] above = new double[r * m], fitted = new double[m * m];
        FlatMatrix.Multiply(across, spread, above, r, m, m);
        FlatMatrix.Multiply(basis, above, fitted, m, r, m);
        VectorKernels.AddScaled(-1, fitted, spread);
        return SymmetricSpectrum.Of(spread, m) is { } values ? Positive(Nonzero(values, df)) : null;
    }

    /// <summary>Eigenvalues of which none is negative beyond rounding, else null.</summary>
    public static double[]? Positive(double[] values) =>
        values.Length > 0 && values[^1] < -Rounding * Math.Max(values[0], 1) ? null : Array.ConvertAll(values, value => Math.Max(value, 0));

    // The matrix is zero along the derivatives: of its m eigenvalues the df largest in size are its own.
    private static double[] Nonzero(double[] values, int df) => [.. values.OrderByDescending(Math.Abs).Take(df).OrderDescending()];

    private static void Project(double[] spread, double[] left, double[] basis, int m, int r)
    {
        var fitted = new double[m * m];
        FlatMatrix.MultiplyTransposed(left, basis, fitted, m, r, m);
        VectorKernels.AddScaled(-1, fitted, spread);
    }
}
