using Pathwise.Psychometrics;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class NonresponseTests
{
    private const string Rows = """
        a,2010-03-04,,,,1,5,7
        b,2010-03-01,,,,2,3,6
        c,2010-03-02,,,,4,1,4
        d,,,,,3,3,6
        e,2010-03-03,,,,3,3,2

        """;

    [Fact]
    public void EarlyAgainstLate_Halves_AreTakenInTheOrderOfTime()
    {
        using var survey = new SmallSurvey(Rows);
        var rows = survey.Read().EarlyAgainstLate("finished", 0.5);
        Assert.Equal(["calm", "joy"], rows.Select(row => row.Name));
        Assert.Equal((2, 2), (rows[0].FirstCount, rows[0].SecondCount));
        // joy: b and c came first (6, 4), e and a last (2, 7).
        Assert.Equal((5.0, 4.5), (rows[1].FirstMean, rows[1].SecondMean));
        Assert.True(rows[1].HolmP >= rows[1].PValue);
        Assert.Equal(0.5 / Math.Sqrt((2 + 12.5) / 2), rows[1].StandardizedDifference!.Value, 12);
    }

    [Fact]
    public void EarlyAgainstLate_TooFewToTest_HaveNoTest()
    {
        using var survey = new SmallSurvey(Rows);
        Assert.All(survey.Read().EarlyAgainstLate("finished", 0.25), row => Assert.Null(row.PValue));
        Assert.Contains("above 0 and at most 0.5", Assert.Throws<InputException>(() => survey.Read().EarlyAgainstLate("finished", 0.6)).Message);
    }

    [Fact]
    public void EarlyAgainstLate_TimesInTwoForms_AreSortedAsTimes()
    {
        // As text a blank sorts before T, and 23:00 of a day would come before 01:00.
        using var survey = new SmallSurvey("""
            a,2010-03-01 23:00,,,,1,5,7
            b,2010-03-01T01:00,,,,2,3,6
            c,2010-03-01T02:00:30,,,,4,1,4
            d,2010-03-02,,,,3,3,2

            """);
        var joy = survey.Read().EarlyAgainstLate("finished", 0.5).Single(row => row.Name == "joy");
        Assert.Equal((5.0, 4.5), (joy.FirstMean, joy.SecondMean));
    }

    [Fact]
    public void EarlyAgainstLate_NumbersOfArrival_AreSortedByTheirSize()
    {
        using var survey = new SmallSurvey("a,,9,,,1,5,7\nb,,10,,,2,3,6\nc,,2,,,4,1,4\nd,,100,,,3,3,2\n");
        var joy = survey.Read().EarlyAgainstLate("age", 0.5).Single(row => row.Name == "joy");
        Assert.Equal((5.5, 4.0), (joy.FirstMean, joy.SecondMean));
        Assert.Contains("has no order", Assert.Throws<InputException>(() => survey.Read().EarlyAgainstLate("team")).Message, StringComparison.Ordinal);
    }
}
