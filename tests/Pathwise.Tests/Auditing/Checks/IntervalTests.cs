using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>An estimate and its interval, the interval and p, and the interval's symmetry.</summary>
public sealed class IntervalTests
{
    [Theory]
    [InlineData("0.50", "0.26", "0.69", FindingStatus.Consistent)]
    [InlineData("0.50", "0.50", "0.69", FindingStatus.Consistent)]
    [InlineData("0.50", "0.52", "0.69", FindingStatus.Inconsistent)]
    [InlineData("0.70", "0.26", "0.68", FindingStatus.Inconsistent)]
    [InlineData("0.50", "0.69", "0.26", FindingStatus.Inconsistent)]
    public void Audit_AnEstimate_LiesInItsInterval(string estimate, string lower, string upper, FindingStatus status) =>
        Assert.Equal(status, Audit("estimate in its interval", estimate, lower, upper, "0.50").Status);

    [Theory]
    [InlineData("0.26", "0.69", "< .01", "", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", ".060", "", FindingStatus.Inconsistent)]
    [InlineData("0.26", "0.69", "< .05", "", FindingStatus.Consistent)]
    [InlineData("-0.17", "0.60", "0.453", "", FindingStatus.Consistent)]
    [InlineData("-0.17", "0.60", "< .01", "", FindingStatus.Inconsistent)]
    [InlineData("0.00", "0.60", ".02", "", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", ".05", "", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", ".060", "level: 90", FindingStatus.Consistent)]
    [InlineData("-0.26", "0.69", ".060", "level: 90", FindingStatus.Inconsistent)]
    public void Audit_IntervalAndP_TellOneStory(string lower, string upper, string p, string detail, FindingStatus status) =>
        Assert.Equal(status, Audit("interval against p", "0.30", lower, upper, p, detail).Status);

    [Theory]
    [InlineData("0.26", "0.74", "interval: symmetric", FindingStatus.Consistent)]
    [InlineData("0.27", "0.74", "interval: symmetric", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", "interval: symmetric", FindingStatus.Inconsistent)]
    [InlineData("0.26", "0.69", "interval: bootstrap", FindingStatus.Consistent)]
    [InlineData("0.26", "0.69", "", FindingStatus.Untestable)]
    public void Audit_AnAsymmetricInterval_IsOneThatASymmetricMethodCannotGive(string lower, string upper, string detail, FindingStatus status) =>
        Assert.Equal(status, Audit("symmetry of the interval", "0.50", lower, upper, "< .01", detail).Status);

    [Fact]
    public void Audit_AMethodThatIsNotKnown_IsAMistake() => Assert.Contains(
        "'interval' is 'magic'",
        Assert.Throws<InputException>(() => Audit("symmetry of the interval", "0.50", "0.26", "0.69", ".01", "interval: magic")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Excess_OfASymmetricInterval_HoldsZero() =>
        Assert.True(IntervalSymmetry.Excess(ValueRange.Of(.5), ValueRange.Of(.25), ValueRange.Of(.75)).Contains(0));

    private static Finding Audit(string check, string estimate, string lower, string upper, string p, string detail = "") => Reported.AuditOne(
        check,
        Reported.As(StatisticKind.Effect, estimate).Linked("lower: lo", "upper: up", "p: p").With(detail.Length == 0 ? [] : [detail]),
        Reported.As(StatisticKind.Bound, lower, "lo"),
        Reported.As(StatisticKind.Bound, upper, "up"),
        Reported.As(StatisticKind.PValue, p, "p"));
}
