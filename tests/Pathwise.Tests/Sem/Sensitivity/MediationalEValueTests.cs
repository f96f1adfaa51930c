using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class MediationalEValueTests
{
    // VanderWeele and Ding (2017): a risk ratio of 3.9 has the E-value 7.26, which is printed there.
    [Fact]
    public void Of_TheRiskRatioOfTheirExample_IsTheirEValue() => Assert.Equal(7.26, MediationalEValue.Of(Math.Log(3.9) / 0.91), 2);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.528871)]
    [InlineData(-0.5, 2.528871)]
    public void Of_ADifference_IsSymmetric(double difference, double expected)
    {
        var ratio = Math.Exp(0.91 * Math.Abs(difference));
        Assert.Equal(ratio + Math.Sqrt(ratio * (ratio - 1)), MediationalEValue.Of(difference), 1e-12);
        Assert.InRange(MediationalEValue.Of(difference), expected - 0.1, expected + 0.1);
    }

    [Fact]
    public void OfBound_WhereTheIntervalHoldsZero_IsOne()
    {
        var fit = Mediations.Fit("y ~ m + x\nm ~ x", Mediations.Observed.Cases([.. Enumerable.Range(0, 12)]));
        var result = fit.Sensitivity(new() { Effect = "x -> m -> y", Bootstrap = new() { Seed = 2, Replicates = 400 }, Level = 0.999 });
        Assert.Equal(1, result.EValue!.OfBound);
        Assert.True(result.EValue.Value > 1);
    }
}
