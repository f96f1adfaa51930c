using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class SharesOfWholeTests
{
    [Fact]
    public void PossibleBases_OfTheFourRegions_AreSeventyOneAlone()
    {
        ReportedNumber[] shares = [.. new[] { "60.6 %", "7.0 %", "31.0 %", "1.4 %" }.Select(ReportedNumber.Parse)];
        Assert.Equal([71], SharesOfWhole.PossibleBases(shares, 92));
        Assert.False(SharesOfWhole.IsPossible(shares, 92));
    }

    [Theory]
    [InlineData(71, FindingStatus.Consistent, "are shares of 71: 43, 5, 22, 1.")]
    [InlineData(92, FindingStatus.Inconsistent, "The only base up to 92 that yields all of them is 71 (43, 5, 22, 1).")]
    [InlineData(50, FindingStatus.Inconsistent, "No base up to 50 yields all of them.")]
    public void Audit_SharesOfAWhole_NeedABaseThatYieldsAll(int n, FindingStatus status, string message)
    {
        string[] texts = ["60.6%", "7.0%", "31.0%", "1.4%"];
        var shares = texts.Select((text, i) => Given.As(StatisticKind.Percentage, text, $"s{i}").With("whole: region") with { N = n });
        var finding = Given.AuditOne("shares of a whole", [.. shares]);
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ABaseThatIsTwoOfTheParts_SaysWhich()
    {
        string[] texts = ["60.6%", "7.0%", "31.0%", "1.4%"];
        var shares = texts.Select((text, i) => Given.As(StatisticKind.Percentage, text, $"s{i}").With("whole: region") with { N = 92 });
        var counts = new[] { ("a", "40"), ("b", "31"), ("c", "21") }.Select(pair => Given.As(StatisticKind.Count, pair.Item2, pair.Item1));
        var whole = Given.As(StatisticKind.Count, "92", "n").Linked("sum: a + b + c");
        var finding = Given.AuditOne("shares of a whole", [.. shares, .. counts, whole]);
        Assert.Contains("which is 40 + 31", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_SharesWithoutN_AreUntestable() => Assert.Equal(
        FindingStatus.Untestable, Given.AuditOne("shares of a whole", Given.As(StatisticKind.Percentage, "60.6%").With("whole: region")).Status);
}
