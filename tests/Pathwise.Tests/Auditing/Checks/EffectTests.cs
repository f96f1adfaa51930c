using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>Total effects, explained variance, and whether correlations can exist together.</summary>
public sealed class EffectTests
{
    private static readonly ReportedStatistic[] Direct =
    [
        Effect("a", ".50", "x", "m"),
        Effect("b", ".60", "m", "y"),
        Effect("c", ".20", "x", "y"),
    ];

    [Theory]
    [InlineData(".50", FindingStatus.Consistent, "= 0.50, with rounding 0.490 to 0.511; printed is .50, the same.")]
    [InlineData(".51", FindingStatus.Consistent, "printed is .51, consistent within rounding.")]
    [InlineData(".53", FindingStatus.Inconsistent, "printed is .53.")]
    public void Audit_ATotalEffect_IsTheSumOverPaths(string printed, FindingStatus status, string message)
    {
        var total = Reported.As(StatisticKind.Effect, printed, "t").Linked("paths: c + a * b");
        var finding = Reported.AuditOne("total effect", [.. Direct, total]);
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ARecursiveModel_GivesTheExplainedVarianceOfEachResult()
    {
        // R2(y) = .36 + .04 + 2 (.6)(.2)(.5) = .52.
        var explained = ImpliedCorrelations.Of([("x", "m", ValueRange.Of(.5)), ("m", "y", ValueRange.Of(.6)), ("x", "y", ValueRange.Of(.2))])!;
        Assert.Equal(["m", "y"], explained.Select(pair => pair.Variable));
        Assert.Equal(.25, explained[0].RSquared.Lower, 1e-12);
        Assert.Equal(.52, explained[1].RSquared.Upper, 1e-12);
        Assert.Null(ImpliedCorrelations.Of([("x", "m", ValueRange.Of(.5)), ("m", "x", ValueRange.Of(.6))]));
    }

    [Theory]
    [InlineData(".52", FindingStatus.Consistent)]
    [InlineData(".58", FindingStatus.Inconsistent)]
    public void Audit_AnRSquared_FollowsFromTheEffects(string printed, FindingStatus status)
    {
        var rSquared = Reported.As(StatisticKind.RSquared, printed, "r2").With("to: y", "model: 1");
        var finding = Reported.Audit("explained variance", [.. Direct, rSquared]).Single(found => found.Statistic.Id == "r2");
        Assert.Equal(status, finding.Status);
    }

    [Fact]
    public void Audit_EffectsThatExplainMoreThanAll_CannotExist()
    {
        var finding = Reported.Audit("explained variance", Effect("a", ".90", "x", "m"), Effect("b", ".80", "m", "y"), Effect("c", ".60", "x", "y"))[^1];
        Assert.Equal(FindingStatus.Inconsistent, finding.Status);
        Assert.EndsWith("no correlation matrix has these values.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".30", FindingStatus.Consistent, "such a matrix exists.")]
    [InlineData("-.31", FindingStatus.Inconsistent, "no data have these correlations.")]
    [InlineData(".28", FindingStatus.Consistent, "rounding explains it.")]
    public void Audit_ATableOfCorrelations_MustBePositiveDefinite(string third, FindingStatus status, string message)
    {
        // With r12 = r13 = .8, r23 can be as small as .28 and no smaller.
        var finding = Reported.AuditOne("correlation matrix", R("a", ".80", "1", "2"), R("b", ".80", "1", "3"), R("c", third, "2", "3"));
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ATableWithAGap_IsUntestable() => Assert.Equal(
        FindingStatus.Untestable, Reported.AuditOne("correlation matrix", R("a", ".80", "1", "2"), R("b", ".80", "1", "3")).Status);

    private static ReportedStatistic Effect(string id, string printed, string from, string to) =>
        Reported.As(StatisticKind.Effect, printed, id).With($"from: {from}", $"to: {to}", "effect: direct", "model: 1");

    private static ReportedStatistic R(string id, string printed, string from, string to) =>
        Reported.As(StatisticKind.Correlation, printed, id).With($"from: {from}", $"to: {to}", "model: table 1");
}
