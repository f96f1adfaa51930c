using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class RecomputedTests
{
    [Theory]
    [InlineData("169.04", 169.0449, "169.04", Verdict.Reproduced)]
    [InlineData("169.04", 169.0451, "169.05", Verdict.Differs)]
    [InlineData(".010", .01049, ".010", Verdict.Reproduced)]
    [InlineData("< .01", .0099, "< .01", Verdict.Reproduced)]
    public void Check_ANumber_IsReproducedWhenItPrintsTheText(string printed, double value, string text, Verdict verdict)
    {
        var row = Check(StatisticKind.PValue, printed, value);
        Assert.Equal((text, verdict, null), (row.Recomputed, row.Verdict, row.Why));
    }

    [Fact]
    public void Check_AnInequalityMissed_SaysByWhat() =>
        Assert.Equal("0.01004 does not satisfy '< .01'.", Check(StatisticKind.PValue, "< .01", .01004).Why);

    [Fact]
    public void Check_AnUndefinedValue_DiffersAndSaysSo()
    {
        var row = Check(StatisticKind.Cfi, ".942", (double?)null);
        Assert.Equal((null, Verdict.Differs, "The recomputed value is undefined."), (row.Recomputed, row.Verdict, row.Why));
        Assert.Equal(Verdict.Differs, Check(StatisticKind.Cfi, ".942", double.NaN).Verdict);
    }

    [Fact]
    public void Check_AClaim_HoldsOrDoesNot()
    {
        Assert.Equal(("verified", Verdict.Reproduced), Outcome(Check(StatisticKind.Claim, "verified", true)));
        Assert.Equal(("does not hold", Verdict.Differs), Outcome(Check(StatisticKind.Claim, "verified", false)));
        Assert.Equal("AVE of one scale is low.", Check(StatisticKind.Claim, "verified", Recomputed.Claim(false, "AVE of one scale is low.")).Why);
        Assert.Equal(Verdict.Reproduced, Check(StatisticKind.Claim, "Supported", "supported").Verdict);
        Assert.Equal(("not supported", Verdict.Differs), Outcome(Check(StatisticKind.Claim, "supported", "not supported")));
    }

    [Fact]
    public void Check_ADistribution_IsCompatibleWhenTheTextLiesInItsCentralPart()
    {
        var repetitions = Enumerable.Range(0, 1001).Select(i => i / 1000.0).ToArray();
        var inside = Check(StatisticKind.Bound, "0.970", Recomputed.Distribution(repetitions));
        Assert.Equal(("0.500", Verdict.Compatible), Outcome(inside));
        Assert.Equal("The draws behind the printed value are unknown; it lies inside the central 95 % of 1001 repetitions, 0.025 to 0.975.", inside.Why);
        Assert.Equal(Verdict.Compatible, Check(StatisticKind.Bound, "0.975", Recomputed.Distribution(repetitions)).Verdict);
        Assert.Equal(Verdict.Differs, Check(StatisticKind.Bound, "0.976", Recomputed.Distribution(repetitions)).Verdict);
        Assert.Throws<ArgumentException>(() => Recomputed.Distribution([]));
    }

    [Fact]
    public void Check_Nothing_IsNotRecomputableForTheReasonGiven()
    {
        var row = Check(StatisticKind.Count, "34", Recomputed.Nothing("not listed"));
        Assert.Equal((null, Verdict.NotRecomputable, "not listed"), (row.Recomputed, row.Verdict, row.Why));
    }

    [Fact]
    public void Check_AValueTakenFromThePaper_IsNeverReproducedAndDiffersWhereItWasNotFollowed()
    {
        var published = PublishedStatistics.Of([Given.As(StatisticKind.Number, "200") with { Taken = "A setting." }]);
        var followed = published.Check(("x", 200)).Values[0];
        Assert.Equal(("200", Verdict.TakenFromPaper, "A setting."), (followed.Recomputed, followed.Verdict, followed.Why));
        var departed = published.Check(("x", 500)).Values[0];
        Assert.Equal(("500", Verdict.Differs, null), (departed.Recomputed, departed.Verdict, departed.Why));
        Assert.Equal(Verdict.NotRecomputable, published.Check(("x", Recomputed.Nothing("Lost."))).Values[0].Verdict);
    }

    [Fact]
    public void Check_AValueOfAnotherSort_IsAMistake()
    {
        Assert.Contains("is a claim", Assert.Throws<InputException>(() => Check(StatisticKind.Claim, "verified", 1.0)).Message, StringComparison.Ordinal);
        Assert.Contains("only a claim", Assert.Throws<InputException>(() => Check(StatisticKind.Count, "3", true)).Message, StringComparison.Ordinal);
        Assert.Contains("is a list", Assert.Throws<InputException>(() => Check(StatisticKind.List, "a; b", Recomputed.Distribution([1]))).Message, StringComparison.Ordinal);
    }

    private static (string?, Verdict) Outcome(CheckedValue row) => (row.Recomputed, row.Verdict);

    private static CheckedValue Check(StatisticKind kind, string printed, Recomputed value) =>
        PublishedStatistics.Of([Given.As(kind, printed)]).Check(("x", value)).Values[0];
}
