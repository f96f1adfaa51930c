using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class NormalSamplerTests
{
    private static readonly double[] Means = [3, -1], Covariances = [4, 1.5, 1.5, 1];

    [Fact]
    public void Draw_AnyStream_HasTheMomentsOfTheCasesThatItDrew()
    {
        var source = new NormalSampler(30, Means, Covariances);
        double[] covariance = new double[4], cases = new double[60];
        source.Draw(RandomStream.For(2, 5), covariance, 30);
        source.DrawCases(RandomStream.For(2, 5), cases);
        for (var j = 0; j < 2; j++)
        {
            for (var k = 0; k < 2; k++)
                Assert.Equal(Moment(cases, j, k), covariance[(j * 2) + k], 1e-12);
        }
    }

    [Fact]
    public void DrawCases_ManyCases_HaveThePopulationsMomentsAndNormalTails()
    {
        // A mean has the error 2 / sqrt(n), a covariance about s11 sqrt(2 / n); n is 200,000.
        var (source, cases) = (new NormalSampler(200_000, Means, Covariances), new double[400_000]);
        source.DrawCases(RandomStream.For(2, 5), cases);
        double[] first = [.. Enumerable.Range(0, 200_000).Select(i => cases[2 * i])];
        Assert.Equal(3, first.Average(), 4 * 2 / Math.Sqrt(200_000));
        Assert.Equal(4, Moment(cases, 0, 0), 4 * 4 * Math.Sqrt(2.0 / 200_000));
        Assert.Equal(1.5, Moment(cases, 0, 1), 4 * Math.Sqrt(((4 * 1) + (1.5 * 1.5)) / 200_000));
        Assert.Equal(0.05, first.Count(value => Math.Abs(value - 3) > 2 * 1.959964) / 200_000.0, 4 * Math.Sqrt(0.05 * 0.95 / 200_000));
    }

    [Fact]
    public void NormalSampler_PopulationThatIsNone_IsRefused() =>
        Assert.Throws<InputException>(() => new NormalSampler(5, [0, 0], [1, 2, 2, 1]));

    private static double Moment(double[] cases, int j, int k)
    {
        var n = cases.Length / 2;
        double Mean(int column) => Enumerable.Range(0, n).Average(i => cases[(2 * i) + column]);
        double meanOfJ = Mean(j), meanOfK = Mean(k);
        return Enumerable.Range(0, n).Average(i => (cases[(2 * i) + j] - meanOfJ) * (cases[(2 * i) + k] - meanOfK));
    }
}
