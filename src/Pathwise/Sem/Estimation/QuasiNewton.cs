using Pathwise.Numerics;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Minimises a discrepancy from slopes alone, where a guess of the inverse of its curvature is at hand: Broyden (1970), Fletcher (1970),
/// Goldfarb (1970) and Shanno (1970). A step stays in the directions that the guess has, so that linear equalities stay met. Scratch memory
/// of one search.
/// </summary>
/// <param name="objective">What is lowered.</param>
/// <param name="metric">The guess, t x t, positive semidefinite.</param>
internal sealed class QuasiNewton(Objective objective, double[] metric)
{
    private const int MostSteps = 200;

    // Of a slope in units in which every direction has curvature one.
    private const double Target = 0.5 * DampedScoring.Target;
    private const double Near = 1e-4;

    private readonly int t = objective.Count;
    private readonly double[] inverse = [.. metric];
    private readonly double[] direction = new double[objective.Count], change = new double[objective.Count], product = new double[objective.Count];
    private double[] point = [], next = new double[objective.Count], gradient = new double[objective.Count], nextGradient = new double[objective.Count];
    private double value;

    /// <summary>A point where the slopes vanish, or nearly so; null where none was found.</summary>
    public double[]? Run(double[] start)
    {
        point = [.. start];
        value = objective.Gradient(point, gradient);
        if (!double.IsFinite(value))
            return null;
        var slope = Aim();
        for (var step = 0; step < MostSteps && slope > Target && TryStep(slope); step++)
            slope = Aim();
        return slope < Near ? point : null;
    }

    // Writes the direction -Hg and returns the length of the slopes in the metric, sqrt(g'Hg).
    private double Aim()
    {
        for (var i = 0; i < t; i++)
            direction[i] = -VectorKernels.Dot(inverse.AsSpan(i * t, t), gradient);
        return Math.Sqrt(Math.Max(-VectorKernels.Dot(direction, gradient), 0));
    }

    // Halves the step until the value falls, or, where rounding hides that, the slope along it does.
    private bool TryStep(double slope)
    {
        for (var length = 1.0; length > 1e-6; length /= 2)
        {
            for (var i = 0; i < t; i++)
                next[i] = point[i] + (length * direction[i]);
            var nextValue = objective.Gradient(next, nextGradient);
            var along = VectorKernels.Dot(nextGradient, direction);
            var isRounding = Math.Abs(nextValue - value) <= 1e-13 * (1 + Math.Abs(value)) * t && Math.Abs(along) < 0.9 * slope * slope;
            if (!isRounding && !(nextValue <= value - (1e-4 * length * slope * slope)))
                continue;
            Learn(length, along + (slope * slope));
            (point, next, gradient, nextGradient, value) = (next, point, nextGradient, gradient, nextValue);
            return true;
        }

        return false;
    }

    // H + (1 + y'Hy / s'y) ss' / s'y - (Hy s' + s y'H) / s'y for a step s and a change of slopes y.
    private void Learn(double length, double rise)
    {
        var along = length * rise;
        if (!(along > 0))
            return;
        for (var i = 0; i < t; i++)
            change[i] = nextGradient[i] - gradient[i];
        for (var i = 0; i < t; i++)
            product[i] = VectorKernels.Dot(inverse.AsSpan(i * t, t), change);
        var square = (1 + (VectorKernels.Dot(change, product) / along)) * length * length / along;
        for (var i = 0; i < t; i++)
        {
            var row = inverse.AsSpan(i * t, t);
            VectorKernels.AddScaled((square * direction[i]) - (length * product[i] / along), direction, row);
            VectorKernels.AddScaled(-length * direction[i] / along, product, row);
        }
    }
}
