using Pathwise.Psychometrics;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class GroupComparisonTests
{
    [Fact]
    public void Welch_TwoGroups_IsThatOfR()
    {
        var expected = Oracle.Read("base-r", "ranking.json")["welch"][0];
        var survey = Ranking.RatedSurvey.Read();
        var row = GroupComparison.Of("t1", [.. survey.Where("wave", "1").Table.Numbers("t1")], [.. survey.Where("wave", "3").Table.Numbers("t1")]);
        Oracle.Near(expected["t"].Number, row.T, 1e-10);
        Oracle.Near(expected["df"].Number, row.DegreesOfFreedom, 1e-10);
        Oracle.Near(expected["p"].Number, row.PValue, 1e-10);
    }

    [Fact]
    public void Of_TooFewOrNothingThatVaries_HasMeansAndNoTest()
    {
        var few = GroupComparison.Of("f", [1], [2, 3]);
        Assert.Equal((1.0, 2.5, null, null), (few.FirstMean, few.SecondMean, few.T, few.PValue));
        Assert.Null(GroupComparison.Of("f", [], [2, 3]).FirstMean);
        Assert.Null(GroupComparison.Of("f", [2, 2], [3, 3]).T);
    }

    [Fact]
    public void Of_GroupsOfOneSizeAndVariance_HasThePooledDegreesOfFreedom()
    {
        var row = GroupComparison.Of("f", [1, 2, 3], [2, 3, 4]);
        Assert.Equal(4, row.DegreesOfFreedom!.Value, 1e-12);
        Assert.Equal(-1, row.StandardizedDifference!.Value, 1e-12);
        Assert.Equal(-1 / Math.Sqrt(2.0 / 3), row.T!.Value, 1e-12);
    }
}
