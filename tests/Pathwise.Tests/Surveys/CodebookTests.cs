using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class CodebookTests
{
    [Fact]
    public void Read_SmallCodebook_HasScalesItemsColumnsAndRules()
    {
        using var survey = new SmallSurvey("");
        var codebook = Codebook.Read(survey.CodebookPath);

        Assert.Equal("A small survey", codebook.Title);
        Assert.Equal(["c1", "c2", "j1"], codebook.ItemNames);
        Assert.Equal(new Item("c2", "c2", "I am loud.", "calm", new AnswerRange(1, 5), IsReversed: true), codebook.Scale("calm").Items[1]);
        Assert.Equal("quiet", codebook.Items[0].Title);
        Assert.Equal("always", codebook.Scale("calm").Labels[5]);
        Assert.Equal("Blue team", codebook.Column("team").Values["blue"]);
        Assert.Equal(["not finished", "blue", "twice", "out of range", "straight line", "too few answers"], codebook.Cleaning.Select(rule => rule.Reason));
    }

    [Theory]
    [InlineData("title: A small survey", "colour: red", "line 1: 'colour' is not something that a codebook says here")]
    [InlineData("title: A small survey", "about2: [", "line ")]
    [InlineData("title: A small survey", "title: ''", "the codebook has no title")]
    [InlineData("kind: number", "kind: weight", "line 6: 'weight' is not a kind of column; expected identifier, time")]
    [InlineData("highest: 5", "highest: five", "line 13: 'five' does not fit; expected a whole number")]
    [InlineData("highest: 5", "highest: 1", "the lowest answer is 1 and the highest 1")]
    [InlineData("name: c2", "name: id", "'id' is described twice")]
    [InlineData(", values: { red: Red team, blue: Blue team }", "", "column 'team' is a choice without values")]
    [InlineData("rule: varied", "rule: lucky", "'lucky' is not a cleaning rule")]
    [InlineData("column: finished", "column: ended", "names column 'ended'")]
    [InlineData(", reason: twice", "", "a cleaning rule has no reason")]
    [InlineData("text: I laugh.", "title: laughs", "item 'j1' has no text")]
    public void Read_SomethingWrong_NamesFileAndPlace(string instead, string of, string expected)
    {
        using var survey = new SmallSurvey("", SmallSurvey.Codebook.Replace(instead, of, StringComparison.Ordinal));
        var mistake = Assert.Throws<InputException>(() => Codebook.Read(survey.CodebookPath));
        Assert.StartsWith(survey.CodebookPath, mistake.Message);
        Assert.Contains(expected, mistake.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', mistake.Message);
    }

    [Fact]
    public void Scale_UnknownName_NamesTheOnesThereAre()
    {
        using var survey = new SmallSurvey("");
        var codebook = Codebook.Read(survey.CodebookPath);
        Assert.Contains("It has: calm, joy.", Assert.Throws<InputException>(() => codebook.Scale("anger")).Message);
        Assert.Contains("It has: id, finished", Assert.Throws<InputException>(() => codebook.Column("c1")).Message);
    }
}
