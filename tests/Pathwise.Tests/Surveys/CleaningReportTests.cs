using Pathwise.Reporting;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class CleaningReportTests
{
    private const string Rows = """
        a,2010-03-01T09:30,,,red,1,5,7
        b,,,,red,1,5,7
        c,2010-03-01T09:30,,,blue,1,5,7
        a,2010-03-02T09:30,,,red,2,4,6
        e,2010-03-01T09:30,,,red,1,6,7
        f,2010-03-01T09:30,,,red,3,3,3
        g,2010-03-01T09:30,,,red,,,3
        h,2010-03-01T09:30,,,,NA,2,3
        b,2010-03-03T09:30,,,,1,2,3

        """;

    [Fact]
    public void Clean_OneCaseForEachRule_GivesTheFlow()
    {
        using var survey = new SmallSurvey(Rows);
        var report = survey.Read().Clean();

        Assert.Equal(9, report.Started);
        Assert.Equal(
            [
                new CleaningStep("not finished", 1, 8), new CleaningStep("blue", 1, 7), new CleaningStep("twice", 1, 6),
                new CleaningStep("out of range", 1, 5), new CleaningStep("straight line", 1, 4), new CleaningStep("too few answers", 1, 3),
            ],
            report.Steps);
        Assert.Equal(3, report.Usable);
        Assert.Equal(5, report.RemainingAfter("out of range"));
        Assert.Equal(["a", "h", "b"], report.Data.Table.Texts("id"));
    }

    [Fact]
    public void Cases_EachCase_IsKeptOrHasOneReason()
    {
        using var survey = new SmallSurvey(Rows);
        var cases = survey.Read().Clean().Cases;
        Assert.Equal(new CaseDecision(2, "a", null), cases[0]);
        Assert.True(cases[0].IsKept);
        Assert.Equal(new CaseDecision(5, "a", "twice"), cases[3]);
        Assert.Equal(3, cases.Count(decision => decision.IsKept));
    }

    [Fact]
    public void Clean_RulesOfOnesOwn_ReplaceThoseOfTheCodebook()
    {
        using var survey = new SmallSurvey(Rows);
        var report = survey.Read().Clean([CleaningRule.Requires("team", "red", "not red")]);
        Assert.Equal([new CleaningStep("not red", 3, 6)], report.Steps);
    }

    [Fact]
    public void RemainingAfter_UnknownReason_NamesTheReasons()
    {
        using var survey = new SmallSurvey(Rows);
        var report = survey.Read().Clean([CleaningRule.Requires("team", "red", "not red")]);
        Assert.Contains("The reasons are: not red.", Assert.Throws<InputException>(() => report.RemainingAfter("blue")).Message);
    }

    [Fact]
    public void ToFrame_Flow_StartsWithAllCases()
    {
        using var survey = new SmallSurvey(Rows);
        var frame = survey.Read().Clean().ToFrame();
        Assert.Equal(7, frame.RowCount);
        Assert.Equal(9, frame.GetColumn<int>("Remaining").GetAt(0));
    }
}
