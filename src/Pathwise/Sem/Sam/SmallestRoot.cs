using Pathwise.Numerics;

namespace Pathwise.Sem.Sam;

/// <summary>
/// The smallest root lambda of |S - lambda E| = 0 for symmetric matrices, E positive semidefinite (Fuller 1987, section 2.2): below one, S - E is not positive definite. What E
/// does not touch is regressed out.
/// </summary>
internal static class SmallestRoot
{
    private const double Least = 1e-9;

    /// <summary>The root for k x k matrices; null where E is zero, where it is not positive semidefinite, or where S has no inverse beside it.</summary>
    public static double? Of(ReadOnlySpan<double> s, ReadOnlySpan<double> e, int k)
    {
        var units = new double[k];
        for (var i = 0; i < k; i++)
            units[i] = Math.Sqrt(s[(i * k) + i]);
        var errors = SymmetricEigen.Of(Scaled(e, units), k);
        var r = errors.Values.Count(value => value > Least);
        if (r == 0 || errors.Values[k - 1] < -Least || Array.Exists(units, unit => !(unit > 0)))
            return null;
        var turned = Turned(Scaled(s, units), errors.Vectors, k);
        if (r < k && !TryRegressOut(turned, k, r))
            return null;
        var whitened = new double[r * r];
        for (var i = 0; i < r; i++)
        {
            for (var j = 0; j < r; j++)
                whitened[(i * r) + j] = turned[(i * k) + j] / Math.Sqrt(errors.Values[i] * errors.Values[j]);
        }

        return SymmetricEigen.Of(whitened, r).Values[r - 1];
    }

    private static double[] Scaled(ReadOnlySpan<double> matrix, double[] units)
    {
        var (k, result) = (units.Length, new double[units.Length * units.Length]);
        for (var i = 0; i < result.Length; i++)
            result[i] = (matrix[i] + matrix[(i % k * k) + (i / k)]) / 2 / (units[i / k] * units[i % k]);
        return result;
    }

    // V S V' for eigenvectors in rows.
    private static double[] Turned(double[] s, double[] vectors, int k)
    {
        double[] half = new double[k * k], result = new double[k * k];
        FlatMatrix.Multiply(vectors, s, half, k, k, k);
        FlatMatrix.MultiplyTransposed(half, vectors, result, k, k, k);
        return result;
    }

    // S_aa - S_ab S_bb^-1 S_ba, in the first r rows and columns.
    private static bool TryRegressOut(double[] turned, int k, int r)
    {
        var (rest, column) = (k - r, new double[k - r]);
        var factor = new double[rest * rest];
        for (var i = 0; i < factor.Length; i++)
            factor[i] = turned[((r + (i / rest)) * k) + r + (i % rest)];
        if (!Cholesky.TryFactor(factor, rest))
            return false;
        for (var j = 0; j < r; j++)
        {
            for (var i = 0; i < rest; i++)
                column[i] = turned[((r + i) * k) + j];
            Cholesky.Solve(factor, rest, column);
            for (var i = 0; i < r; i++)
                turned[(i * k) + j] -= VectorKernels.Dot(turned.AsSpan((i * k) + r, rest), column);
        }

        return true;
    }
}
