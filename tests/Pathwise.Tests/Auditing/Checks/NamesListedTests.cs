using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class NamesListedTests
{
    [Theory]
    [InlineData("six", FindingStatus.Consistent)]
    [InlineData("five", FindingStatus.Inconsistent)]
    public void Audit_ACount_IsThatOfTheNamesListed(string printed, FindingStatus status)
    {
        var finding = Given.AuditOne(
            "names listed", Given.As(StatisticKind.Count, printed).Linked("listed: l"), Given.As(StatisticKind.List, "a; b; c; d; e; f", "l"));
        Assert.Equal((status, "6"), (finding.Status, finding.Recomputed));
    }

    [Fact]
    public void Audit_AListThatIsNone_IsAMistake() => Assert.Contains("but that is a claim", Assert.Throws<InputException>(() => Given.Audit(
        "", Given.As(StatisticKind.Count, "5").Linked("listed: l"), Given.As(StatisticKind.Claim, "a", "l"))).Message, StringComparison.Ordinal);
}
