using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed class AxisTests
{
    [Theory]
    [InlineData(0.13, 0.87, "0.0|0.2|0.4|0.6|0.8|1.0")]
    [InlineData(-0.655, 1.354, "−1.0|−0.5|0.0|0.5|1.0|1.5")]
    [InlineData(0, 250, "0|50|100|150|200|250")]
    [InlineData(0.021, 0.034, "0.020|0.022|0.024|0.026|0.028|0.030|0.032|0.034")]
    [InlineData(5, 5, "4.4|4.6|4.8|5.0|5.2|5.4|5.6")]
    public void Over_Values_EndsAtRoundNumbers(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join('|', Axis.Over("", [low, high]).Ticks.Select(tick => tick.Label)));

    [Fact]
    public void Over_NothingKnown_IsStillAnAxis() =>
        Assert.NotEmpty(Axis.Over("", [null, double.NaN]).Ticks);

    [Fact]
    public void Between_Ends_StayWhereTheyWereGiven()
    {
        var axis = Axis.Between("", 1, 7);
        Assert.Equal((1, 7), (axis.Min, axis.Max));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], axis.Ticks.Select(tick => tick.Label));
    }
}
