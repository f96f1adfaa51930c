using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class SumOfPartsTests
{
    [Theory]
    [InlineData("16", FindingStatus.Consistent)]
    [InlineData("17", FindingStatus.Inconsistent)]
    public void Audit_AWhole_IsTheSumOfItsParts(string printed, FindingStatus status) => Assert.Equal(status, Given.AuditOne(
        "sum of parts",
        Given.As(StatisticKind.Count, printed).Linked("sum: a + b"),
        Given.As(StatisticKind.Count, "11", "a"),
        Given.As(StatisticKind.Count, "five", "b")).Status);
}
