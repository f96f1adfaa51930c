namespace Pathwise.Sem.Estimation;

/// <summary>Bounds of free parameters, t of each kind; infinite where there is none.</summary>
internal sealed class Box(double[] lower, double[] upper)
{
    /// <summary>The lower bounds.</summary>
    public double[] Lower => lower;

    /// <summary>The upper bounds.</summary>
    public double[] Upper => upper;

    /// <summary>The value within the bounds of parameter <paramref name="i"/> that is nearest.</summary>
    public double Clamp(int i, double value) => Math.Min(Math.Max(value, lower[i]), upper[i]);

    /// <summary>True when no value is outside its bounds.</summary>
    public bool Contains(ReadOnlySpan<double> free)
    {
        for (var i = 0; i < free.Length; i++)
        {
            if (!(free[i] >= lower[i] && free[i] <= upper[i]))
                return false;
        }

        return true;
    }

    /// <summary>-1 where a value is at its lower bound, 1 at its upper one, 0 between.</summary>
    public int Side(int i, double value) => value <= lower[i] + Rounding(lower[i]) ? -1 : value >= upper[i] - Rounding(upper[i]) ? 1 : 0;

    private static double Rounding(double bound) => double.IsFinite(bound) ? 1e-12 * Math.Abs(bound) : 0;
}
