namespace Pathwise.Numerics;

/// <summary>Real roots of polynomials of low degree, whose coefficients stand from the constant upwards.</summary>
internal static class PolynomialRoots
{
    /// <summary>
    /// The roots between two numbers at which the polynomial changes its sign, ascending: between neighbouring turning points, which are the roots of its
    /// derivative, there is at most one.
    /// </summary>
    public static IReadOnlyList<double> Between(ReadOnlySpan<double> coefficients, double from, double to)
    {
        while (coefficients.Length > 0 && coefficients[^1] == 0)
            coefficients = coefficients[..^1];
        if (coefficients.Length < 2)
            return [];
        if (coefficients.Length == 2)
            return -coefficients[0] / coefficients[1] is var only && only > from && only < to ? [only] : [];
        double[] own = [.. coefficients], slope = [.. own.Skip(1).Select((value, power) => (power + 1) * value)];
        double[] ends = [from, .. Between(slope, from, to), to];
        var roots = new List<double>();
        for (var i = 1; i < ends.Length; i++)
        {
            if (Value(own, ends[i - 1]) < 0 != Value(own, ends[i]) < 0)
                roots.Add(Root.Between(x => Value(own, x), ends[i - 1], ends[i]));
        }

        return roots;
    }

    /// <summary>The polynomial's value (Horner's rule).</summary>
    public static double Value(ReadOnlySpan<double> coefficients, double x)
    {
        var value = 0.0;
        for (var power = coefficients.Length - 1; power >= 0; power--)
            value = (value * x) + coefficients[power];
        return value;
    }

    /// <summary>The polynomial through as many points as it has coefficients (Newton's divided differences).</summary>
    public static double[] Through(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double[] differences = [.. y];
        for (var order = 1; order < x.Length; order++)
        {
            for (var i = x.Length - 1; i >= order; i--)
                differences[i] = (differences[i] - differences[i - 1]) / (x[i] - x[i - order]);
        }

        var coefficients = new double[x.Length];
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var power = x.Length - 1; power > 0; power--)
                coefficients[power] = coefficients[power - 1] - (x[i] * coefficients[power]);
            coefficients[0] = differences[i] - (x[i] * coefficients[0]);
        }

        return coefficients;
    }
}
