using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MardiaTestTests
{
    private static readonly Oracle SemTools = Oracle.Read("semtools", "semtools.json");

    [Fact]
    public void Mardia_NineItems_IsThatOfSemTools()
    {
        var test = MardiaTest.Of(Holzinger.Values);
        var (skew, kurtosis) = (SemTools["mardia_skew"], SemTools["mardia_kurtosis"]);
        Oracle.Near(skew["b1d"].Number, test.Skewness, 1e-9);
        Oracle.Near(skew["chi"].Number, test.SkewnessChiSquare, 1e-9);
        Oracle.Near(skew["df"].Number, test.SkewnessDegreesOfFreedom, 0);
        Oracle.Near(skew["p"].Number, test.SkewnessP, 1e-12);
        Oracle.Near(kurtosis["b2d"].Number, test.Kurtosis, 1e-9);
        Oracle.Near(kurtosis["z"].Number, test.KurtosisZ, 1e-9);
        Oracle.Near(kurtosis["p"].Number, test.KurtosisP, 1e-9);
    }

    [Fact]
    public void Mardia_NineItems_IsThatOfPsych()
    {
        var psych = Oracle.Read("psych", "psych.json")["mardia"];
        var test = MardiaTest.Of(Holzinger.Values);
        Oracle.Near(psych["b1p"].Number, test.Skewness, 1e-9);
        Oracle.Near(psych["b2p"].Number, test.Kurtosis, 1e-9);
    }

    [Fact]
    public void Of_OneItem_IsTheSquaredSkewnessAndTheKurtosis()
    {
        // 0, 0, 3: mean 1, variance 3 (divisor 2); standardized cubes and fourth powers by hand.
        var test = MardiaTest.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 0 }, { 0 }, { 3 } }));
        var cubes = (-1 - 1 + 8) / Math.Pow(3, 1.5) / 3;
        Assert.Equal(cubes * cubes, test.Skewness, 1e-12);
        Assert.Equal((1 + 1 + 16) / 9.0 / 3, test.Kurtosis, 1e-12);
        Assert.Equal((1, 3.0), (test.SkewnessDegreesOfFreedom, test.ExpectedKurtosis));
    }
}
