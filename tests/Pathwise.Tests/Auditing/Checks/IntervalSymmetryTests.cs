using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class IntervalSymmetryTests
{
    [Theory]
    [InlineData("0.26", "0.74", "interval: symmetric", FindingStatus.Consistent)]
    [InlineData("0.27", "0.74", "interval: symmetric", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", "interval: symmetric", FindingStatus.Inconsistent)]
    [InlineData("0.26", "0.69", "interval: bootstrap", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", "", FindingStatus.Untestable)]
    public void Audit_AnAsymmetricInterval_IsOneThatASymmetricMethodCannotGive(string lower, string upper, string detail, FindingStatus status) =>
        Assert.Equal(status, ReportedInterval.Audit("symmetry of the interval", "0.50", lower, upper, "< .01", detail).Status);

    [Fact]
    public void Audit_AMethodThatIsNotKnown_IsAMistake() => Assert.Contains(
        "'interval' is 'magic'",
        Assert.Throws<InputException>(() => ReportedInterval.Audit("symmetry of the interval", "0.50", "0.26", "0.69", ".01", "interval: magic")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Excess_OfASymmetricInterval_HoldsZero() =>
        Assert.True(IntervalSymmetry.Excess(ValueRange.Of(.5), ValueRange.Of(.25), ValueRange.Of(.75)).Contains(0));
}
