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

    [Fact]
    public void Skewness_ByMomentsAndByPairs_IsTheSame()
    {
        var scores = Holzinger.Values.ToRowArrays();
        Assert.Equal(1, MardiaTest.MeanCube(scores) / MardiaTest.SquaredThirdMoments(scores), 1e-12);
    }

    [Fact]
    public void Mardia_ManyCases_NeedsNoMatrixOfThem()
    {
        // The sample 133 times, 40,033 cases: a matrix of their products would take 12.8 GB.
        var nine = Holzinger.Values;
        var many = Matrix<double>.Build.Dense(133 * 301, 9, (i, j) => nine[i % 301, j]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var test = MardiaTest.Of(many);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);

        // Only the divisor n - 1 of the covariances has changed.
        var change = 301.0 / 300 * 40_032 / 40_033;
        var expected = MardiaTest.Of(nine);
        Oracle.Near(expected.Skewness * Math.Pow(change, 3), test.Skewness, 1e-9);
        Oracle.Near(expected.Kurtosis * Math.Pow(change, 2), test.Kurtosis, 1e-9);
    }

    [Fact]
    public void Mardia_OfColumnsWithDecimals_NeedsNoCodebook() =>
        Assert.Equal(MardiaTest.Of(Holzinger.Values), Pathwise.Psychometrics.DistributionChecks.Mardia(Holzinger.Table, Holzinger.Items));
}
