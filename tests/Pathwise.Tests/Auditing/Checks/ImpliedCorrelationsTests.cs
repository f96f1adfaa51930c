using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class ImpliedCorrelationsTests
{
    private static readonly ReportedStatistic[] Direct =
    [
        Effect("a", ".50", "x", "m"),
        Effect("b", ".60", "m", "y"),
        Effect("c", ".20", "x", "y"),
    ];

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
        var rSquared = Given.As(StatisticKind.RSquared, printed, "r2").With("to: y", "model: 1");
        var finding = Given.Audit("explained variance", [.. Direct, rSquared]).Single(found => found.Statistic.Id == "r2");
        Assert.Equal(status, finding.Status);
    }

    [Fact]
    public void Audit_EffectsThatExplainMoreThanAll_CannotExist()
    {
        var finding = Given.Audit("explained variance", Effect("a", ".90", "x", "m"), Effect("b", ".80", "m", "y"), Effect("c", ".60", "x", "y"))[^1];
        Assert.Equal(FindingStatus.Inconsistent, finding.Status);
        Assert.EndsWith("no correlation matrix has these values.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UncorrelatedCauses_ExplainTheSumOfTheirSquares()
    {
        var explained = ImpliedCorrelations.Of([("a", "y", ValueRange.Of(.3)), ("b", "y", ValueRange.Of(-.4))])!;
        Assert.Equal(.25, Assert.Single(explained).RSquared.Lower, 1e-15);
    }

    [Fact]
    public void Audit_EffectsInACircle_AreUntestable() =>
        Assert.Equal(FindingStatus.Untestable, Assert.Single(Given.Audit("explained variance", Effect("a", ".5", "x", "m"), Effect("b", ".6", "m", "x"))).Status);

    private static ReportedStatistic Effect(string id, string printed, string from, string to) =>
        Given.As(StatisticKind.Effect, printed, id).With($"from: {from}", $"to: {to}", "effect: direct", "model: 1");
}
