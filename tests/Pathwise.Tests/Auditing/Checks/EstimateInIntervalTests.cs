using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class EstimateInIntervalTests
{
    [Theory]
    [InlineData("0.50", "0.26", "0.69", FindingStatus.Consistent)]
    [InlineData("0.50", "0.50", "0.69", FindingStatus.Consistent)]
    [InlineData("0.50", "0.52", "0.69", FindingStatus.Inconsistent)]
    [InlineData("0.70", "0.26", "0.68", FindingStatus.Inconsistent)]
    [InlineData("0.50", "0.69", "0.26", FindingStatus.Inconsistent)]
    public void Audit_AnEstimate_LiesInItsInterval(string estimate, string lower, string upper, FindingStatus status) =>
        Assert.Equal(status, ReportedInterval.Audit("estimate in its interval", estimate, lower, upper, "0.50").Status);

    [Fact]
    public void IsInside_ABoundWithinRounding_Counts()
    {
        Assert.True(EstimateInInterval.IsInside(new ValueRange(.495, .505), new ValueRange(.504, .514), new ValueRange(.69, .70)));
        Assert.False(EstimateInInterval.IsInside(new ValueRange(.495, .505), new ValueRange(.506, .516), new ValueRange(.69, .70)));
    }
}
