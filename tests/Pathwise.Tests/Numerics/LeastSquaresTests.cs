using System.Globalization;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

/// <summary>NIST's Statistical Reference Datasets, linear regression: certified coefficients and standard errors.</summary>
public sealed class LeastSquaresTests
{
    [Fact]
    public void Fit_Longley_IsCertified()
    {
        var columns = File.ReadLines(Repository.Fixture("r", "nist-data.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(Number).ToArray()).ToArray();
        var design = new double[16, 7];
        for (var i = 0; i < 16; i++)
        {
            design[i, 0] = 1;
            for (var j = 0; j < 6; j++)
                design[i, j + 1] = columns[j][i] * (j is 1 or 4 ? 1000 : j is 2 or 3 ? 10 : 1);
        }

        var fit = LeastSquares.Fit(design, [.. columns[6].Select(thousands => thousands * 1000)]);
        AssertCertified(
            fit,
            [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355],
            [890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212],
            304.854073561965,
            9);
    }

    [Fact]
    public void Fit_Filip_IsCertifiedToTheDigitsThatDoublesLeave()
    {
        var rows = File.ReadLines(Repository.Fixture("nist", "filip.csv")).Skip(1).Select(line => line.Split(',').Select(Number).ToArray()).ToArray();
        var fit = LeastSquares.Fit(Powers([.. rows.Select(row => row[1])], 10), [.. rows.Select(row => row[0])]);
        AssertCertified(
            fit,
            [-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349, -75.1242017393757,
                -10.8753180355343, -1.06221498588947, -0.0670191154593408, -0.00246781078275479, -0.0000402962525080404],
            [298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751, 71.6478660875927, 15.2897178747400,
                2.23691159816033, 0.221624321934227, 0.0142363763154724, 0.000535617408889821, 0.00000896632837373868],
            0.00334801051324544,
            6);
    }

    [Fact]
    public void Fit_Wampler1And2_RecoversTheExactPolynomial()
    {
        var x = Enumerable.Range(0, 21).Select(i => (double)i).ToArray();
        foreach (var step in new[] { 1.0, 0.1 })
        {
            var expected = Enumerable.Range(0, 6).Select(k => Math.Pow(step, k)).ToArray();
            var fit = LeastSquares.Fit(Powers(x, 5), [.. x.Select(value => expected.Select((b, k) => b * Math.Pow(value, k)).Sum())]);
            Assert.All(fit.Coefficients.Zip(expected), pair => Assert.Equal(1, pair.First / pair.Second, 1e-8));
        }
    }

    [Fact]
    public void Fit_Wampler3_IsCertified()
    {
        double[] y =
            [760, -2042, 2111, -1684, 3888, 1858, 11379, 17560, 39287, 64382, 113159, 175108, 273291, 400186, 581243, 811568,
                1121004, 1506550, 2002767, 2611612, 3369180];
        AssertCertified(
            LeastSquares.Fit(Powers([.. Enumerable.Range(0, 21).Select(i => (double)i)], 5), y),
            [1, 1, 1, 1, 1, 1],
            [2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312],
            2360.14502379268,
            9);
    }

    [Fact]
    public void Fit_WithoutIntercept_IsCertified()
    {
        var design = new double[11, 1];
        for (var i = 0; i < 11; i++)
            design[i, 0] = 60 + i;
        var fit = LeastSquares.Fit(design, [.. Enumerable.Range(130, 11).Select(y => (double)y)]);
        AssertCertified(fit, [2.07438016528926], [0.0165289256198347], 3.56753034006338, 13);
    }

    [Fact]
    public void Fit_CollinearColumns_IsRefusedWithTheColumn()
    {
        var mistake = Assert.Throws<InputException>(() => LeastSquares.Fit(new double[,] { { 1, 2 }, { 1, 2 }, { 1, 2 } }, [1, 2, 4]));
        Assert.Contains("Column 2", mistake.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => LeastSquares.Fit(new double[,] { { 1, 2 } }, [1]));
        Assert.Throws<InputException>(() => LeastSquares.Fit(new double[,] { { 0 }, { 0 } }, [1, 2]));
    }

    [Fact]
    public void Fit_AsManyRowsAsColumns_HasNoStandardErrors()
    {
        var fit = LeastSquares.Fit(new double[,] { { 1, 1 }, { 1, 3 } }, [2, 4]);
        Assert.Null(fit.StandardErrors);
        Assert.Null(fit.ResidualStandardDeviation);
        Assert.Equal(1, fit.Coefficients[1], 1e-12);
    }

    private static double[,] Powers(double[] x, int degree)
    {
        var design = new double[x.Length, degree + 1];
        for (var i = 0; i < x.Length; i++)
        {
            var power = 1.0;
            for (var k = 0; k <= degree; k++, power *= x[i])
                design[i, k] = power;
        }

        return design;
    }

    private static void AssertCertified(LeastSquares fit, double[] coefficients, double[] errors, double deviation, int digits)
    {
        var tolerance = 2 * Math.Pow(10, -digits);
        Assert.All(fit.Coefficients.Zip(coefficients), pair => Assert.Equal(1, pair.First / pair.Second, tolerance));
        Assert.All(fit.StandardErrors!.Zip(errors), pair => Assert.Equal(1, pair.First / pair.Second, tolerance));
        Assert.Equal(1, fit.ResidualStandardDeviation!.Value / deviation, tolerance);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
