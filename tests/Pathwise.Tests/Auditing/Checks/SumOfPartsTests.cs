using Pathwise.Auditing;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class SumOfPartsTests
{
    [Theory]
    [InlineData("16", FindingStatus.Consistent)]
    [InlineData("17", FindingStatus.Inconsistent)]
    public void Audit_AWhole_IsTheSumOfItsParts(string printed, FindingStatus status) => Assert.Equal(status, Reported.AuditOne(
        "sum of parts",
        Reported.As(StatisticKind.Count, printed).Linked("sum: a + b"),
        Reported.As(StatisticKind.Count, "11", "a"),
        Reported.As(StatisticKind.Count, "five", "b")).Status);
}
