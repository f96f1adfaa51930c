using Pathwise.Psychometrics;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class BootstrapHtmtTests
{
    [Fact]
    public void HtmtIntervals_ThreeAbilities_LieAroundTheRatioAndBelowOne()
    {
        var rows = Run(200, 1);
        Assert.Equal([("visual", "textual"), ("visual", "speed"), ("textual", "speed")], rows.Select(row => (row.First, row.Second)));
        Assert.All(rows, row =>
        {
            Assert.True(row.Interval!.Value.Contains(row.Ratio!.Value));
            Assert.True(row.IsBelowOne);
            Assert.Equal(200, row.Replicates);
        });
    }

    [Fact]
    public void HtmtIntervals_SameSeed_AreTheSame()
    {
        Assert.Equal(Run(50, 3), Run(50, 3));
        Assert.NotEqual(Run(50, 3), Run(50, 4));
    }

    [Fact]
    public void HtmtIntervals_ScaleOfOneItem_HasNone()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,3,6\nc,,,,,4,1,4\nd,,,,,3,3,6\n");
        var row = Assert.Single(survey.Read().HtmtIntervals(10, 1));
        Assert.Null(row.Ratio);
        Assert.Null(row.Interval);
        Assert.Null(row.IsBelowOne);
        Assert.Contains("at least 2", Assert.Throws<InputException>(() => survey.Read().HtmtIntervals(1, 1)).Message);
    }

    private static IReadOnlyList<HtmtInterval> Run(int replicates, long seed) => BootstrapHtmt.Of(
        Holzinger.Values, ["visual", "textual", "speed"], Holzinger.Scales, HtmtKind.Arithmetic, replicates, seed, 0.95);
}
