using System.Diagnostics;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class CleaningRuleTests
{
    [Fact]
    public void LeftOut_EachRule_NamesThePositionsItJudges()
    {
        using var file = new SmallSurvey("a,2010-03-01,,,red,1,1,1\na,,,,blue,1,2,9\nb,2010-03-01,,,,2,,\nc,2010-03-01,,,red,,,3\n");
        var survey = file.Read();
        Assert.Equal([1, 2], CleaningRule.Requires("team", "red", "r").LeftOut(survey));
        Assert.Equal([1], CleaningRule.Excludes("team", "blue", "r").LeftOut(survey));
        Assert.Equal([1], CleaningRule.Present("finished", "r").LeftOut(survey));
        Assert.Equal([1], CleaningRule.First("id", "r").LeftOut(survey));
        Assert.Equal([1], CleaningRule.InRange("r").LeftOut(survey));
        // A single answer is no straight line.
        Assert.Equal([0], CleaningRule.Varied("r").LeftOut(survey));
        Assert.Equal([2, 3], CleaningRule.Complete(1, "r").LeftOut(survey));
        Assert.Empty(CleaningRule.Complete(2, "r").LeftOut(survey));
    }

    [Fact]
    public void Clean_AHundredThousandCases_TakesLinearTime()
    {
        using var file = new SmallSurvey(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"p{i % 99_999},2010-03-01,40,,red,1,2,7\n")));
        var watch = Stopwatch.StartNew();
        var report = file.Read().Clean();
        Assert.Equal(99_999, report.Usable);
        Assert.Equal("twice", report.Cases[99_999].Reason);

        // A search of all earlier cases for each takes a minute, this less than two seconds on an idle machine.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 25);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void CleaningRule_WithoutAReason_IsRefused(string reason) =>
        Assert.Contains("no reason", Assert.Throws<InputException>(() => CleaningRule.Varied(reason)).Message, StringComparison.Ordinal);
}
