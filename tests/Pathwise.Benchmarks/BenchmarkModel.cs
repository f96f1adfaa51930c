using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Benchmarks;

/// <summary>Models of several sizes with simulated data of theirs.</summary>
internal static class BenchmarkModel
{
    /// <summary>The model of 18 items that the peers fit as well: 42 parameters, a factor of second order.</summary>
    public const string Study = """
        col =~ c1 + c2 + c3 + c4
        ali =~ a1 + a2 + a3 + a4
        con =~ k1 + k2 + k3 + k4
        int =~ i1 + i2 + i3
        mar =~ m1 + m2 + m3
        per =~ int + mar
        ali ~ col
        con ~ col
        per ~ ali + con
        ali ~~ 0*con
        """;

    /// <summary>The syntax: 18 items as in the study, otherwise factors of three or five items, each regressed on the one before.</summary>
    public static string Syntax(int items)
    {
        if (items == 18)
            return Study;
        var each = items < 10 ? 3 : 5;
        var lines = Enumerable.Range(0, items / each).Select(f => $"f{f} =~ {string.Join(" + ", Enumerable.Range(0, each).Select(k => $"x{(f * each) + k}"))}")
            .Concat(Enumerable.Range(1, (items / each) - 1).Select(f => $"f{f} ~ f{f - 1}"));
        return string.Join('\n', lines);
    }

    /// <summary>The model fitted to n simulated cases.</summary>
    public static FitResult Fit(int items, int n)
    {
        var table = ModelSpecification.Parse(Syntax(items)).Table();
        var cases = items == 18 ? StudyCases(n) : Chain(n, items, items < 10 ? 3 : 5);
        return table.Fit(SampleMoments.OfCases(table.ObservedVariables, cases, Divisor.Count));
    }

    /// <summary>Seven-point answers to the 18 items.</summary>
    public static Matrix<double> StudyCases(int n)
    {
        var stream = RandomStream.For(3, 0);
        double Normal(double scale) => scale * stream.NextNormal();
        var cases = Matrix<double>.Build.Dense(n, 18);
        int[] items = [4, 4, 4, 3, 3];
        for (var i = 0; i < n; i++)
        {
            var collaboration = Normal(1);
            var alignment = (0.5 * collaboration) + Normal(0.86);
            var conflict = (-0.45 * collaboration) + Normal(0.89);
            var performance = (0.75 * alignment) + (0.05 * conflict) + Normal(0.6);
            double[] factors = [collaboration, alignment, conflict, (0.6 * performance) + Normal(0.8), (0.85 * performance) + Normal(0.5)];
            var column = 0;
            for (var f = 0; f < 5; f++)
            {
                for (var k = 0; k < items[f]; k++, column++)
                    cases[i, column] = Math.Clamp(Math.Round(4 + (1.4 * ((0.78 * factors[f]) + Normal(0.6)))), 1, 7);
            }
        }

        return cases;
    }

    private static Matrix<double> Chain(int n, int items, int each)
    {
        var stream = RandomStream.For(4, items);
        var cases = Matrix<double>.Build.Dense(n, items);
        for (var i = 0; i < n; i++)
        {
            var factor = stream.NextNormal();
            for (var j = 0; j < items; j++)
            {
                if (j > 0 && j % each == 0)
                    factor = (0.6 * factor) + (0.8 * stream.NextNormal());
                cases[i, j] = (0.8 * factor) + (0.6 * stream.NextNormal());
            }
        }

        return cases;
    }
}
