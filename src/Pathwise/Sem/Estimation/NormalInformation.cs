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
        for (var a = 0; a < rows; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var covariances = (Dot(vu, a, derivatives.U, b, p) * Dot(vw, a, derivatives.W, b, p))
                    + (Dot(vu, a, derivatives.W, b, p) * Dot(vw, a, derivatives.U, b, p));
                var value = weight * (covariances + Dot(vm, a, derivatives.Mu, b, p));
                information[(positions[a] * count) + positions[b]] += value;
                if (a != b)
                    information[(positions[b] * count) + positions[a]] += value;
            }
        }
    }

    private static double Dot(double[] left, int row, double[] right, int other, int p) =>
        VectorKernels.Dot(left.AsSpan(row * p, p), right.AsSpan(other * p, p));
}
