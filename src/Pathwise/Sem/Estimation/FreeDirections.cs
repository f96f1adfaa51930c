using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The directions z that linear equalities leave free, x = x0 + K z, and what slopes and curvature are along them; the bounds of the parameters, if any,
/// cut the steps. Without equalities the directions are the parameters themselves, and nothing is multiplied.
/// </summary>
internal sealed class FreeDirections(Matrix<double>? basis, int count, Box? box = null)
{
    private (double[] Step, BoundedStep By)? last;

    // Of curvature across a bound, in units in which every direction has curvature one.
    private const double Stiffness = 100;

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
        double[] moved = [.. point.Zip(move, (x, dx) => x + dx).Select((x, i) => box is null ? x : box.Clamp(i, x))];
        if (last is { } cut && ReferenceEquals(cut.Step, step))
            cut.By.Settle(moved);
        return moved;
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
        if (box is null)
            return;
        if (basis is not null)
        {
            Stiffen(matrix, point, slopes);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (box.Side(i, point[i]) * slopes[i] >= 0)
                continue;
            for (var j = 0; j < count; j++)
                (matrix[(i * count) + j], matrix[(j * count) + i]) = i == j ? (Math.Max(Math.Abs(matrix[(i * count) + i]), 1e-300), Math.Max(Math.Abs(matrix[(i * count) + i]), 1e-300)) : (0, 0);
        }
    }

    // With equalities the same by curvature that is added across the bounds, along which the step then runs.
    private void Stiffen(double[] matrix, double[] point, double[] slopes)
    {
        var roots = Roots(matrix);
        var steepest = new BoundedStep(Diagonal(roots), basis, box!, point);
        steepest.Solve(slopes);
        foreach (var i in steepest.Held.Where(i => box!.Side(i, point[i]) != 0))
        {
            var normal = basis!.Row(i);
            double size = 0;
            for (var j = 0; j < Size; j++)
                size += normal[j] * normal[j] / (roots[j] * roots[j]);
            for (var j = 0; j < Size * Size; j++)
                matrix[j] += Stiffness / size * normal[j / Size] * normal[j % Size];
        }
    }

    /// <summary>The step that the solved system takes, or the best one within the bounds; null where there is none.</summary>
    /// <param name="factor">The Cholesky factor of the curvature, r x r.</param>
    /// <param name="point">The point, t.</param>
    /// <param name="slopes">The slopes there, r.</param>
    public double[]? BoundedStep(double[] factor, double[] point, double[] slopes)
    {
        var within = new BoundedStep(factor, basis, box!, point);
        var step = within.Solve(slopes);
        last = step is null ? null : (step, within);
        return step;
    }

    /// <summary>True where parameters have bounds.</summary>
    public bool IsBounded => box is not null;

    /// <summary>
    /// The largest slope that the bounds leave, in units in which every direction has curvature one: how far a step of steepest descent leads within
    /// them.
    /// </summary>
    public double LargestSlope(double[] point, double[] slopes, double[] curvature)
    {
        var roots = Roots(curvature);
        var step = basis is null ? Cut(point, slopes, roots) : new BoundedStep(Diagonal(roots), basis, box!, point).Solve(slopes);
        return step is null ? double.PositiveInfinity : step.Zip(roots, (z, root) => Math.Abs(z) * root).Append(0).Max();
    }

    private double[] Cut(double[] point, double[] slopes, double[] roots) =>
        [.. slopes.Select((slope, i) => box!.Clamp(i, point[i] - (slope / (roots[i] * roots[i]))) - point[i])];

    private double[] Roots(double[] curvature) => [.. Enumerable.Range(0, Size).Select(i => Math.Sqrt(Math.Max(Math.Abs(curvature[(i * Size) + i]), 1e-300)))];

    private double[] Identity() => Diagonal([.. Enumerable.Repeat(1.0, Size)]);

    private static double[] Diagonal(double[] values)
    {
        var matrix = new double[values.Length * values.Length];
        for (var i = 0; i < values.Length; i++)
            matrix[i * (values.Length + 1)] = values[i];
        return matrix;
    }
}
