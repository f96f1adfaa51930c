using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class IntervalAgainstPTests
{
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
        Assert.Equal(status, ReportedInterval.Audit("interval against p", "0.30", lower, upper, p, detail).Status);

    [Fact]
    public void ExcludesZero_ABoundThatRoundsToZero_IsLeftOpen()
    {
        Assert.True(IntervalAgainstP.ExcludesZero(new ValueRange(.1, .2), new ValueRange(.5, .6)));
        Assert.True(IntervalAgainstP.ExcludesZero(new ValueRange(-.6, -.5), new ValueRange(-.2, -.1)));
        Assert.False(IntervalAgainstP.ExcludesZero(new ValueRange(-.2, -.1), new ValueRange(.1, .2)));
        Assert.Null(IntervalAgainstP.ExcludesZero(new ValueRange(-.005, .005), new ValueRange(.5, .6)));
    }

    [Theory]
    [InlineData(".049", true)]
    [InlineData(".051", false)]
    [InlineData(".05", null)]
    [InlineData("< .05", true)]
    [InlineData("> .05", false)]
    public void IsBelow_APrintedP_SaysWhatItCan(string printed, bool? expected) =>
        Assert.Equal(expected, IntervalAgainstP.IsBelow(ReportedNumber.Parse(printed), .05));

    [Fact]
    public void Audit_ALevelThatIsNoNumber_IsAMistake() => Assert.Contains(
        "'level' is 'high'; expected a percentage such as 95.",
        Assert.Throws<InputException>(() => ReportedInterval.Audit("interval against p", "0.30", "0.26", "0.69", ".01", "level: high")).Message,
        StringComparison.Ordinal);
}
