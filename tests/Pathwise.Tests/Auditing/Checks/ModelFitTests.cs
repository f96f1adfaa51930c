using Pathwise.Auditing;
using Pathwise.Auditing.Checks;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>Published models, whose df, RMSEA, CFI and TLI must come out consistent, and fail when one of them is changed.</summary>
public sealed class ModelFitTests
{
    private static readonly DataTable Models = DataTable.Read(Repository.Fixture("audit", "models.csv"));

    public static TheoryData<int> Rows => new(Enumerable.Range(0, Models.Count));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Audit_APublishedModel_IsConsistent(int row)
    {
        var report = PublishedStatistics.Of(Statistics(row)).Audit();
        Assert.DoesNotContain(report.Findings, finding => finding.Status == FindingStatus.Inconsistent);
        Assert.Contains(report.Findings, finding => finding.Check == "df of the model");
    }

    [Theory]
    [InlineData("df", "22", "df of the model")]
    [InlineData("rmsea", ".095", "RMSEA from chi-square")]
    [InlineData("tli", ".910", "baseline chi-square")]
    [InlineData("cfi", ".921", "baseline chi-square")]
    public void Audit_AChangedNumber_IsFound(string id, string printed, string check)
    {
        var changed = Statistics(0).Select(statistic => statistic.Id == id ? statistic with { Printed = printed, Number = ReportedNumber.Parse(printed) } : statistic);
        var report = PublishedStatistics.Of([.. changed]).Audit();
        Assert.Contains(report.Findings, finding => finding.Check == check && finding.Status == FindingStatus.Inconsistent);
    }

    [Fact]
    public void Moments_OfEighteenVariables_LeaveFortyTwoParametersAtDf129()
    {
        Assert.Equal(171, ModelDegreesOfFreedom.Moments(18));
        Assert.Equal(42, ModelDegreesOfFreedom.ImpliedParameters(18, 129));
    }

    [Fact]
    public void BaselineChiSquare_OfEachIndex_HoldsThePrintedOne()
    {
        var chiSquare = ReportedNumber.Parse("85.306").Range;
        Assert.True(BaselineChiSquare.FromCfi(ReportedNumber.Parse(".931").Range, chiSquare, 24, 36).Contains(918.852));
        Assert.True(BaselineChiSquare.FromTli(ReportedNumber.Parse(".896").Range, chiSquare, 24, 36).Contains(918.852));
        Assert.Equal(.896, BaselineChiSquare.Tli(918.852, 36, 85.306, 24), 5e-4);
        Assert.True(double.IsPositiveInfinity(BaselineChiSquare.FromCfi(ReportedNumber.Parse("1.000").Range, chiSquare, 24, 36).Upper));
    }

    [Fact]
    public void Audit_ChiSquareBelowItsDf_AsksForPerfectIndices()
    {
        var chiSquare = Reported.As(StatisticKind.ChiSquare, "46.7", "c") with { DegreesOfFreedom = [50] };
        var cfi = Reported.As(StatisticKind.Cfi, ".990", "cfi").Linked("chi-square: c").With("variables: 12");
        Assert.Equal(FindingStatus.Inconsistent, Reported.AuditOne("baseline chi-square", chiSquare, cfi).Status);
    }

    [Fact]
    public void Audit_WithoutWhatTheIndexNeeds_IsUntestable()
    {
        Assert.Equal(FindingStatus.Untestable, Reported.AuditOne("baseline chi-square", Reported.As(StatisticKind.Cfi, ".95")).Status);
        Assert.Equal(FindingStatus.Untestable, Reported.AuditOne("baseline chi-square", Reported.As(StatisticKind.Tli, ".95")).Status);
        Assert.Equal(FindingStatus.Untestable, Reported.AuditOne("RMSEA from chi-square", Reported.As(StatisticKind.Rmsea, ".05")).Status);
        Assert.Equal(FindingStatus.Untestable, Reported.AuditOne("no check", Reported.As(StatisticKind.Srmr, ".05")).Status);
    }

    [Fact]
    public void Audit_ADescribedModel_IsCountedFromItsSyntax()
    {
        using var folder = new StatisticsFolder();
        folder.Write("m.lav", "f =~ x1 + x2 + x3\ng =~ a*x4 + a*x5 + x6");
        folder.Write("n.lav", "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6");
        var df = Reported.As(StatisticKind.DegreesOfFreedom, "9").With("variables: 6", "syntax: m.lav");
        var lrt = Reported.As(StatisticKind.DegreesOfFreedom, "1", "y").With("syntax: m.lav", "against: n.lav");
        var report = PublishedStatistics.Of([df, lrt], folder.Path).Audit();
        Assert.All(report.Findings, finding => Assert.Equal(FindingStatus.Consistent, finding.Status));
        Assert.Equal(["9", "1"], report.Findings.Select(finding => finding.Recomputed));
    }

    [Fact]
    public void Audit_AModelThatIsNotThereOrCannotBeRead_IsAMistake()
    {
        using var folder = new StatisticsFolder();
        folder.Write("m.lav", "f =~");
        var df = Reported.As(StatisticKind.DegreesOfFreedom, "9");
        Assert.Contains("none.lav does not exist", Mistake(df.With("variables: 6", "syntax: none.lav"), folder.Path), StringComparison.Ordinal);
        Assert.Contains("m.lav: ", Mistake(df.With("variables: 6", "syntax: m.lav"), folder.Path), StringComparison.Ordinal);
        Assert.Contains("'variables' is 'six'", Mistake(df.With("variables: six"), folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("105.306", FindingStatus.Consistent)]
    [InlineData("250.0", FindingStatus.Untestable)]
    public void Audit_Aic_FollowsFromChiSquareOrCannotBeTested(string printed, FindingStatus status)
    {
        var chiSquare = Reported.As(StatisticKind.ChiSquare, "63.306", "c") with { DegreesOfFreedom = [24] };
        var aic = Reported.As(StatisticKind.Aic, printed, "aic").Linked("chi-square: c").With("variables: 9");
        Assert.Equal(status, Reported.AuditOne("information criteria", chiSquare, aic).Status);
    }

    [Theory]
    [InlineData("7595.340", FindingStatus.Consistent)]
    [InlineData("7594.340", FindingStatus.Inconsistent)]
    public void Audit_Bic_FollowsFromAic(string printed, FindingStatus status)
    {
        // Holzinger and Swineford as the tutorial prints them: AIC 7517.490, 21 parameters, N = 301.
        var chiSquare = Reported.As(StatisticKind.ChiSquare, "85.306", "c") with { DegreesOfFreedom = [24] };
        var aic = Reported.As(StatisticKind.Aic, "7517.490", "aic");
        var bic = Reported.As(StatisticKind.Bic, printed, "bic").Linked("chi-square: c", "aic: aic").With("variables: 9") with { N = 301 };
        Assert.Equal(status, Reported.Audit("information criteria", chiSquare, aic, bic).Single(finding => finding.Statistic.Id == "bic").Status);
    }

    private static string Mistake(ReportedStatistic statistic, string folder) =>
        Assert.Throws<InputException>(() => PublishedStatistics.Of([statistic], folder).Audit()).Message;

    private static ReportedStatistic[] Statistics(int row)
    {
        string? Text(string name) => Models.Texts(name)[row];
        int Whole(string name) => (int)Models.Numbers(name)[row];
        var variables = $"variables: {Whole("variables")}";
        ReportedStatistic?[] all =
        [
            Reported.As(StatisticKind.ChiSquare, Text("chi-square")!, "chi-square") with { DegreesOfFreedom = [Whole("df")] },
            Reported.As(StatisticKind.DegreesOfFreedom, Text("df")!, "df").With(variables, $"parameters: {Whole("parameters")}"),
            Reported.As(StatisticKind.Rmsea, Text("rmsea")!, "rmsea").Linked("chi-square: chi-square") with { N = Whole("n") },
            Reported.As(StatisticKind.Cfi, Text("cfi")!, "cfi").Linked("chi-square: chi-square").With(variables),
            Text("tli") is { } tli ? Reported.As(StatisticKind.Tli, tli, "tli").Linked("chi-square: chi-square", "cfi: cfi").With(variables) : null,
            Text("baseline") is { } baseline ? Reported.As(StatisticKind.ChiSquare, baseline, "baseline") : null,
        ];
        var present = all.OfType<ReportedStatistic>().ToArray();
        return present.Any(statistic => statistic.Id == "baseline")
            ? [.. present.Select(statistic => statistic.Id == "cfi" ? statistic.Linked("chi-square: chi-square", "baseline: baseline") : statistic)]
            : present;
    }
}
