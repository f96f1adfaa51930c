using Pathwise.Numerics;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Fisher scoring with Levenberg-Marquardt damping in the directions that the linear equalities leave free; where scoring is slow, the
/// observed information takes the place of the expected one, which makes the steps Newton's. Bounds cut each step, and what they hold counts for no slope.
/// </summary>
/// <param name="merit">What is lowered.</param>
/// <param name="directions">Where to.</param>
/// <param name="maximumIterations">Steps before it gives up.</param>
/// <param name="target">The largest slope of a minimum.</param>
/// <param name="isNear">True when the start is near a minimum, where Newton's steps are taken at once.</param>
/// <param name="progress">Told after each step.</param>
internal sealed class DampedScoring(
    Merit merit, FreeDirections directions, int maximumIterations, double target = DampedScoring.Target, bool isNear = false,
    IProgress<EstimationProgress>? progress = null)
{
    /// <summary>The largest slope of a minimum, in units in which every direction has curvature one.</summary>
    public const double Target = 1e-11;

    private const double Sufficient = 1e-8;
    private const double LargestDamping = 1e14;

    private readonly int size = directions.Size;
    private double[] point = [];
    private double[] gradient = [];
    private readonly double[] largestCurvature = new double[directions.Size], matrix = new double[directions.Size * directions.Size];
    private double value, damping = 1e-3, previousSlope = double.PositiveInfinity;
    private bool isNewton = isNear;
    private double firstSlope;

    /// <summary>Number of steps tried so far, over all runs.</summary>
    public int Iterations { get; private set; }

    /// <summary>Walks from <paramref name="start"/> to a minimum; returns where and why it stopped.</summary>
    public (double[] Point, double Slope, StopReason Reason) Run(double[] start)
    {
        if (directions.Inside(start) is not { } inside)
            return (start, double.PositiveInfinity, StopReason.ConstraintsNotMet);
        (point, gradient) = ([.. inside], new double[start.Length]);
        value = merit.Value(point, gradient);
        if (!double.IsFinite(value))
            return (point, double.PositiveInfinity, StopReason.NoStart);
        if (start.Length == 0)
            return (point, 0, StopReason.GradientVanished);
        while (true)
        {
            var (slopes, curvature) = Local();
            var slope = LargestSlope(point, slopes, curvature);
            Tell(slope);
            if (slope < target)
                return (point, slope, StopReason.GradientVanished);
            if (Iterations >= maximumIterations)
                return (point, slope, slope < Sufficient ? StopReason.GradientVanished : StopReason.TooManyIterations);
            if (!TryStep(slopes, curvature, slope))
                return (point, slope, slope < Sufficient ? StopReason.GradientVanished : StopReason.NoDescent);

            // Scoring converges at a linear rate that worsens with misfit; Newton's steps do not.
            isNewton = isNewton || (slope > 0.2 * previousSlope && slope < 1e-2) || Iterations > 25;
            previousSlope = slope;
        }
    }

    private void Tell(double slope)
    {
        if (progress is null || !(slope > 0))
            return;
        firstSlope = Math.Max(firstSlope, slope);
        var share = Math.Log(firstSlope / slope) / Math.Log(Math.Max(firstSlope / target, 2));
        progress.Report(new(Iterations, Math.Clamp(share, 0, 1)));
    }

    private (double[] Slopes, double[] Curvature) Local() =>
        (directions.Slopes(gradient), directions.Curvature(merit.Curvature(point, isNewton)));

    // Slopes in units in which every direction has curvature one, so that the scale of a variable does not matter.
    private double LargestSlope(double[] at, double[] slopes, double[] curvature)
    {
        if (directions.IsBounded)
            return directions.LargestSlope(at, slopes, curvature);
        double largest = 0;
        for (var i = 0; i < size; i++)
            largest = Math.Max(largest, Math.Abs(slopes[i]) / Math.Sqrt(Math.Max(Math.Abs(curvature[(i * size) + i]), 1e-300)));
        return largest;
    }

    private bool TryStep(double[] slopes, double[] curvature, double slope)
    {
        while (damping <= LargestDamping)
        {
            Iterations++;
            if (Solve(slopes, curvature) is not { } step)
            {
                damping = Math.Max(damping * 10, 1e-10);
                continue;
            }

            if (TryMove(step, slopes, curvature, slope))
                return true;
            damping = Math.Max(damping * 10, 1e-8);
        }

        damping = 1e-3;
        return false;
    }

    private double[]? Solve(double[] slopes, double[] curvature)
    {
        curvature.CopyTo(matrix, 0);
        for (var i = 0; i < size; i++)
            matrix[(i * size) + i] += damping * Math.Max(Math.Abs(curvature[(i * size) + i]), Floor(i, curvature));
        directions.Hold(matrix, point, slopes);
        if (!Cholesky.TryFactor(matrix, size))
            return null;
        if (directions.IsBounded)
            return directions.BoundedStep(matrix, point, slopes);
        double[] step = [.. slopes.Select(slope => -slope)];
        Cholesky.Solve(matrix, size, step);
        return step;
    }

    // A direction without curvature here is damped by what it had elsewhere, in its own unit.
    private double Floor(int i, double[] curvature)
    {
        largestCurvature[i] = Math.Max(largestCurvature[i], Math.Abs(curvature[(i * size) + i]));
        return largestCurvature[i] > 0 ? 1e-12 * largestCurvature[i] : 1e-12;
    }

    private bool TryMove(double[] step, double[] slopes, double[] curvature, double slope)
    {
        var next = directions.Move(point, step);
        var nextGradient = new double[next.Length];
        var nextValue = merit.Value(next, nextGradient);
        if (!double.IsFinite(nextValue))
            return false;
        var gain = value - nextValue;
        var noise = 1e-13 * (1 + Math.Abs(value)) * next.Length;
        if (gain < -noise || (gain <= noise && !IsFlatter(next, nextGradient, curvature, slope)))
            return false;
        Damp(gain / Predicted(step, slopes, curvature), gain > noise);
        (point, gradient, value) = (next, nextGradient, nextValue);
        return true;
    }

    // Where the values differ by rounding alone, the gradient decides.
    private bool IsFlatter(double[] next, double[] nextGradient, double[] curvature, double slope) =>
        LargestSlope(next, directions.Slopes(nextGradient), curvature) < slope;

    private double Predicted(double[] step, double[] slopes, double[] curvature)
    {
        double sum = 0;
        for (var i = 0; i < size; i++)
            sum -= step[i] * (slopes[i] + (VectorKernels.Dot(curvature.AsSpan(i * size, size), step) / 2));
        return sum;
    }

    private void Damp(double ratio, bool isMeasurable)
    {
        if (!isMeasurable || ratio > 0.5)
            damping = damping < 1e-11 ? 0 : damping / 10;
        else if (ratio < 0.1)
            damping = Math.Max(damping * 4, 1e-8);
    }
}
