using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ShareOfCountTests
{
    [Theory]
    [InlineData("43.5%", FindingStatus.Consistent)]
    [InlineData("43.4%", FindingStatus.Inconsistent)]
    public void Audit_AShare_FollowsFromItsCount(string printed, FindingStatus status) => Assert.Equal(status, Given.AuditOne(
        "share of a count",
        Given.As(StatisticKind.Percentage, printed).Linked("count: k", "base: n"),
        Given.As(StatisticKind.Count, "40", "k"),
        Given.As(StatisticKind.Count, "92", "n")).Status);

    [Fact]
    public void Audit_AShareOfNobodyKnowsWhat_IsUntestable() => Assert.Equal(FindingStatus.Untestable, Given.AuditOne(
        "share of a count", Given.As(StatisticKind.Percentage, "43.5%").Linked("count: k"), Given.As(StatisticKind.Count, "40", "k")).Status);
}
