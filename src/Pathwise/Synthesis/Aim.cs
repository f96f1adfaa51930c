namespace Pathwise.Synthesis;

/// <summary>
/// Where a statistic should lie, and the width that counts as one: squared distance from the middle of a window with two ends,
/// squared excess beyond the end of one with a single end. A steep aim adds the eighth power, so that all distances below one weigh
/// less than a single one above it.
/// </summary>
internal readonly record struct Aim(double Lower, double Upper, double Scale, bool IsSteep = false)
{
    public double Loss(double value)
    {
        var distance = double.IsFinite(Lower) && double.IsFinite(Upper)
            ? (value - (0.5 * (Lower + Upper))) / Scale
            : double.IsFinite(Lower) ? Math.Min(0, ((value - Lower) / Scale) - 1) : Math.Max(0, ((value - Upper) / Scale) + 1);
        var square = distance * distance;
        return IsSteep ? square * (1 + (square * square * square)) : square;
    }

    public static double Loss(ReadOnlySpan<Aim> aims, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var k = 0; k < aims.Length; k++)
            sum += aims[k].Loss(values[k]);
        return sum;
    }
}
