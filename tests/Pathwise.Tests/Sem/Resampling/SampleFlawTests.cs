using Pathwise.Sem.Compiled;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class SampleFlawTests
{
    [Fact]
    public void Of_ConstantColumn_IsToldByItsValuesAndNotByASumThatRounds()
    {
        // Twelve times 0.1: the sum of squares less the square of the sum leaves about 1e-17.
        double[] cases = [.. Enumerable.Range(0, 12).SelectMany(i => new[] { 0.1, i })];
        Assert.Equal(FitStatus.ConstantVariable, SampleFlaw.Of(cases, 2));
        cases[22] = Math.BitIncrement(0.1);
        Assert.Null(SampleFlaw.Of(cases, 2));
    }

    [Fact]
    public void Of_MissingValues_CountsTheValuesThatThereAre()
    {
        Assert.Equal(FitStatus.EmptyVariable, SampleFlaw.Of([1, double.NaN, 2, double.NaN], 2));
        Assert.Equal(FitStatus.ConstantVariable, SampleFlaw.Of([1, double.NaN, 2, 5, 3, double.NaN], 2));
        Assert.Null(SampleFlaw.Of([1, double.NaN, 2, 5, 3, 6], 2));
    }

    [Fact]
    public void Of_DrawnCases_LooksAtThoseThatWereDrawn()
    {
        double[] cases = [1, 0, 0, 0];
        Assert.Null(SampleFlaw.Of(cases, 1, [1, 3, 0, 0]));
        Assert.Equal(FitStatus.ConstantVariable, SampleFlaw.Of(cases, 1, [0, 2, 1, 1]));
        Assert.Equal(FitStatus.ConstantVariable, SampleFlaw.Of(cases, 1, [4, 0, 0, 0]));
    }
}
