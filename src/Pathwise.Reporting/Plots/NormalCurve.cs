using Pathwise.Numerics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>The bell curve that a standard error stands for, to be laid over a histogram.</summary>
internal static class NormalCurve
{
    private const int Points = 81;
    private const int Digits = 4;

    /// <summary>The normal density around a mean, scaled to this area, from end to end of an axis.</summary>
    /// <exception cref="InputException">The standard error is not positive.</exception>
    public static LineMark Of(double mean, double standardError, double area, Axis axis)
    {
        if (!(standardError > 0) || !double.IsFinite(standardError))
            throw new InputException($"A normal curve needs a positive standard error; it is {standardError}.");
        double[] x = [.. Enumerable.Range(0, Points).Select(i => axis.Min + ((axis.Max - axis.Min) * i / (Points - 1)))];
        return new()
        {
            X = [.. x.Select(value => Math.Round(value, Digits))],
            Y = [.. x.Select(value => Math.Round(area * NormalDistribution.Density((value - mean) / standardError) / standardError, Digits))],
            Tone = Tone.Amber,
            Name = "Normal curve",
        };
    }
}
