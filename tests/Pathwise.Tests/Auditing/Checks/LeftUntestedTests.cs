using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class LeftUntestedTests
{
    [Theory]
    [InlineData(StatisticKind.Srmr, ".05", "SRMR is a mean of residual correlations, which are not printed.")]
    [InlineData(StatisticKind.Count, "5", "A single count; nothing else that is printed depends on it.")]
    [InlineData(StatisticKind.DegreesOfFreedom, "9", "The number of observed variables is not stated with it.")]
    [InlineData(StatisticKind.PValue, ".03", "The statistic that it belongs to is not printed.")]
    [InlineData(StatisticKind.ChiSquare, "3.2", "No p is printed with it.")]
    [InlineData(StatisticKind.Correlation, ".3", "No p is printed with it.")]
    [InlineData(StatisticKind.Effect, ".3", "Nothing else that is printed depends on it.")]
    public void Audit_ANumberThatNoCheckTouches_IsUntestableForItsReason(StatisticKind kind, string printed, string reason)
    {
        var finding = Given.AuditOne("no check", Given.As(kind, printed));
        Assert.Equal((FindingStatus.Untestable, reason), (finding.Status, finding.Message));
    }

    [Fact]
    public void Audit_WhatIsNoEstimateOrBelongsToAnother_IsNotLeft()
    {
        Assert.Empty(Given.Audit("no check", Given.As(StatisticKind.Number, "200"), Given.As(StatisticKind.Claim, "verified", "y")));
        Assert.Empty(Given.Audit(
            "no check", Given.As(StatisticKind.Count, "16", "whole").Linked("sum: a + b"), Given.As(StatisticKind.Count, "11", "a"), Given.As(StatisticKind.Count, "5", "b")));
    }
}
