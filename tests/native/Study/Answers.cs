using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Native;

/// <summary>Seven-point answers to the 18 items of a model of six factors, drawn from a stream of ours.</summary>
internal static class Answers
{
    private const int Respondents = 92;

    /// <summary>Three structural paths and two indirect ones, a factor of second order.</summary>
    public const string Model = """
        col =~ c1 + c2 + c3 + c4
        ali =~ a1 + a2 + a3 + a4
        con =~ k1 + k2 + k3 + k4
        int =~ i1 + i2 + i3
        mar =~ m1 + m2 + m3
        per =~ int + mar
        ali ~ a*col
        con ~ b*col
        per ~ c*ali + d*con
        ali ~~ 0*con
        through := a*c
        """;

    /// <summary>A row for each respondent, a column for each item in the order of the model.</summary>
    public static Matrix<double> Draw()
    {
        var stream = RandomStream.For(3, 0);
        var cases = Matrix<double>.Build.Dense(Respondents, 18);
        for (var i = 0; i < Respondents; i++)
            cases.SetRow(i, [.. Factors(stream).SelectMany(factor => Items(stream, factor.Value, factor.Items))]);
        return cases;
    }

    private static (double Value, int Items)[] Factors(RandomStream stream)
    {
        double Normal(double scale) => scale * stream.NextNormal();
        var collaboration = Normal(1);
        var alignment = (0.5 * collaboration) + Normal(0.86);
        var conflict = (-0.45 * collaboration) + Normal(0.89);
        var performance = (0.75 * alignment) + (0.05 * conflict) + Normal(0.6);
        return [(collaboration, 4), (alignment, 4), (conflict, 4), ((0.6 * performance) + Normal(0.8), 3), ((0.85 * performance) + Normal(0.5), 3)];
    }

    private static double[] Items(RandomStream stream, double factor, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Clamp(Math.Round(4 + (1.4 * ((0.78 * factor) + (0.6 * stream.NextNormal())))), 1, 7))];
}
