using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class TotalEffectTests
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
        var total = Given.As(StatisticKind.Effect, printed, "t").Linked("paths: c + a * b");
        var finding = Given.AuditOne("total effect", [.. Direct, total]);
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Ranges_GoesFromTheLeastToTheLargestProduct()
    {
        // .5 x .6 with half units of .005: .495 x .595 to .505 x .605; a negative path turns the ends around.
        var range = TotalEffect.Of([[new ValueRange(.495, .505), new ValueRange(.595, .605)], [new ValueRange(-.205, -.195)]]);
        Assert.Equal((.495 * .595) - .205, range.Lower, 1e-15);
        Assert.Equal((.505 * .605) - .195, range.Upper, 1e-15);
    }

    [Fact]
    public void Audit_ANegativePath_IsWrittenInBrackets()
    {
        var finding = Given.AuditOne("total effect", Effect("a", "-.50", "x", "m"), Effect("b", ".60", "m", "y"), Given.As(StatisticKind.Effect, "-.30", "t").Linked("paths: a * b"));
        Assert.StartsWith("(-.50) x .60 = -0.30", finding.Message, StringComparison.Ordinal);
    }

    private static ReportedStatistic Effect(string id, string printed, string from, string to) =>
        Given.As(StatisticKind.Effect, printed, id).With($"from: {from}", $"to: {to}", "effect: direct", "model: 1");
}
