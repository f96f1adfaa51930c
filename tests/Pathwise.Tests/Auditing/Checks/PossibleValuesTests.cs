using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class PossibleValuesTests
{
    [Theory]
    [InlineData(StatisticKind.Correlation, "1.20", false)]
    [InlineData(StatisticKind.Correlation, "-1.35", false)]
    [InlineData(StatisticKind.Correlation, "1.00", true)]
    [InlineData(StatisticKind.F, "-4.50", false)]
    [InlineData(StatisticKind.F, "< 1", true)]
    [InlineData(StatisticKind.F, "< 0", false)]
    [InlineData(StatisticKind.ChiSquare, "-5.99", false)]
    [InlineData(StatisticKind.ChiSquare, "-0.00", true)]
    [InlineData(StatisticKind.Count, "12.5", false)]
    [InlineData(StatisticKind.Count, "12.0", true)]
    [InlineData(StatisticKind.Count, "-3", false)]
    [InlineData(StatisticKind.StandardDeviation, "-1.20", false)]
    [InlineData(StatisticKind.PValue, "1.20", false)]
    [InlineData(StatisticKind.PValue, "-.04", false)]
    [InlineData(StatisticKind.PValue, "< .000", false)]
    [InlineData(StatisticKind.PValue, ".000", true)]
    [InlineData(StatisticKind.PValue, "> 1", false)]
    [InlineData(StatisticKind.Percentage, "104.2%", false)]
    [InlineData(StatisticKind.Percentage, "100%", true)]
    [InlineData(StatisticKind.Percentage, "-2%", false)]
    [InlineData(StatisticKind.Cfi, "1.02", false)]
    [InlineData(StatisticKind.Tli, "1.02", true)]
    [InlineData(StatisticKind.Rmsea, "-.05", false)]
    [InlineData(StatisticKind.Srmr, "-.05", false)]
    [InlineData(StatisticKind.RSquared, "1.10", false)]
    [InlineData(StatisticKind.Effect, "1.20", true)]
    public void Audit_AValueBeyondAnyData_IsInconsistent(StatisticKind kind, string printed, bool isPossible)
    {
        var statistic = Given.As(kind, printed);
        Assert.Equal(isPossible, PossibleValues.IsPossible(statistic));
        Assert.Equal(isPossible ? 0 : 1, Given.Audit("possible values", statistic).Count(finding => finding.Status == FindingStatus.Inconsistent));
    }

    [Theory]
    [InlineData(StatisticKind.F, "-4.50", 1.0, 40.0)]
    [InlineData(StatisticKind.ChiSquare, "-5.99", 2.0)]
    [InlineData(StatisticKind.Correlation, "1.20", 40.0)]
    public void Audit_ThePOfAnImpossibleStatistic_DoesNotFollow(StatisticKind kind, string printed, params double[] df)
    {
        var statistic = Given.As(kind, printed).Linked("p: p") with { DegreesOfFreedom = df };
        var finding = Given.AuditOne("p from statistic", statistic, Given.As(StatisticKind.PValue, ".04", "p"));
        Assert.Equal(FindingStatus.Untestable, finding.Status);
    }

    [Fact]
    public void Audit_ANegativeDeviation_IsNotTestedFurther()
    {
        var mean = Given.As(StatisticKind.Mean, "2.00", "m").With("items: 1") with { N = 5 };
        var findings = PublishedStatistics.Of([mean, Given.As(StatisticKind.StandardDeviation, "-1.20", "sd").Linked("mean: m")]).Audit().Findings;
        Assert.Equal(["possible values"], findings.Where(finding => finding.Statistic.Id == "sd").Select(finding => finding.Check));
    }
}
