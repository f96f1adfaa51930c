using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The directions z that linear equalities leave free, x = x0 + K z, and what slopes and curvature are along them. Without equalities
/// they are the parameters themselves, and nothing is multiplied.
/// </summary>
internal sealed class FreeDirections(Matrix<double>? basis, int count)
{
    /// <summary>Number of directions, r.</summary>
    public int Size => basis?.ColumnCount ?? count;

    /// <summary>K'g for the gradient g of all t parameters.</summary>
    public double[] Slopes(double[] gradient) =>
        basis is null ? [.. gradient] : basis.TransposeThisAndMultiply(Vector<double>.Build.Dense(gradient)).ToArray();

    /// <summary>K'HK, r x r and row-major, for a symmetric H, t x t.</summary>
    public double[] Curvature(double[] full) =>
        basis is null ? full : basis.TransposeThisAndMultiply(Matrix<double>.Build.Dense(count, count, full) * basis).ToRowMajorArray();

    /// <summary>The point Kz away from <paramref name="point"/>.</summary>
    public double[] Move(double[] point, double[] step)
    {
        var move = basis is null ? step : (basis * Vector<double>.Build.Dense(step)).ToArray();
        return [.. point.Zip(move, (x, dx) => x + dx)];
    }
}
