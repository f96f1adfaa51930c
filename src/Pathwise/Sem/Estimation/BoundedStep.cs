using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The step z that minimises g'z + z'Hz / 2 while x + Kz stays within bounds: the dual active-set method of Goldfarb and Idnani (1983), for bounds of few
/// parameters. H is positive definite, r x r.
/// </summary>
/// <param name="factor">The Cholesky factor of H, row-major.</param>
/// <param name="basis">K, t x r; null stands for the identity.</param>
/// <param name="box">The bounds.</param>
/// <param name="point">x.</param>
internal sealed class BoundedStep(double[] factor, Matrix<double>? basis, Box box, double[] point)
{
    private readonly int size = basis?.ColumnCount ?? point.Length;
    private readonly List<Side> active = [];
    private readonly List<double> pressures = [];

    /// <summary>Parameters that the last step leads to a bound, which presses.</summary>
    public IEnumerable<int> Held => active.Select(side => side.Parameter);

    /// <summary>Sets these parameters, which rounding leaves beside their bounds, to them.</summary>
    public void Settle(double[] moved)
    {
        foreach (var side in active)
            moved[side.Parameter] = side.Sign > 0 ? box.Lower[side.Parameter] : box.Upper[side.Parameter];
    }

    /// <summary>The step, or null where no step leads into the bounds.</summary>
    public double[]? Solve(double[] slopes)
    {
        double[] step = [.. slopes.Select(slope => -slope)];
        Cholesky.Solve(factor, size, step);
        for (var round = 0; round < 50 * (point.Length + 1); round++)
        {
            if (MostViolated(step) is not { } side)
                return step;
            if (!TryAdd(side, step))
                return null;
        }

        return null;
    }

    // Of bounds that the step oversteps, that which it oversteps furthest in the units of its own curvature.
    private Side? MostViolated(double[] step)
    {
        Side? found = null;
        var worst = 0.0;
        for (var i = 0; i < point.Length; i++)
        {
            var value = point[i] + Change(i, step);
            var (under, over) = (box.Lower[i] - value, value - box.Upper[i]);
            var miss = Math.Max(under, over);
            if (!(miss > 1e-14 * (Math.Abs(value) + Math.Abs(point[i])) + 1e-300) || active.Any(each => each.Parameter == i))
                continue;
            var scaled = miss / Math.Sqrt(Math.Max(basis is null ? 1 / (factor[(i * size) + i] * factor[(i * size) + i]) : basis.Row(i).DotProduct(basis.Row(i)), 1e-300));
            if (scaled > worst)
                (worst, found) = (scaled, new(i, under > over ? 1 : -1));
        }

        return found;
    }

    // Moves towards the bound, letting go of bounds whose pressure falls to zero on the way.
    private bool TryAdd(Side side, double[] step)
    {
        var normal = Normal(side);
        var solved = Solved(normal);
        double pressure = 0;
        while (true)
        {
            var (direction, falls) = Direction(normal, solved);
            var along = VectorKernels.Dot(direction, normal);
            var full = along > 1e-12 * VectorKernels.Dot(solved, normal) ? Miss(side, step) / along : double.PositiveInfinity;
            var (partial, leaving) = FirstToLeave(falls);
            var length = Math.Min(full, partial);
            if (double.IsPositiveInfinity(length))
                return false;
            for (var j = 0; j < size && !double.IsPositiveInfinity(full); j++)
                step[j] += length * direction[j];
            for (var k = 0; k < pressures.Count; k++)
                pressures[k] -= length * falls[k];
            pressure += length;
            if (full <= partial)
            {
                active.Add(side);
                pressures.Add(pressure);
                return true;
            }

            active.RemoveAt(leaving);
            pressures.RemoveAt(leaving);
        }
    }

    private (double Length, int Leaving) FirstToLeave(double[] falls)
    {
        var (length, leaving) = (double.PositiveInfinity, -1);
        for (var k = 0; k < falls.Length; k++)
        {
            if (falls[k] > 0 && pressures[k] / falls[k] < length)
                (length, leaving) = (pressures[k] / falls[k], k);
        }

        return (length, leaving);
    }

    // H^-1 (n - N r) with r = (N'H^-1 N)^-1 N'H^-1 n: what of the normal's direction the active bounds leave, and how their pressures fall.
    private (double[] Direction, double[] Falls) Direction(double[] normal, double[] solved)
    {
        var k = active.Count;
        if (k == 0)
            return (solved, []);
        double[][] normals = [.. active.Select(Normal)], solvedNormals = [.. normals.Select(Solved)];
        var gram = Matrix<double>.Build.Dense(k, k, (i, j) => VectorKernels.Dot(normals[i], solvedNormals[j]));
        var falls = gram.Solve(Vector<double>.Build.Dense(k, i => VectorKernels.Dot(solvedNormals[i], normal))).ToArray();
        double[] direction = [.. solved];
        for (var i = 0; i < k; i++)
            VectorKernels.AddScaled(-falls[i], solvedNormals[i], direction);
        return (direction, falls);
    }

    private double[] Solved(double[] right)
    {
        double[] result = [.. right];
        Cholesky.Solve(factor, size, result);
        return result;
    }

    // The gradient of what is at least zero within the bound.
    private double[] Normal(Side side)
    {
        var normal = new double[size];
        for (var j = 0; j < size; j++)
            normal[j] = side.Sign * (basis is null ? (j == side.Parameter ? 1 : 0) : basis[side.Parameter, j]);
        return normal;
    }

    private double Miss(Side side, double[] step)
    {
        var value = point[side.Parameter] + Change(side.Parameter, step);
        return side.Sign > 0 ? box.Lower[side.Parameter] - value : value - box.Upper[side.Parameter];
    }

    private double Change(int i, double[] step)
    {
        if (basis is null)
            return step[i];
        double sum = 0;
        for (var j = 0; j < size; j++)
            sum += basis[i, j] * step[j];
        return sum;
    }

    // A bound: 1 for the lower one, -1 for the upper one.
    private readonly record struct Side(int Parameter, int Sign);
}
