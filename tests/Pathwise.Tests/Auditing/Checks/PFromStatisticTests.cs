using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class PFromStatisticTests
{
    private const string Name = "p from statistic";

    [Fact]
    public void OfEachStatistic_AgreesWithR()
    {
        var cases = DataTable.Read(Repository.Fixture("audit", "p-values.csv"));
        var (statistic, df1, df2, p) = (cases.Numbers("statistic"), cases.Numbers("df1"), cases.Numbers("df2"), cases.Numbers("p"));
        for (var i = 0; i < cases.Count; i++)
        {
            var value = ValueRange.Of(statistic[i]);
            var computed = cases.Texts("kind")[i] switch
            {
                "chi-square" => PFromStatistic.OfChiSquare(value, df1[i]),
                "t" => PFromStatistic.OfT(value, df1[i]),
                "z" => PFromStatistic.OfZ(value),
                "F" => PFromStatistic.OfF(value, df1[i], df2[i]),
                _ => PFromStatistic.OfCorrelation(value, df1[i]),
            };

            // Twelve digits are far more than any paper prints.
            Assert.Equal(p[i], computed.Lower, 1e-12 + (1e-10 * p[i]));
            Assert.Equal(p[i], computed.Upper, 1e-12 + (1e-10 * p[i]));
        }
    }

    [Fact]
    public void OfStatisticsFarOut_AgreesWithRToItsDigits()
    {
        var cases = DataTable.Read(Repository.Fixture("audit", "powers.csv"));
        for (var i = 0; i < cases.Count; i++)
        {
            var df = new[] { cases.Texts("df1")[i], cases.Texts("df2")[i] }.OfType<string>();
            var (kind, printed) = (cases.Texts("kind")[i]!, cases.Texts("statistic")[i]!);
            var text = cases.Numbers("p")[i].ToString("0.0e0", System.Globalization.CultureInfo.InvariantCulture);
            var finding = Audit(kind, printed, df.Any() ? string.Join(", ", df) : null, text);
            Assert.True(finding.RecomputedRange!.Value.Contains(cases.Numbers("p")[i]), $"{kind} {printed}: {finding.Message}");
            Assert.Equal(FindingStatus.Consistent, finding.Status);
            Assert.Equal(FindingStatus.Inconsistent, Audit(kind, printed, df.Any() ? string.Join(", ", df) : null, "1.5e-20").Status);
        }
    }

    [Theory]
    [InlineData("chi-square", "231.24", "5", "5.8 x 10-48", FindingStatus.Consistent)]
    [InlineData("chi-square", "231.24", "5", "5.8e-40", FindingStatus.Inconsistent)]
    [InlineData("chi-square", "231.24", "5", "< 10-5", FindingStatus.Consistent)]
    [InlineData("chi-square", "231.24", "5", "p < .001", FindingStatus.Consistent)]
    [InlineData("t", "1.20", "40", "n.s.", FindingStatus.Consistent)]
    [InlineData("t", "1.20", "40", "NS", FindingStatus.Consistent)]
    [InlineData("t", "3.20", "40", "not significant", FindingStatus.Inconsistent)]
    public void Audit_APInPowersOrWords_IsRead(string kind, string printed, string df, string p, FindingStatus status)
    {
        using var folder = new StatisticsFolder();
        var file = folder.Write("s.csv", $"id,what,kind,printed,df,place,links\nx,a test,{kind},{printed},{df},Table 1,p: p\np,its p,p,{p},,Table 1,\n");
        var finding = Assert.Single(PublishedStatistics.Read(file).Audit().Findings);
        Assert.Equal(status, finding.Status);
        Assert.Equal(status == FindingStatus.Inconsistent && kind == "t", finding.IsDecisionError);
    }

    [Fact]
    public void Audit_OneTailOfAStatisticWithoutASign_IsUntestable()
    {
        Assert.Equal(FindingStatus.Untestable, Audit("F", "3.24", "2, 40", ".025", "tails: 1").Status);
        Assert.Equal(FindingStatus.Consistent, Audit("F", "3.24", "1, 40", ".040", "tails: 1").Status);
    }

    [Fact]
    public void OfARange_HoldsThePOfEveryValueInIt()
    {
        var range = PFromStatistic.OfT(new ValueRange(-0.3, 2.2), 28);
        Assert.Equal(1, range.Upper);
        Assert.True(range.Contains(PFromStatistic.OfT(ValueRange.Of(1.1), 28).Lower));
        Assert.Equal(0, PFromStatistic.OfCorrelation(new ValueRange(.5, 1), 8).Lower);
    }

    [Fact]
    public void Audit_CasesOfStatcheck_HaveItsVerdicts()
    {
        var cases = DataTable.Read(Repository.Fixture("audit", "statcheck.csv"));
        for (var i = 0; i < cases.Count; i++)
        {
            var finding = Audit(cases.Texts("kind")[i]!, cases.Texts("printed")[i]!, cases.Texts("df")[i], cases.Texts("p")[i]!);
            Assert.Equal(cases.Texts("inconsistent")[i] == "yes", finding.Status == FindingStatus.Inconsistent);
            Assert.Equal(cases.Texts("decision error")[i] == "yes", finding.IsDecisionError);
        }
    }

    [Fact]
    public void Audit_APThatIsHalf_NamesTheOneSidedTest()
    {
        var finding = Audit("t", "1.80", "28", ".041");
        Assert.Equal(FindingStatus.Inconsistent, finding.Status);
        Assert.EndsWith("A one-sided test would give it. The decision at the 5 % level would change.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(FindingStatus.Consistent, Audit("t", "1.80", "28", ".041", "tails: 1").Status);
    }

    [Fact]
    public void Audit_RoundingOfTheStatistic_IsAllowedFor()
    {
        Assert.Equal(FindingStatus.Consistent, Audit("chi-square", "169.04", "129", ".010").Status);
        Assert.Equal(FindingStatus.Consistent, Audit("z", "2.0", null, ".048").Status);
        Assert.Equal(FindingStatus.Inconsistent, Audit("z", "2.00", null, ".048").Status);
        Assert.Equal(FindingStatus.Consistent, Audit("F", "< 1", "2, 30", "> .30").Status);
    }

    [Fact]
    public void Audit_WithoutDegreesOfFreedom_IsUntestable()
    {
        Assert.Equal(FindingStatus.Untestable, Audit("t", "2.20", null, ".03").Status);
        var r = Given.As(StatisticKind.Correlation, ".30").Linked("p: p") with { N = 52 };
        Assert.Equal(FindingStatus.Consistent, Given.AuditOne(Name, r, Given.As(StatisticKind.PValue, ".031", "p")).Status);
    }

    private static Finding Audit(string kind, string printed, string? df, string p, params string[] details)
    {
        var statistic = Given.As(StatisticKindText.Parse(kind)!.Value, printed).Linked("p: p").With(details) with
        {
            DegreesOfFreedom = df is null ? [] : [.. df.Split(", ").Select(double.Parse)],
        };
        return Given.AuditOne(Name, statistic, Given.As(StatisticKind.PValue, p, "p"));
    }
}
