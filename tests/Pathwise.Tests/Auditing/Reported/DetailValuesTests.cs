using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class DetailValuesTests
{
    [Theory]
    [InlineData("tails: one", "1")]
    [InlineData("tails: One-Tailed", "1")]
    [InlineData("tails: 1-sided", "1")]
    [InlineData("tails: one tail", "1")]
    [InlineData("tails: two-sided", "2")]
    [InlineData("values: Binary", "binary")]
    [InlineData("values: 0/1", "binary")]
    [InlineData("interval: Symmetric", "symmetric")]
    [InlineData("effect: Direct", "direct")]
    [InlineData("relation: at-most", "at most")]
    [InlineData("scale: 1 to 7", "1-7")]
    [InlineData("scale: 1–5", "1-5")]
    [InlineData("level: 90 %", "90")]
    public void Of_AValueInOtherWords_IsReadAsTheChecksReadIt(string detail, string expected) =>
        Assert.Equal(expected, Assert.Single(Published(detail).Statistics[0].Details).Value);

    [Theory]
    [InlineData("tails: left", "expected 1 or 2")]
    [InlineData("values: Likert", "expected binary")]
    [InlineData("interval: exact", "expected symmetric or bootstrap")]
    [InlineData("effect: main", "expected direct or total or indirect")]
    [InlineData("relation: at least", "expected at most")]
    [InlineData("level: 0.95", "expected a percentage such as 95")]
    [InlineData("scale: 7-1", "such as 1-7")]
    [InlineData("items: 1.5", "expected a positive whole number")]
    [InlineData("items: 2000000000", "up to 100000")]
    [InlineData("groups: two", "expected a positive whole number")]
    public void Of_AValueThatNoCheckKnows_IsRefused(string detail, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Published(detail)).Message, StringComparison.Ordinal);

    [Fact]
    public void Audit_ANegativeEndOfAScale_IsOne()
    {
        var mean = Given.As(StatisticKind.Mean, "-3.5").With("scale: -3 to 3");
        Assert.Equal(FindingStatus.Inconsistent, Given.AuditOne("limits of the scale", mean).Status);
    }

    private static PublishedStatistics Published(string detail) => PublishedStatistics.Of([Given.As(StatisticKind.Mean, "3.10").With(detail)]);
}
