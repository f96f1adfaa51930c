using Pathwise.Multiverse.Inference;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class SharedRowsTests
{
    private static double[] Cases => [.. SimultaneousBandTests.Normal(60, 8).Select(value => 40 + value)];

    [Fact]
    public void Draw_AllCases_IsTheDrawOfTheCasesThemselves()
    {
        double[] shared = new double[9], plain = new double[9], means = new double[3], others = new double[3];
        SampleSource one = new SharedRows(Cases, Cases, 3, [.. Enumerable.Range(0, 20)], 20), other = new CaseResampler(Cases, 3);
        Assert.Null(one.Draw(RandomStream.For(1, 2), shared, 19));
        Assert.Null(other.Draw(RandomStream.For(1, 2), plain, 19));
        one.CopyMeans(means);
        other.CopyMeans(others);
        Assert.All(shared.Zip(plain), each => Assert.Equal(each.Second, each.First, 12));
        Assert.All(means.Zip(others), each => Assert.Equal(each.Second, each.First, 12));
    }

    [Fact]
    public void Draw_SomeCasesOfTheData_TakesThoseAmongTheDrawn()
    {
        int[] positions = [.. Enumerable.Range(0, 20).Select(i => 2 * i)];
        var rows = new SharedRows(Cases, Cases, 3, positions, 50);
        var covariance = new double[9];
        Assert.Null(rows.Draw(RandomStream.For(4, 7), covariance, 20));
        int[] drawn = [.. Resample.Positions(50, 4, 7).Where(row => row < 40 && row % 2 == 0).Select(row => row / 2)];
        Assert.Equal(drawn.Length, rows.Drawn);
        double[] first = [.. drawn.Select(i => Cases[3 * i])];
        Assert.Equal(Univariate.Variance(first) * (first.Length - 1) / first.Length, covariance[0], 12);
    }

    [Fact]
    public void Draw_AConstantVariable_IsNamed()
    {
        double[] cases = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 3.0 : i)];
        Assert.Equal(FitStatus.ConstantVariable, new SharedRows([.. cases], cases, 2, [.. Enumerable.Range(0, 10)], 10).Draw(RandomStream.For(1, 1), new double[4], 10));
    }
}
