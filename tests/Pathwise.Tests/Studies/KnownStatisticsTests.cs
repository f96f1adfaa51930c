using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Sem.Estimation;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

// That the values are right is asked of whole studies, against lavaan (ScaffoldedStudiesTests); here, that each has its id.
public sealed class KnownStatisticsTests
{
    [Fact]
    public void Known_ACleaning_HasCasesAndItems()
    {
        var known = Democracy.Survey.Clean().Known(["x1", "y4"]);
        Assert.Equal(["n", "started", "x1.mean", "x1.sd", "y4.mean", "y4.sd"], known.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void KnownMeasurement_ThreeFactors_HasEachPairInBothOrders()
    {
        var known = Democracy.Model.Measurement().Fit(Democracy.Survey.Table).KnownMeasurement();
        Assert.All(["cfa.chisq", "dem60.alpha", "dem60.cr", "dem60.ave", "ind60.x2.loading", "ind60.dem65.r", "dem65.ind60.r"], id => Assert.Contains(id, known.Keys));
    }

    [Fact]
    public void CheckKnown_PublishedStatistics_ChecksThoseWithAnIdAlone()
    {
        var fit = Democracy.Fit();
        var judged = fit.Judge([Hypothesis.Of("H1", "ind60 -> dem60", ExpectedSign.Positive), Hypothesis.Of("H2", "ind60 -> dem60", ExpectedSign.Negative)]);
        var published = PublishedStatistics.Of([Statistic("chisq", StatisticKind.ChiSquare, "38.1"), Statistic("mine", StatisticKind.Number, "7"), Statistic("H1", StatisticKind.Claim, "supported"),
            Statistic("H2", StatisticKind.Claim, "supported"), Statistic("ind60.dem65.beta", StatisticKind.Effect, "0.19")]);
        var report = published.CheckKnown(fit.KnownStructure(judged));
        Assert.Equal([("chisq", Verdict.Reproduced), ("H1", Verdict.Reproduced), ("H2", Verdict.Differs), ("ind60.dem65.beta", Verdict.Differs)],
            report.Values.Select(value => (value.Statistic.Id, value.Verdict)));
    }

    private static ReportedStatistic Statistic(string id, StatisticKind kind, string printed) => new()
    {
        Id = id, What = id, Kind = kind, Printed = printed, Number = kind == StatisticKind.Claim ? null : ReportedNumber.Parse(printed), Place = "Table 1",
    };
}
