using System.Text.Json;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Json;
using Xunit;

namespace Pathwise.Tests.Auditing;

/// <summary>What the audit finds by itself in data/published.</summary>
public sealed class StudyAuditTests
{
    private static readonly AuditReport Report = PublishedStatistics.Read(Repository.Path("data", "published")).Audit();

    [Fact]
    public void Audit_TheStudy_FindsTheseInconsistenciesAndNoOther() => Assert.Equal(
        [
            "S1.announced", "S1.region.europe", "S2.articles.intraorganizational", "S2.articles.technology", "S2.challenges", "S2.firm.evaluation",
            "S2.needs.engelseth.text", "S2.processes.unmet", "S2.together.exceptions", "S2.top.evaluation.mean", "S2.topics.unaddressed",
        ],
        Report.Findings.Where(finding => finding.Status == FindingStatus.Inconsistent).Select(finding => finding.Statistic.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("S1.region.europe", "shares of a whole", "The only base up to 92 that yields all of them is 71 (43, 5, 22, 1), which is 40 + 31")]
    [InlineData("S2.top.evaluation.mean", "GRIM", "282/52 = 5.42 and 283/52 = 5.44. With 51 cases it is possible (277/51)")]
    [InlineData("S2.processes.unmet", "names listed", "The count is five; 6 are named")]
    [InlineData("S2.needs.engelseth.text", "said twice", "says sales; S2 Table 2 says operations")]
    [InlineData("S2.challenges", "names listed", "The count is six; 5 are named")]
    [InlineData("S2.articles.intraorganizational", "names in the table", "names 17; topics.csv has 16. Not there: Sheth and Sharma (2006).")]
    [InlineData("S2.articles.technology", "names in the table", "names 4; topics.csv has 3. Not there: Sharma and Sheth (2010).")]
    [InlineData("S2.articles.forecasting", "names in the table", "names 6; topics.csv has 6. All that are named are there.")]
    [InlineData("S2.firm.evaluation", "names in the table", "Not there: X.")]
    [InlineData("S2.together.exceptions", "said twice", "says all except N, R and T; S2 Sales/marketing strategy says all.")]
    [InlineData("S2.topics.unaddressed", "rows of the table", "says not addressed; topics.csv has 1 row")]
    [InlineData("S1.announced", "named and reported", "names team viability, which")]
    [InlineData("S2.storbacka.categories", "sum of parts", "= 12")]
    [InlineData("S1.lrt.decision", "argument", "Full mediation is concluded from p = .074")]
    [InlineData("S1.t1.collaboration-performance.b", "total effect", "= 0.403, with rounding 0.4021 to 0.4041; printed is 0.404, consistent within rounding.")]
    [InlineData("S1.tli", "baseline chi-square", "837.4 to 846.3")]
    [InlineData("S1.df", "df of the model", "171 variances and covariances; df = 129 leaves 42 free parameters; the described model has 42.")]
    [InlineData("S1.rmsea", "RMSEA from chi-square", ".058 follows by N and by N - 1.")]
    public void Audit_TheStudy_Says(string id, string check, string message)
    {
        var finding = Report.Findings.Single(found => found.Statistic.Id == id && found.Check == check);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_TheStudy_IsTheContract()
    {
        using var document = JsonDocument.Parse(AuditJson.Text(Report));
        Assert.Equal(["consistent", "inconsistent", "questionable", "untestable"], document.RootElement.GetProperty("summary").EnumerateObject().Select(pair => pair.Name));
        Assert.Equal(11, document.RootElement.GetProperty("summary").GetProperty("inconsistent").GetInt32());
        foreach (var finding in document.RootElement.GetProperty("findings").EnumerateArray())
        {
            Assert.All(["id", "check", "status", "published", "recomputed", "message", "place"], name => Assert.True(finding.TryGetProperty(name, out _)));
            Assert.True(finding.GetProperty("message").GetString()!.Length > 10);
        }
    }

    [Fact]
    public void OnlyAndAbout_KeepTheFindingsAskedFor()
    {
        Assert.Equal(11, Report.Only(FindingStatus.Inconsistent).Findings.Count);
        Assert.All(Report.About("S1.tli", "S1.cfi").Findings, finding => Assert.Equal("baseline chi-square", finding.Check));
        Assert.Equal("The audit has no finding about 'S1.none'.", Assert.Throws<InputException>(() => Report.About("S1.none")).Message);
    }

    [Fact]
    public void Findings_AreInTheOrderOfTheStatistics()
    {
        var published = PublishedStatistics.Read(Repository.Path("data", "published"));
        var positions = Report.Findings.Select(finding => published.Statistics.ToList().FindIndex(statistic => statistic.Id == finding.Statistic.Id)).ToArray();
        Assert.Equal(positions.Order(), positions);
    }
}
