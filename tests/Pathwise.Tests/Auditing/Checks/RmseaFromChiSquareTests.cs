using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class RmseaFromChiSquareTests
{
    private const string Name = "RMSEA from chi-square";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Audit_LavaansModelsOfGroups_AreConsistent(bool isStated)
    {
        var models = DataTable.Read(Repository.Fixture("audit", "group-models.csv"));
        for (var i = 0; i < models.Count; i++)
        {
            var rmsea = Rmsea(models.Texts("chisq")[i]!, models.Numbers("df")[i], models.Texts("rmsea")[i]!, isStated ? models.Numbers("groups")[i] : null);
            Assert.Equal(FindingStatus.Consistent, rmsea.Status);
            Assert.Equal(!isStated, rmsea.Message.EndsWith("how many groups the model has is not stated.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Audit_ProgramsWithoutTheRoot_AreConsistentToo() =>
        Assert.Equal(FindingStatus.Consistent, Rmsea("115.851", 48, ".069", 2).Status);

    [Theory]
    [InlineData(".085", null)] // between one group and two
    [InlineData(".097", 1.0)] // one group, as stated
    [InlineData(".119", 2.0)] // the root of three
    [InlineData(".050", null)]
    public void Audit_AValueOfNoNumberOfGroups_IsInconsistent(string rmsea, double? groups) =>
        Assert.Equal(FindingStatus.Inconsistent, Rmsea("115.851", 48, rmsea, groups).Status);

    [Fact]
    public void Audit_DegreesOfFreedomAndCriteriaOfGroups_AreCountedInEach()
    {
        var models = DataTable.Read(Repository.Fixture("audit", "group-models.csv"));
        for (var i = 0; i < models.Count; i++)
        {
            var groups = $"groups: {models.Texts("groups")[i]}";
            var chiSquare = Given.As(StatisticKind.ChiSquare, models.Texts("chisq")[i]!, "c") with { DegreesOfFreedom = [models.Numbers("df")[i]] };
            var df = Given.As(StatisticKind.DegreesOfFreedom, models.Texts("df")[i]!, "df").With("variables: 9", groups, $"parameters: {21 * models.Numbers("groups")[i]}");
            var aic = Given.As(StatisticKind.Aic, models.Texts("aic")[i]!, "aic");
            var bic = Given.As(StatisticKind.Bic, models.Texts("bic")[i]!, "bic").Linked("aic: aic", "chi-square: c").With("variables: 9", groups) with { N = 301 };
            Assert.Equal(FindingStatus.Consistent, Given.AuditOne("df of the model", df).Status);
            var finding = Given.Audit("information criteria", chiSquare, aic, bic).Single(finding => finding.Statistic.Id == "bic");
            Assert.Equal(FindingStatus.Consistent, finding.Status);
        }
    }

    private static Finding Rmsea(string chiSquare, double df, string rmsea, double? groups)
    {
        var statistic = Given.As(StatisticKind.Rmsea, rmsea, "r").Linked("chi-square: c") with { N = 301 };
        return Given.AuditOne(
            Name,
            Given.As(StatisticKind.ChiSquare, chiSquare, "c") with { DegreesOfFreedom = [df] },
            groups is { } number ? statistic.With(string.Create(CultureInfo.InvariantCulture, $"groups: {number}")) : statistic);
    }
}
