using System.Globalization;
using Pathwise.Auditing.Checks;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

public sealed class AlphaFromCorrelationsTests
{
    private const string Check = "alpha from correlations";

    private static readonly Oracle Printed = Oracle.Read("audit", "audit.json")["alpha"];

    [Theory]
    [InlineData("visual")]
    [InlineData("textual")]
    [InlineData("speed")]
    public void Of_ItemsWithAndWithoutDeviations_AreTheAlphasOfPsych(string scale)
    {
        var (r, sd) = (Printed[scale]["r"].Numbers, Printed[scale]["sd"].Numbers);
        Oracle.Near(Printed[scale]["raw"].Number, AlphaFromCorrelations.Of(sd, r), 1e-9);
        Oracle.Near(Printed[scale]["std"].Number, AlphaFromCorrelations.Of([1, 1, 1], r), 1e-9);
    }

    [Theory]
    [InlineData("visual")]
    [InlineData("textual")]
    [InlineData("speed")]
    public void Audit_EitherAlphaAsAPaperPrintsIt_IsConsistentAndALargerOneIsNot(string scale)
    {
        var (raw, std) = (Printed[scale]["raw"].Number, Printed[scale]["std"].Number);
        Assert.Equal(FindingStatus.Consistent, Status(scale, raw, 3));
        Assert.Equal(FindingStatus.Consistent, Status(scale, std, 3));
        Assert.Equal(FindingStatus.Inconsistent, Status(scale, raw + 0.03, 3));
    }

    [Fact]
    public void Audit_WithoutDeviations_AnotherAlphaIsUntestableAndTheStandardizedOneConsistent()
    {
        Assert.Equal(FindingStatus.Consistent, Status("visual", Printed["visual"]["std"].Number, 0));
        Assert.Equal(FindingStatus.Untestable, Status("visual", 0.7, 0));
        Assert.Equal(FindingStatus.Inconsistent, Status("visual", 0.7, 3));
        Assert.Equal(FindingStatus.Untestable, Status("visual", 0.7, 2));
    }

    [Fact]
    public void Audit_ATableWithAGap_IsUntestable()
    {
        var rows = Table("visual", 0.63, 3);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne(Check, [rows[0], .. rows[2..]]).Status);
        Assert.Equal(FindingStatus.Untestable, Given.AuditOne(Check, Given.As(StatisticKind.Alpha, ".8")).Status);
    }

    private static FindingStatus Status(string scale, double alpha, int deviations) => Given.AuditOne(Check, Table(scale, alpha, deviations)).Status;

    private static ReportedStatistic[] Table(string scale, double alpha, int deviations)
    {
        var (r, sd) = (Printed[scale]["r"].Numbers, Printed[scale]["sd"].Numbers);
        (int, int)[] pairs = [(0, 1), (0, 2), (1, 2)];
        return
        [
            Given.As(StatisticKind.Alpha, Text(alpha, 2), "alpha").With("model: items"),
            .. pairs.Select((pair, i) => Given.As(StatisticKind.Correlation, Text(r[i], 3), $"r{i}").With($"from: v{pair.Item1}", $"to: v{pair.Item2}", "model: items")),
            .. sd.Take(deviations).Select((value, i) => Given.As(StatisticKind.StandardDeviation, Text(value, 2), $"sd{i}").With($"from: v{i}", "model: items")),
        ];
    }

    private static string Text(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
