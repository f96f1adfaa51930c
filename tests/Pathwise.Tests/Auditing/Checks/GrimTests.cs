using System.Globalization;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class GrimTests
{
    [Fact]
    public void Grim_PublishedCases_HaveTheirVerdicts()
    {
        var cases = GranularityCases.Read("grim.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Grim.IsPossible(GranularityCases.Number(cases, "mean", i), GranularityCases.Whole(cases, "n", i), GranularityCases.Whole(cases, "items", i)));
    }

    [Fact]
    public void Grim_ManyMeans_AreImpossibleInEightOfTwelveCases()
    {
        var cases = GranularityCases.Read("grim-many.csv");
        Assert.Equal(8, Enumerable.Range(0, cases.Count).Count(i => !Grim.IsPossible(GranularityCases.Number(cases, "mean", i), GranularityCases.Whole(cases, "n", i))));
    }

    [Theory]
    [InlineData("5.43", 52, FindingStatus.Inconsistent, "With 51 cases it is possible (277/51), so at least 1 may be missing.")]
    [InlineData("5.83", 52, FindingStatus.Consistent, "5.83 is possible with n = 52: 303/52.")]
    [InlineData("5.43", 152, FindingStatus.Untestable, "With 152 answers every mean of 2 decimals is possible.")]
    public void Audit_AMean_IsTestedByGrim(string printed, int n, FindingStatus status, string message)
    {
        var finding = Given.AuditOne("GRIM", Given.As(StatisticKind.Mean, printed).With("items: 1") with { N = n });
        Assert.Equal(status, finding.Status);
        Assert.EndsWith(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_AShareOfKnownCases_IsTestedByGrim()
    {
        Assert.Equal(FindingStatus.Consistent, Given.AuditOne("GRIM", Given.As(StatisticKind.Percentage, "43.5%") with { N = 92 }).Status);
        Assert.Equal(FindingStatus.Inconsistent, Given.AuditOne("GRIM", Given.As(StatisticKind.Percentage, "60.6%") with { N = 92 }).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne("GRIM", Given.As(StatisticKind.Mean, "3.52")).Status);
    }

    [Fact]
    public void IsPossible_EveryMeanOfAFewAnswers_AgreesWithTrying()
    {
        for (var n = 2; n <= 12; n++)
        {
            // Halves are rounded either way, so a mean that ends on one may be printed as either neighbour.
            var real = Enumerable.Range(0, (7 * n) + 1).SelectMany(sum => Printed((decimal)sum / n)).ToHashSet();
            for (var hundredths = 0; hundredths <= 700; hundredths++)
            {
                var text = (hundredths / 100m).ToString("F2", CultureInfo.InvariantCulture);
                Assert.Equal(real.Contains(text), Grim.IsPossible(ReportedNumber.Parse(text), n));
            }
        }
    }

    private static string[] Printed(decimal mean) =>
        [Text(Math.Floor((mean * 100) + 0.5m)), Text(Math.Ceiling((mean * 100) - 0.5m))];

    private static string Text(decimal hundredths) => (hundredths / 100).ToString("F2", CultureInfo.InvariantCulture);
}
