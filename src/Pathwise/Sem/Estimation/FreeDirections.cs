using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The directions z that linear equalities leave free, x = x0 + K z, and what slopes and curvature are along them; the bounds of the parameters, if any,
/// cut the steps. Without equalities the directions are the parameters themselves, and nothing is multiplied.
/// </summary>
internal sealed class FreeDirections(Matrix<double>? basis, int count, Box? box = null)
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
        return [.. point.Zip(move, (x, dx) => x + dx).Select((x, i) => box is null ? x : box.Clamp(i, x))];
    }

    /// <summary>The point within the bounds that is nearest; null where the equalities leave none.</summary>
    public double[]? Inside(double[] point)
    {
        if (box is null || box.Contains(point))
            return point;
        if (basis is null)
            return [.. point.Select((x, i) => box.Clamp(i, x))];
        return new BoundedStep(Identity(), basis, box, point).Solve(new double[Size]) is { } step ? Move(point, step) : null;
    }

    /// <summary>
    /// Takes the parameters that slopes press against their bounds out of the system that is solved for the step (Bertsekas 1982): it need then be positive
    /// definite for the others alone.
    /// </summary>
    public void Hold(double[] matrix, double[] point, double[] slopes)
    {
        if (box is null || basis is not null)
            return;
        for (var i = 0; i < count; i++)
        {
            if (box.Side(i, point[i]) * slopes[i] >= 0)
                continue;
            for (var j = 0; j < count; j++)
                (matrix[(i * count) + j], matrix[(j * count) + i]) = i == j ? (Math.Max(Math.Abs(matrix[(i * count) + i]), 1e-300), Math.Max(Math.Abs(matrix[(i * count) + i]), 1e-300)) : (0, 0);
        }
    }

    /// <summary>The step that the solved system takes, or the best one within the bounds; null where there is none.</summary>
    /// <param name="factor">The Cholesky factor of the curvature, r x r.</param>
    /// <param name="point">The point, t.</param>
    /// <param name="slopes">The slopes there, r.</param>
    public double[]? BoundedStep(double[] factor, double[] point, double[] slopes) => new BoundedStep(factor, basis, box!, point).Solve(slopes);

    /// <summary>True where parameters have bounds.</summary>
    public bool IsBounded => box is not null;

    /// <summary>
    /// The largest slope that the bounds leave, in units in which every direction has curvature one: how far a step of steepest descent leads within
    /// them.
    /// </summary>
    public double LargestSlope(double[] point, double[] slopes, double[] curvature)
    {
        double[] roots = [.. Enumerable.Range(0, Size).Select(i => Math.Sqrt(Math.Max(Math.Abs(curvature[(i * Size) + i]), 1e-300)))];
        var step = basis is null ? Cut(point, slopes, roots) : BoundedStep(Diagonal(roots), point, slopes);
        return step is null ? double.PositiveInfinity : step.Zip(roots, (z, root) => Math.Abs(z) * root).Append(0).Max();
    }

    private double[] Cut(double[] point, double[] slopes, double[] roots) =>
        [.. slopes.Select((slope, i) => box!.Clamp(i, point[i] - (slope / (roots[i] * roots[i]))) - point[i])];

    private double[] Identity() => Diagonal([.. Enumerable.Repeat(1.0, Size)]);

    private static double[] Diagonal(double[] values)
    {
        var matrix = new double[values.Length * values.Length];
        for (var i = 0; i < values.Length; i++)
            matrix[i * (values.Length + 1)] = values[i];
        return matrix;
    }
}
