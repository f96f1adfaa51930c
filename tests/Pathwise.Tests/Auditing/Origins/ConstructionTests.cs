using System.Security.Cryptography;
using System.Text;
using Pathwise.Auditing;
using Pathwise.Auditing.Origins;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Origins;

public sealed class ConstructionTests : IDisposable
{
    private const string Answers = "id,a\n1,2\n";
    private readonly StatisticsFolder folder = new();

    public ConstructionTests()
    {
        folder.Write("answers.csv", Answers);
        folder.Write("targets.json", """{ "model": ["f =~ a"], "statistics": [ {"id": "m", "printed": "9"}, {"id": "base", "printed": "90"}, {"id": "ave", "choice": true} ] }""");
        folder.Write("recipe.json", """{ "usable": { "values": {"sent": "yes"}, "quotas": [ {"column": "region", "counts": {"e": 2}} ] }, "answers": {"ratings": {"items": [ {"name": "t1"} ]}} }""");
        folder.Write("made.json", $$"""[ { "data": "answers.csv", "sha256": "{{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Answers)))}}", "targets": "targets.json", "recipe": "recipe.json" } ]""");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("m", "target m of targets.json")]
    [InlineData("m.p", "implication from target m of targets.json")]
    [InlineData("rmsea", "implication from target m of targets.json")]
    [InlineData("cfi", "implication from targets m and base of targets.json")]
    [InlineData("tli", "implication from targets m and base of targets.json")]
    [InlineData("df", "implication from setting 'model' of targets.json")]
    [InlineData("valid", "implication from requirement ave of targets.json, which is no printed value")]
    [InlineData("share", "implication from entry 'region' of recipe.json")]
    [InlineData("part2", "implication from whole, by implication from entry 'rows' of recipe.json; part1, by implication from entry 'region' of recipe.json")]
    [InlineData("mean", "implication from entry 't1' of recipe.json")]
    [InlineData("other", null)]
    [InlineData("half", null)]
    public void Reason_IsTheTargetOrEntryOrWhatFollowsFromThoseAlone(string id, string? reason) => Assert.Equal(reason, Construction.Of(Paper()).Reason(id));

    [Fact]
    public void Reason_OtherAnswersUnderTheSameName_GiveNone()
    {
        folder.Write("answers.csv", Answers + "2,3\n");
        var construction = Construction.Of(Paper());
        Assert.All(Paper().Statistics, statistic => Assert.Null(construction.Reason(statistic.Id)));
    }

    [Fact]
    public void Check_AValueThatTheDataWereMadeToGive_IsMetAndOneThatIsMissedDiffers()
    {
        var report = Paper().Check(("m", 9), ("base", 91), ("other", 5), ("mean", Recomputed.Distribution([4, 5])));
        Assert.Equal([Verdict.MetByConstruction, Verdict.Differs, Verdict.Reproduced, Verdict.MetByConstruction], report.Values.Select(value => value.Verdict));
        Assert.Equal("By target m of targets.json.", report.Values[0].Why);
        Assert.StartsWith("By implication from entry 't1' of recipe.json. The draws behind", report.Values[3].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnInputThatIsNothing_NamesTheLine() => Assert.Contains(
        "the input 'region' of 'x' is neither", Assert.Throws<InputException>(() => Construction.Of(Paper(Given.As(StatisticKind.Count, "1") with { Inputs = ["region"] }))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[ { \"data\": \"answers.csv\" } ]", "sha256")]
    [InlineData("[ { \"data\": \"answers.csv\", \"sha256\": \"00\", \"recipe\": \"none.json\" } ]", "none.json does not exist")]
    public void Of_AListOfAnotherForm_IsAMistake(string list, string expected)
    {
        folder.Write("made.json", list);
        Assert.Contains(expected, Assert.Throws<InputException>(() => Construction.Of(Paper())).Message, StringComparison.Ordinal);
    }

    private PublishedStatistics Paper(params ReportedStatistic[] more) => PublishedStatistics.Of(
    [
        Given.As(StatisticKind.ChiSquare, "9", "m").Linked("p: m.p"), Given.As(StatisticKind.PValue, ".1", "m.p"),
        Given.As(StatisticKind.ChiSquare, "90", "base"),
        Given.As(StatisticKind.Rmsea, ".05", "rmsea").Linked("chi-square: m"),
        Given.As(StatisticKind.Cfi, ".9", "cfi").Linked("chi-square: m", "baseline: base"),
        Given.As(StatisticKind.Tli, ".9", "tli").Linked("chi-square: m", "baseline: base"),
        Given.As(StatisticKind.DegreesOfFreedom, "5", "df") with { Inputs = ["targets.model"] },
        Given.As(StatisticKind.Claim, "valid", "valid") with { Inputs = ["ave"] },
        Given.As(StatisticKind.Percentage, "50%", "share") with { Inputs = ["answers.region"] },
        Given.As(StatisticKind.Count, "4", "whole").Linked("sum: part1 + part2") with { Inputs = ["answers.rows"] },
        Given.As(StatisticKind.Count, "2", "part1") with { Inputs = ["answers.region"] }, Given.As(StatisticKind.Count, "2", "part2"),
        Given.As(StatisticKind.Mean, "4.5", "mean") with { Inputs = ["answers.t1"] },
        Given.As(StatisticKind.Count, "5", "other"),
        Given.As(StatisticKind.Claim, "half", "half") with { Inputs = ["m", "other"] },
        .. more,
    ], folder.Path);
}
