using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Surveys;
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
        var r = Reported.As(StatisticKind.Correlation, ".30").Linked("p: p") with { N = 52 };
        Assert.Equal(FindingStatus.Consistent, Reported.AuditOne(Name, r, Reported.As(StatisticKind.PValue, ".031", "p")).Status);
    }

    private static Finding Audit(string kind, string printed, string? df, string p, params string[] details)
    {
        var statistic = Reported.As(StatisticKindText.Parse(kind)!.Value, printed).Linked("p: p").With(details) with
        {
            DegreesOfFreedom = df is null ? [] : [.. df.Split(", ").Select(double.Parse)],
        };
        return Reported.AuditOne(Name, statistic, Reported.As(StatisticKind.PValue, p, "p"));
    }
}
