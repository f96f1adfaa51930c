using System.Globalization;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class EstimateAndErrorTests
{
    private const string Check = "estimate and error";

    private static readonly Oracle Paths = Oracle.Read("audit", "audit.json")["paths"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Audit_ThePathsOfLavaan_AreConsistentAndAShiftedZOrPIsNot(int path)
    {
        var (z, p) = (Paths[path]["z"].Number, Paths[path]["pvalue"].Number);
        Assert.Equal(FindingStatus.Consistent, WithZ(path, z));
        Assert.Equal(FindingStatus.Inconsistent, WithZ(path, z + 0.6));
        Assert.Equal(FindingStatus.Consistent, WithP(path, p));
        Assert.Equal(FindingStatus.Inconsistent, WithP(path, p + 0.2));
    }

    [Fact]
    public void Audit_AOneSidedP_IsConsistentWhereItIsSaidAndNamedWhereNot()
    {
        var (b, se) = (Given.As(StatisticKind.Estimate, "0.33", "b"), Given.As(StatisticKind.StandardError, "0.20", "se"));
        var half = Given.As(StatisticKind.PValue, ".050", "p");
        Assert.EndsWith("A one-sided test would give it.", Given.AuditOne(Check, b.Linked("se: se", "p: p"), se, half).Message, StringComparison.Ordinal);
        Assert.Equal(FindingStatus.Consistent, Given.AuditOne(Check, b.Linked("se: se", "p: p").With("tails: 1"), se, half).Status);
    }

    [Fact]
    public void Ratio_OfRanges_HoldsEveryQuotient()
    {
        Assert.Equal(new ValueRange(2, 6), EstimateAndError.Ratio(new(2, 3), new(0.5, 1)));
        Assert.Equal(new ValueRange(-6, -2), EstimateAndError.Ratio(new(-3, -2), new(0.5, 1)));
    }

    private static FindingStatus WithZ(int path, double z) => Given.AuditOne(
        Check, Estimate(path).Linked("se: se", "z: z"), Error(path), Given.As(StatisticKind.Z, Text(z, 2), "z")).Status;

    private static FindingStatus WithP(int path, double p) => Given.AuditOne(
        Check, Estimate(path).Linked("se: se", "p: p"), Error(path), Given.As(StatisticKind.PValue, p < .001 ? "< .001" : Text(p, 3), "p")).Status;

    private static ReportedStatistic Estimate(int path) => Given.As(StatisticKind.Estimate, Text(Paths[path]["est"].Number, 3), "b");

    private static ReportedStatistic Error(int path) => Given.As(StatisticKind.StandardError, Text(Paths[path]["se"].Number, 3), "se");

    private static string Text(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
