using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>Information of normal-theory weights: trace(V dSigma_i V dSigma_j) / 2 + dmu_i' V dmu_j (Browne 1974).</summary>
internal static class NormalInformation
{
    /// <summary>Adds <paramref name="weight"/> times the information for a symmetric weight matrix V (p x p).</summary>
    public static void Add(
        ReadOnlySpan<double> v, int p, ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        var positions = derivatives.Positions;
        int rows = positions.Length, count = (int)Math.Sqrt(information.Length);
        var (vu, vw, vm) = (new double[rows * p], new double[rows * p], new double[rows * p]);
        FlatMatrix.Multiply(derivatives.U, v, vu, rows, p, p);
        FlatMatrix.Multiply(derivatives.W, v, vw, rows, p, p);
        FlatMatrix.Multiply(derivatives.Mu, v, vm, rows, p, p);
        SparseRows u = new(derivatives.U, p), w = new(derivatives.W, p), mu = new(derivatives.Mu, p);
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var covariances = (u.Dot(vu, a, b) * w.Dot(vw, a, b)) + (w.Dot(vu, a, b) * u.Dot(vw, a, b));
                var value = weight * (covariances + mu.Dot(vm, a, b));
                information[(positions[a] * count) + positions[b]] += value;
                if (a != b)
                    information[(positions[b] * count) + positions[a]] += value;
            }
        }
    }

    /// <summary>
    /// Adds <paramref name="weight"/> times trace(V dSigma_i B dSigma_j) / 2, made symmetric in the two, + dmu_i' M dmu_j for symmetric V, B and M.
    /// </summary>
    public static void AddMixed(
        double[] v, double[] b, double[] m, int p, ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        var positions = derivatives.Positions;
        int rows = positions.Length, count = (int)Math.Sqrt(information.Length);
        var (vu, vw, bu, bw) = (Times(derivatives.U, v, p), Times(derivatives.W, v, p), Times(derivatives.U, b, p), Times(derivatives.W, b, p));
        var (u, w, mm) = (derivatives.U, derivatives.W, Times(derivatives.Mu, m, p));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var covariances = (Dot(vu, i, u, j, p) * Dot(bw, i, w, j, p)) + (Dot(vu, i, w, j, p) * Dot(bw, i, u, j, p))
                    + (Dot(vw, i, u, j, p) * Dot(bu, i, w, j, p)) + (Dot(vw, i, w, j, p) * Dot(bu, i, u, j, p));
                var value = weight * ((covariances / 2) + Dot(mm, i, derivatives.Mu, j, p));
                information[(positions[i] * count) + positions[j]] += value;
                if (i != j)
                    information[(positions[j] * count) + positions[i]] += value;
            }
        }
    }

    private static double[] Times(double[] rows, double[] matrix, int p)
    {
        var result = new double[rows.Length];
        FlatMatrix.Multiply(rows, matrix, result, rows.Length / p, p, p);
        return result;
    }

    private static double Dot(double[] left, int row, double[] right, int other, int p) =>
        VectorKernels.Dot(left.AsSpan(row * p, p), right.AsSpan(other * p, p));
}
