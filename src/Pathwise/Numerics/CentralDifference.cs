namespace Pathwise.Numerics;

/// <summary>Derivatives by differences of fourth order, (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12h: relative error about 1e-11.</summary>
internal static class CentralDifference
{
    private static readonly (double Place, double Weight)[] Stencil = [(-2, 1.0 / 12), (-1, -8.0 / 12), (1, 8.0 / 12), (2, -1.0 / 12)];

    /// <summary>The width h for a value that is measured in this unit.</summary>
    public static double Width(double value, double unit) => 1e-3 * Math.Max(Math.Abs(value), 0.1 * unit);

    /// <summary>
    /// Moves one element of a point to the four places and back; the sum of <paramref name="visit"/>'s weights times the function there, over
    /// the width, is the derivative by the element.
    /// </summary>
    public static void Walk(double[] point, int element, double width, Action<double> visit)
    {
        var centre = point[element];
        foreach (var (place, weight) in Stencil)
        {
            point[element] = centre + (place * width);
            visit(weight);
        }

        point[element] = centre;
    }
}
