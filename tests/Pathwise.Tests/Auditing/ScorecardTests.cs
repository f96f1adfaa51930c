using System.Text.Json;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Json;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class ScorecardTests
{
    private static readonly PublishedStatistics Published = PublishedStatistics.Of(
    [
        Given.As(StatisticKind.ChiSquare, "169.04", "a"),
        Given.As(StatisticKind.PValue, "< .01", "b"),
        Given.As(StatisticKind.Count, "34", "c") with { Why = "Not listed." },
        Given.As(StatisticKind.Count, "5", "d") with { Notebook = "12-evidence" },
        Given.As(StatisticKind.Count, "6", "e"),
    ]);

    [Fact]
    public void Of_Checks_EveryPublishedValueHasALine()
    {
        var checks = CollectedCheck.Parse(Published.Check(("b", .2), ("a", 169.04)).ToJson(), "04-mediation", "cell-9");
        var card = Scorecard.Of(Published, checks);
        Assert.Equal(["a", "b", "c", "d", "e"], card.Values.Select(value => value.Statistic.Id));
        Assert.Equal(("169.04", Verdict.Reproduced, "04-mediation", "cell-9"), Line(card.Values[0]));
        Assert.Equal((".20", Verdict.Differs, "04-mediation", "cell-9"), Line(card.Values[1]));
        Assert.Equal(["Not listed.", "No check of it came from 12-evidence.", "No notebook recomputes it."], card.Values.Skip(2).Select(value => value.Why));
        Assert.Equal([(Verdict.Reproduced, 1), (Verdict.Compatible, 0), (Verdict.Differs, 1), (Verdict.MetByConstruction, 0), (Verdict.TakenFromPaper, 0), (Verdict.NotRecomputable, 3)], card.Summary);
    }

    [Fact]
    public void Of_AValueCheckedTwice_MustAgree()
    {
        CollectedCheck first = new("a", "169.04", Verdict.Reproduced, null, "03-cfa", "c1");
        var agreed = Scorecard.Of(Published, [first, first with { Notebook = "04-mediation" }]).Values[0];
        Assert.Equal(("169.04", Verdict.Reproduced, "03-cfa", "c1"), Line(agreed));
        var split = Scorecard.Of(Published, [first, new("a", "170.00", Verdict.Differs, null, "04-mediation", "c2")]).Values[0];
        Assert.Equal(Verdict.Differs, split.Verdict);
        Assert.Equal("03-cfa gives 169.04 (reproduced), 04-mediation gives 170.00 (differs).", split.Why);
    }

    [Fact]
    public void Of_AValueTakenFromThePaper_IsCountedApartWithItsReason()
    {
        var published = PublishedStatistics.Of([Given.As(StatisticKind.Claim, "ML") with { Notebook = "04-mediation", Taken = "A setting." }]);
        var card = Scorecard.Of(published, CollectedCheck.Parse(published.Check(("x", "ML")).ToJson(), "04-mediation", "c"));
        Assert.Equal(("ML", Verdict.TakenFromPaper, "A setting."), (card.Values[0].Recomputed, card.Values[0].Verdict, card.Values[0].Why));
        Assert.Equal([0, 0, 0, 0, 1, 0], card.Summary.Select(each => each.Count));
    }

    [Fact]
    public void Of_ACheckOfNothing_IsAMistake() => Assert.Contains(
        "'z'",
        Assert.Throws<InputException>(() => Scorecard.Of(Published, [new("z", "1", Verdict.Differs, null, "n", "c")])).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("nonsense")]
    [InlineData("""[{"id":"a","recomputed":null,"verdict":"perhaps","why":null}]""")]
    public void Parse_AnotherDocument_IsAMistake(string json) =>
        Assert.Throws<InputException>(() => CollectedCheck.Parse(json, "n", "c"));

    [Fact]
    public void Text_AScorecard_IsTheContract()
    {
        var card = Scorecard.Of(Published, CollectedCheck.Parse(Published.Check(("b", .002)).ToJson(), "04-mediation", "cell-9"));
        using var document = JsonDocument.Parse(ScorecardJson.Text(card));
        Assert.Equal(["reproduced", "compatible", "differs", "met by construction", "taken from the paper", "not recomputable"], document.RootElement.GetProperty("summary").EnumerateObject().Select(pair => pair.Name));
        Assert.Equal(4, document.RootElement.GetProperty("summary").GetProperty("not recomputable").GetInt32());
        var line = document.RootElement.GetProperty("values")[1];
        string[] names = ["id", "what", "published", "recomputed", "verdict", "why", "notebook", "anchor"];
        Assert.Equal(["b", "a value", "< .01", "< .01", "reproduced", null, "04-mediation", "cell-9"], names.Select(name => line.GetProperty(name).GetString()));
        Assert.Contains("\"< .01\"", ScorecardJson.Text(card), StringComparison.Ordinal);
    }

    private static (string?, Verdict, string?, string?) Line(ScorecardValue value) => (value.Recomputed, value.Verdict, value.Notebook, value.Anchor);
}
