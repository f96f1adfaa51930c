using Pathwise.Numerics;
using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Models and data of a size that surveys have, drawn from streams of our own.</summary>
internal static class Simulated
{
    /// <summary>18 items, 6 latent variables, one of them of second order, 42 free parameters, 129 degrees of freedom.</summary>
    public const string StudyLike = """
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

    public static ParameterTable Table(string syntax, ModelOptions? options = null) => ModelSpecification.Parse(syntax).Table(options);

    /// <summary>Seven-point answers of <paramref name="n"/> respondents to the 18 items, in the order of the table; row-major.</summary>
    public static double[] StudyCases(int n, long seed, double structure = 1)
    {
        var stream = RandomStream.For(seed, 0);
        var cases = new double[n * 18];
        for (var i = 0; i < n; i++)
        {
            double Normal(double scale) => scale * stream.NextNormal();
            var collaboration = Normal(1);
            var alignment = (0.5 * structure * collaboration) + Normal(0.86);
            var conflict = (-0.45 * structure * collaboration) + Normal(0.89);
            var performance = (0.75 * structure * alignment) + (0.05 * conflict) + Normal(0.6);
            var inside = (0.6 * structure * performance) + Normal(0.8);
            var market = (0.85 * structure * performance) + Normal(0.5);
            double[] factors = [collaboration, alignment, conflict, inside, market];
            int[] items = [4, 4, 4, 3, 3];
            var column = 0;
            for (var f = 0; f < 5; f++)
            {
                for (var k = 0; k < items[f]; k++, column++)
                    cases[(i * 18) + column] = Math.Clamp(Math.Round(4 + (1.4 * ((0.78 * factors[f]) + Normal(0.6)))), 1, 7);
            }
        }

        return cases;
    }

    /// <summary>Covariance matrix with divisor n of row-major cases.</summary>
    public static double[] Covariance(double[] cases, int columns)
    {
        var covariance = new double[columns * columns];
        new Pathwise.Sem.Resampling.CaseResampler(cases, columns).All(covariance, cases.Length / columns);
        return covariance;
    }

    /// <summary>Normal cases of any number of variables with a factor in common for every <paramref name="block"/> of them.</summary>
    public static double[] Blocks(int n, int columns, int block, long seed)
    {
        var stream = RandomStream.For(seed, 1);
        var cases = new double[n * columns];
        for (var i = 0; i < n; i++)
        {
            double common = stream.NextNormal(), factor = 0;
            for (var j = 0; j < columns; j++)
            {
                if (j % block == 0)
                    factor = (0.5 * common) + (0.85 * stream.NextNormal());
                cases[(i * columns) + j] = (0.75 * factor) + (0.65 * stream.NextNormal());
            }
        }

        return cases;
    }
}
