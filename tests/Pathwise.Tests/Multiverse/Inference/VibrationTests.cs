using Pathwise.Multiverse.Inference;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class VibrationTests
{
    [Fact]
    public void Of_ARowOfEstimates_TakesItsFirstAndLastPercentile()
    {
        double[] estimates = [.. Enumerable.Range(0, 101).Select(i => 0.1 + (i / 100.0))];
        var vibration = Vibration.Of(estimates, [.. estimates.Select(each => (double?)Math.Pow(10, -each))], 0.05);
        Assert.Equal(0.11, vibration.Estimates[0], 12);
        Assert.Equal(0.6, vibration.Estimates[1], 12);
        Assert.Equal(1.09, vibration.Estimates[2], 12);
        Assert.Equal(1.09 / 0.11, vibration.Ratio!.Value, 10);
        Assert.Equal(0.98, vibration.PValueRange!.Value, 10);
        Assert.False(vibration.IsJanus);
        Assert.Equal(0, vibration.SignificantlyNegative);
    }

    [Fact]
    public void Of_BothSigns_IsJanusAndHasNoRatio()
    {
        var vibration = Vibration.Of([-1, -0.5, 0.5, 1], [0.001, 0.2, null, 0.01], 0.05);
        Assert.True(vibration.IsJanus);
        Assert.Null(vibration.Ratio);
        Assert.Equal((1, 1), (vibration.SignificantlyPositive, vibration.SignificantlyNegative));
    }

    [Fact]
    public void Of_NoUniverse_IsUndefinedRatherThanWrong()
    {
        var vibration = Vibration.Of([], [], 0.05);
        Assert.Empty(vibration.Estimates);
        Assert.Null(vibration.Ratio);
        Assert.Null(vibration.PValueRange);
        Assert.False(vibration.IsJanus);
    }
}
