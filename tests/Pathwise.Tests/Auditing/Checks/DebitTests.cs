using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class DebitTests
{
    [Fact]
    public void Debit_PublishedCases_HaveTheirVerdicts()
    {
        var cases = GranularityCases.Read("debit.csv");
        for (var i = 0; i < cases.Count; i++)
            Assert.Equal(cases.Texts("possible")[i] == "yes", Debit.IsPossible(GranularityCases.Number(cases, "mean", i), GranularityCases.Number(cases, "sd", i), GranularityCases.Whole(cases, "n", i)));
    }

    [Theory]
    [InlineData("0.18", FindingStatus.Inconsistent)]
    [InlineData("0.49", FindingStatus.Consistent)]
    public void Audit_ABinaryStandardDeviation_IsTestedByDebit(string sd, FindingStatus status)
    {
        var mean = Given.As(StatisticKind.Mean, "0.35", "m") with { N = 20 };
        var finding = Given.AuditOne("DEBIT", mean, Given.As(StatisticKind.StandardDeviation, sd, "sd").Linked("mean: m").With("values: binary"));
        Assert.Equal(status, finding.Status);
    }

    [Fact]
    public void StandardDeviation_OfZerosAndOnes_IsThatOfTheSample()
    {
        // Three ones among eight: squares about 3/8 sum to 15/8.
        Assert.Equal(Math.Sqrt(15.0 / 8 / 7), Debit.StandardDeviation(3.0 / 8, 8), 1e-15);
        Assert.True(Debit.IsPossible(ReportedNumber.Parse("0.38"), ReportedNumber.Parse("0.52"), 8));
        Assert.False(Debit.IsPossible(ReportedNumber.Parse("0.38"), ReportedNumber.Parse("0.51"), 8));
    }

    [Fact]
    public void Audit_WithoutTheMean_IsUntestable() => Assert.Equal(
        FindingStatus.Untestable, Given.AuditOne("DEBIT", Given.As(StatisticKind.StandardDeviation, "0.48").With("values: binary")).Status);
}
