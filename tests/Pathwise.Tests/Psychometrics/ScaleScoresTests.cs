using Pathwise.Psychometrics;
using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ScaleScoresTests
{
    [Fact]
    public void Scores_OfScales_AreMeansOfRecodedItemsAndMissingWhereOneIs()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,3,\nc,,,,,4,,2\n");
        var scores = survey.Read().Scores();
        Assert.Equal(["calm", "joy"], scores.Names);
        // c2 is reverse-keyed on a scale from 1 to 5: 5 counts 1, 3 counts 3.
        Assert.Equal([1.0, 2.5, double.NaN], scores.Numbers("calm"));
        Assert.Equal([7.0, double.NaN, 2.0], scores.Numbers("joy"));
    }
}
