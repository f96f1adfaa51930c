using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ReliabilityFromLoadingsTests
{
    private const string Check = "reliability from loadings";

    private static readonly Oracle Printed = Oracle.Read("audit", "audit.json");

    [Theory]
    [InlineData("visual")]
    [InlineData("textual")]
    [InlineData("speed")]
    public void CompositeAndExtracted_AreThoseOfSemTools(string factor)
    {
        var loadings = Printed["loadings"][factor].Numbers;
        Oracle.Near(Printed["cr"][factor].Number, ReliabilityFromLoadings.Composite(loadings), 1e-5);
        Oracle.Near(Printed["ave"][factor].Number, ReliabilityFromLoadings.Extracted(loadings), 1e-5);
    }

    [Theory]
    [InlineData(StatisticKind.CompositeReliability, ".79", FindingStatus.Consistent)]
    [InlineData(StatisticKind.CompositeReliability, ".80", FindingStatus.Consistent)]
    [InlineData(StatisticKind.CompositeReliability, ".81", FindingStatus.Inconsistent)]
    [InlineData(StatisticKind.AverageVarianceExtracted, ".57", FindingStatus.Consistent)]
    [InlineData(StatisticKind.AverageVarianceExtracted, ".58", FindingStatus.Inconsistent)]
    public void Audit_AMeasure_FollowsFromItsLoadingsWithinRounding(StatisticKind kind, string printed, FindingStatus status) =>
        Assert.Equal(status, Given.AuditOne(Check, [Given.As(kind, printed, "m").Linked("loadings: a + b + c"), .. Loadings(".80", "-.75", ".70")]).Status);

    [Fact]
    public void Audit_TheLoadings_AreNamedInTheFinding() => Assert.Equal(
        "Loadings of .80, .75, .70 give AVE = 0.557 to 0.572; printed is .60.",
        Given.AuditOne(Check, [Given.As(StatisticKind.AverageVarianceExtracted, ".60", "m").Linked("loadings: a b c"), .. Loadings(".80", ".75", ".70")]).Message);

    [Fact]
    public void Audit_WithoutLoadings_IsUntestable() =>
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne(Check, Given.As(StatisticKind.CompositeReliability, ".80")).Status);

    private static ReportedStatistic[] Loadings(params string[] printed) =>
        [.. printed.Zip("abc", (text, id) => Given.As(StatisticKind.Loading, text, id.ToString()))];
}
