using Pathwise.Ranking;
using Pathwise.Surveys;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class ResponseRateTests
{
    [Fact]
    public void ResponseRate_Interval_IsWilsonsOfR()
    {
        var expected = Oracle.Read("base-r", "ranking.json")["wilson"].Numbers;
        var rate = ResponseRate.Of("all", 440, 52, 0.95);
        Oracle.Near(expected[0], rate.Interval!.Value.Lower, 1e-10);
        Oracle.Near(expected[1], rate.Interval!.Value.Upper, 1e-10);
        Assert.Null(ResponseRate.Of("nobody", 0, 0, 0.95).Share);
    }

    [Fact]
    public void ResponseBy_TwoGroups_IsTheChiSquareOfR()
    {
        // The table of the R script: 29 and 23 of 267 and 173 invited answered.
        var rows = Rows("imm", 29, 238) + Rows("jpssm", 23, 150);
        using var folder = new Surveys.SmallSurvey(rows, Codebook);
        File.WriteAllText(folder.Csv, "id,board,response,t1\n" + rows);
        var comparison = folder.Read().ResponseBy("board", "response", "answered");
        var expected = Oracle.Read("base-r", "ranking.json")["response"];
        Oracle.Near(expected["statistic"].Number, comparison.ChiSquare, 1e-10);
        Oracle.Near(expected["p"].Number, comparison.PValue, 1e-10);
        Assert.Equal((440, 52), (comparison.All.Invited, comparison.All.Answered));
        Assert.Equal([267, 173], comparison.Groups.Select(group => group.Invited));
    }

    [Fact]
    public void ResponseBy_EverybodyAnswered_HasNoTest()
    {
        using var folder = new Surveys.SmallSurvey("", Codebook);
        File.WriteAllText(folder.Csv, "id,board,response,t1\n" + Rows("imm", 3, 0) + Rows("jpssm", 2, 0));
        var comparison = folder.Read().ResponseBy("board", "response", "answered");
        Assert.Null(comparison.ChiSquare);
        Assert.Null(comparison.PValue);
    }

    private const string Codebook = """
        title: Response
        about: made up for a test
        columns:
          - { name: id, kind: identifier, text: who }
          - { name: board, kind: choice, text: list, values: { imm: one, jpssm: other } }
          - { name: response, kind: choice, text: reply, values: { answered: "yes", none: "no" } }
        scales:
          - name: topics
            title: Topics
            lowest: 1
            highest: 7
            items:
              - { name: t1, text: one }
        """;

    private static string Rows(string board, int answered, int silent) =>
        string.Concat(Enumerable.Range(0, answered + silent).Select(i => $"{board}{i},{board},{(i < answered ? "answered" : "none")},\n"));

    [Fact]
    public void ResponseBy_AValueThatTheColumnDoesNotHave_IsRefused()
    {
        var survey = RatedSurvey.Read();
        Assert.Contains("'2' is not a value", Assert.Throws<InputException>(() => survey.ResponseBy("wave", "wave", "2")).Message, StringComparison.Ordinal);
        Assert.Contains("no choice of listed values", Assert.Throws<InputException>(() => survey.ResponseBy("id", "wave", "1")).Message, StringComparison.Ordinal);
        Assert.Contains("between 0 and 1", Assert.Throws<InputException>(() => survey.ResponseBy("wave", "wave", "1", 95)).Message, StringComparison.Ordinal);
    }
}
