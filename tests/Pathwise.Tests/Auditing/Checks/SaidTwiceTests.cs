using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class SaidTwiceTests
{
    [Theory]
    [InlineData(StatisticKind.Claim, "sales", "Sales", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Claim, "sales", "operations", FindingStatus.Inconsistent)]
    [InlineData(StatisticKind.Count, "five", "5", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Count, "five", "6", FindingStatus.Inconsistent)]
    [InlineData(StatisticKind.Mean, "5.1", "5.14", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Mean, "5.1", "5.2", FindingStatus.Consistent)]
    [InlineData(StatisticKind.Mean, "5.10", "5.20", FindingStatus.Inconsistent)]
    public void Audit_WhatIsSaidTwice_MustBeTheSame(StatisticKind kind, string one, string other, FindingStatus status) =>
        Assert.Equal(status, Given.AuditOne("said twice", Given.As(kind, one).Linked("same: y"), Given.As(kind, other, "y")).Status);
}
