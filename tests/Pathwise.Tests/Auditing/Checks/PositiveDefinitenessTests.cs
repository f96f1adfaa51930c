using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class PositiveDefinitenessTests
{
    [Theory]
    [InlineData(".30", FindingStatus.Consistent, "such a matrix exists.")]
    [InlineData("-.31", FindingStatus.Inconsistent, "no data have these correlations.")]
    [InlineData(".28", FindingStatus.Consistent, "rounding explains it.")]
    public void Audit_ATableOfCorrelations_MustBePositiveDefinite(string third, FindingStatus status, string message)
    {
        // With r12 = r13 = .8, r23 can be as small as .28 and no smaller.
        var finding = Given.AuditOne("correlation matrix", R("a", ".80", "1", "2"), R("b", ".80", "1", "3"), R("c", third, "2", "3"));
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ATableWithAGap_IsUntestable() => Assert.Equal(
        FindingStatus.Untestable, Given.AuditOne("correlation matrix", R("a", ".80", "1", "2"), R("b", ".80", "1", "3")).Status);

    [Theory]
    [InlineData(.5, .5)]
    [InlineData(-.5, 0)]
    [InlineData(-.6, -.2)]
    public void SmallestEigenvalue_OfEqualCorrelations_IsTheClosedForm(double r, double expected) =>
        Assert.Equal(expected, PositiveDefiniteness.SmallestEigenvalue([1, r, r, r, 1, r, r, r, 1], 3), 1e-14);

    private static ReportedStatistic R(string id, string printed, string from, string to) =>
        Given.As(StatisticKind.Correlation, printed, id).With($"from: {from}", $"to: {to}", "model: table 1");
}
