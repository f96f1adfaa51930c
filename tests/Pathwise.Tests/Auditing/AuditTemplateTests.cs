using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class AuditTemplateTests
{
    [Fact]
    public void Text_IsAPaperInWhichNothingContradictsAnything()
    {
        var report = Paper().Audit();
        Assert.Empty(report.Findings.Where(finding => finding.Status is FindingStatus.Inconsistent or FindingStatus.Questionable).Select(finding => finding.Message));
        Assert.True(report.Findings.Count(finding => finding.Status == FindingStatus.Consistent) > 30);
    }

    [Fact]
    public void Text_HasEveryKind() => Assert.Equal(
        Enum.GetValues<StatisticKind>(), Paper().Statistics.Select(statistic => statistic.Kind).Distinct().Order());

    [Fact]
    public void TextAndPage_NameEveryRoleAndDetail()
    {
        var page = File.ReadAllText(Repository.Path("docs", "audit.md"));
        Assert.All(AuditVocabulary.Roles.Concat(AuditVocabulary.Details), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(StatisticFields.Known, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<StatisticKind>(), kind => Assert.Contains($"`{kind.Text()}`", page, StringComparison.Ordinal));
        Assert.All(AuditVocabulary.Roles.Concat(AuditVocabulary.Details), name => Assert.Contains($"{name}:", AuditTemplate.Text(), StringComparison.Ordinal));
    }

    private static PublishedStatistics Paper()
    {
        using var folder = new StatisticsFolder();
        return PublishedStatistics.Read(folder.Write("paper.yaml", AuditTemplate.Text()));
    }
}
