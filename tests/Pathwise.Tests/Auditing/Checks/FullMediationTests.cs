using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

// Not of the study: a made-up path of trust on loyalty beside satisfaction.
public sealed class FullMediationTests
{
    // 0.21 and 0.14 with their rounding: 0.205 - 1.6449 * 0.145 and 0.215 + 1.6449 * 0.145.
    [Fact]
    public void Audit_EstimateWithError_NamesIntervalAndSmallestBound()
    {
        var finding = Audit(Given.As(StatisticKind.Estimate, "0.21", "b").Linked("se: s"), Given.As(StatisticKind.StandardError, "0.14", "s"));
        Assert.Equal(FindingStatus.Questionable, finding.Status);
        Assert.Contains("with the standard error of 0.14 its 90 % interval is -0.03 to 0.45 (in the units of the variables)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("only with a bound above 0.45", finding.Message, StringComparison.Ordinal);
        Assert.Contains("never that it is zero (Schuirmann, 1987; Beribisky, Mara and Cribbie, 2020)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interval_IsThatOfTwoOneSidedTests()
    {
        var interval = FullMediation.Interval(ValueRange.Of(-0.3), ValueRange.Of(0.1));
        Assert.Equal(-0.3 - 0.16448536269514722, interval.Lower, 1e-12);
        Assert.Equal(-0.3 + 0.16448536269514722, interval.Upper, 1e-12);
        Assert.Equal(0.46448536269514722, FullMediation.SmallestBound(interval), 1e-12);
    }

    // A 95 % interval from -.10 to .30 about .10 has reaches of .20; at 90 % they are .20 * 1.6449 / 1.9600 = .168, .17 with rounding.
    [Fact]
    public void Audit_StandardizedEffectWithBounds_NarrowsThem()
    {
        var finding = Audit(
            Given.As(StatisticKind.Effect, ".10", "b").Linked("lower: lo", "upper: up"), Given.As(StatisticKind.Bound, "-.10", "lo"), Given.As(StatisticKind.Bound, ".30", "up"));
        Assert.Contains("by the interval -.10 to .30 its 90 % interval is -0.07 to 0.27 (in standard deviations)", finding.Message, StringComparison.Ordinal);
    }

    // An interval that is of level 90 % already stays, but for its rounding.
    [Fact]
    public void Audit_BoundsOfLevelNinety_Stay()
    {
        var finding = Audit(
            Given.As(StatisticKind.Effect, ".100", "b").Linked("lower: lo", "upper: up").With("level: 90"), Given.As(StatisticKind.Bound, "-.100", "lo"), Given.As(StatisticKind.Bound, ".350", "up"));
        Assert.Contains("its 90 % interval is -0.101 to 0.351", finding.Message, StringComparison.Ordinal);
    }

    // z of p = .20 is 1.2816, so that the error of .15 is about .117 (up to .122 with rounding); the effect is found by its p.
    [Fact]
    public void Audit_EffectWithTheClaimsP_GivesTheErrorByIt()
    {
        var message = Given.AuditOne("argument", Claim("p: p"), Given.As(StatisticKind.Effect, ".15", "b").Linked("p: p"), Given.AsP(".20", "p")).Message;
        Assert.Contains("p = .20 for the direct path", message, StringComparison.Ordinal);
        Assert.Contains("by its p its 90 % interval is -0.06 to 0.36", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n.s.")]
    [InlineData("> .10")]
    public void Audit_PWithoutAValue_GivesNoInterval(string p) =>
        Assert.EndsWith("would say how large it may be.", Given.AuditOne("argument", Claim("p: p"), Given.As(StatisticKind.Effect, ".15", "b").Linked("p: p"), Given.AsP(p, "p")).Message, StringComparison.Ordinal);

    [Fact]
    public void Audit_SignificantDirectPath_IsNotThisArgument() =>
        Assert.Empty(Given.Audit("argument", Claim("p: p", "direct: b"), Given.As(StatisticKind.Effect, ".15", "b").Linked("p: p"), Given.AsP(".04", "p")));

    private static ReportedStatistic Claim(params string[] links) => Given.As(StatisticKind.Claim, "satisfaction fully mediates trust", "claim").Linked(links).With("argument: full mediation");

    private static Finding Audit(params ReportedStatistic[] statistics) => Given.AuditOne("argument", [Claim("direct: b"), .. statistics]);
}
