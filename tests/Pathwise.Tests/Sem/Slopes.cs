namespace Pathwise.Tests.Sem;

/// <summary>Derivatives by central differences, to check what is derived.</summary>
internal static class Slopes
{
    /// <summary>The derivative of each of a function's values by one element of a point.</summary>
    public static double[] Of(Func<double[], double[]> function, double[] point, int element)
    {
        var width = 1e-4 * Math.Max(1, Math.Abs(point[element]));
        double[] At(double steps) => function([.. point.Select((value, i) => i == element ? value + (steps * width) : value)]);
        var (a, b, c, d) = (At(-2), At(-1), At(1), At(2));
        return [.. a.Select((_, i) => (a[i] - (8 * b[i]) + (8 * c[i]) - d[i]) / (12 * width))];
    }
}
