using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The inverse of an information matrix in the directions that the constraints leave free. Where the information about a parameter vanishes,
/// as at a variance component of zero that is written as the square of a path, the generalized inverse takes the parameter as fixed.
/// </summary>
/// <param name="Matrix">The inverse, t x t; null where the information is not positive definite, vanishing directions apart.</param>
/// <param name="Dropped">Positions of the parameters that were taken as fixed.</param>
internal sealed record InformationInverse(Matrix<double>? Matrix, IReadOnlySet<int> Dropped)
{
    // Information of a case about a parameter in the unit of its variables; a path of 1e-5 standard deviations has as little about its square.
    private const double Least = 1e-10;

    /// <summary>True where the information about a parameter, in its unit, is as good as none.</summary>
    public static bool IsVanishing(double information, double unit) => information * unit * unit < Least;

    /// <summary>The inverse of an information matrix, t x t.</summary>
    /// <param name="information">The information of a case, row-major.</param>
    /// <param name="jacobian">Gradients of the constraints, a row for each; null without any.</param>
    /// <param name="units">The unit of each parameter.</param>
    /// <param name="suspects">Positions of the parameters about which there may be no information.</param>
    public static InformationInverse Of(double[] information, Matrix<double>? jacobian, double[] units, IReadOnlySet<int> suspects)
    {
        var t = units.Length;
        return suspects.Any(i => IsVanishing(information[(i * t) + i], units[i]))
            ? Generalized(Matrix<double>.Build.Dense(t, t, information), NullSpace.Of(jacobian, t), Vector<double>.Build.Dense(units))
            : new(Positive(information, jacobian is null ? null : NullSpace.Of(jacobian, t)), new HashSet<int>());
    }

    /// <summary>K (K' I K)^-1 K' for a basis K of the free directions, t x r, null where that is all; null when K' I K is not positive definite.</summary>
    public static Matrix<double>? Positive(double[] information, Matrix<double>? basis)
    {
        if (basis is null)
            return Positive(information) is { } whole ? Square(whole) : null;
        var reduced = basis.TransposeThisAndMultiply(Square(information) * basis).ToRowMajorArray();
        return Positive(reduced) is { } inverse ? basis * Square(inverse) * basis.Transpose() : null;
    }

    private static double[]? Positive(double[] information)
    {
        var n = (int)Math.Sqrt(information.Length);
        var factor = information.ToArray();
        if (!Cholesky.TryFactor(factor, n))
            return null;
        var (inverse, scratch) = (new double[n * n], new double[n * n]);
        Cholesky.Invert(factor, n, inverse, scratch);
        return inverse;
    }

    private static Matrix<double> Square(double[] symmetric)
    {
        var n = (int)Math.Sqrt(symmetric.Length);
        return Matrix<double>.Build.Dense(n, n, symmetric);
    }

    private static InformationInverse Generalized(Matrix<double> information, Matrix<double> basis, Vector<double> units)
    {
        var (t, r) = (basis.RowCount, basis.ColumnCount);
        var inUnits = Matrix<double>.Build.Dense(t, r, (i, j) => basis[i, j] / units[i]).Svd().U.SubMatrix(0, t, 0, r);
        var scaled = Matrix<double>.Build.Dense(t, t, (i, j) => information[i, j] * units[i] * units[j]);
        var eigen = SymmetricEigen.Of(inUnits.TransposeThisAndMultiply(scaled * inUnits).ToRowMajorArray(), r);
        if (eigen.Values[r - 1] < -Least)
            return new(null, new HashSet<int>());
        var directions = inUnits * Matrix<double>.Build.DenseOfRowMajor(r, r, eigen.Vectors).Transpose();
        var weights = Matrix<double>.Build.Dense(r, r, (i, j) => i == j && eigen.Values[i] > Least ? 1 / eigen.Values[i] : 0);
        var inverse = directions * weights * directions.Transpose();
        int[] lost = [.. Enumerable.Range(0, r).Where(k => eigen.Values[k] <= Least)];
        return new(
            Matrix<double>.Build.Dense(t, t, (i, j) => inverse[i, j] * units[i] * units[j]),
            Enumerable.Range(0, t).Where(i => lost.Any(k => Math.Abs(directions[i, k]) > 1e-3)).ToHashSet());
    }
}
