using Pathwise.Reporting.Tables;
using Xunit;

namespace Pathwise.Tests.Reporting.Tables;

public sealed class PrecisionTests
{
    [Theory]
    [InlineData(0.00001, 0.000002, "0.0000100", "0.0000020")]
    [InlineData(0.35, 0.00031, "0.35000", "0.00031")]
    [InlineData(0.0003, 0.05, "0.000", "0.050")]
    [InlineData(0.5, 0.0005, "0.500", "0.001")]
    [InlineData(-0.00042, null, "-0.00042", "–")]
    [InlineData(0, 0.0, "0.000", "0.000")]
    [InlineData(0.2, 1e-17, "0.200", "0.000")]
    public void Of_EstimateAndError_ShowsTwoDigitsOfTheErrorWhereThreeDecimalsShowNone(double estimate, double? error, string shown, string shownError)
    {
        var decimals = Precision.Of(estimate, error);
        Assert.Equal((shown, shownError), (NumberText.Number(estimate, decimals), NumberText.Number(error, decimals)));
    }
}
