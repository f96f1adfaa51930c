using System.Globalization;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>What lavaan prints of a model in one and in two groups, as a paper would.</summary>
public sealed class GroupedFitTests
{
    private static readonly Oracle Printed = Oracle.Read("audit", "audit.json");

    [Theory]
    [InlineData("one", 1)]
    [InlineData("two", 2)]
    public void Audit_IndicesOfLavaan_AreConsistent(string fit, int groups) =>
        Assert.DoesNotContain(FindingStatus.Inconsistent, Paper(fit, groups).Audit().Findings.Select(finding => finding.Status));

    [Theory]
    [InlineData("cfi", 0.02)]
    [InlineData("tli", -0.03)]
    [InlineData("rmsea", 0.02)]
    [InlineData("pvalue", 0.04)]
    public void Audit_AnIndexOfTwoGroupsThatIsShifted_IsFound(string index, double slip) =>
        Assert.True(Paper("two", 2, index, slip).Audit().HasInconsistencies);

    private static PublishedStatistics Paper(string fit, int groups, string? wrong = null, double slip = 0)
    {
        string Text(string name, int decimals) => (Printed[fit][name].Number + (name == wrong ? slip : 0)).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        var about = new[] { "variables: 9", $"groups: {groups}" };
        return PublishedStatistics.Of(
        [
            Given.As(StatisticKind.ChiSquare, Text("chisq", 2), "m").Linked("p: p").With($"groups: {groups}") with { DegreesOfFreedom = [Printed[fit]["df"].Number], N = 301 },
            Given.As(StatisticKind.PValue, wrong == "pvalue" ? Text("pvalue", 3) : "< .001", "p"),
            Given.As(StatisticKind.ChiSquare, Text("baseline.chisq", 2), "baseline"),
            Given.As(StatisticKind.Cfi, Text("cfi", 3), "cfi").Linked("chi-square: m", "baseline: baseline").With(about),
            Given.As(StatisticKind.Tli, Text("tli", 3), "tli").Linked("chi-square: m", "baseline: baseline").With(about),
            Given.As(StatisticKind.Rmsea, Text("rmsea", 3), "rmsea").Linked("chi-square: m").With($"groups: {groups}") with { N = 301 },
        ]);
    }
}
