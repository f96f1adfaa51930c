using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class MissingSensitivityTests
{
    [Fact]
    public void MissingSensitivities_CompleteRaters_HaveTheMeansOfR()
    {
        var rows = RatedSurvey.Read().MissingSensitivities("topics");
        Oracle.Near(
            Oracle.Read("base-r", "ranking.json")["complete_means"].Numbers,
            RatedSurvey.Topics.Select(name => rows.Single(row => row.Name == name).CompleteMean!.Value).ToArray(), 1e-12);
        Assert.All(rows, row => Assert.Equal(28, row.CompleteRaters));
        Assert.All(rows, row => Assert.False(row.IsMoved));
    }

    [Fact]
    public void MissingSensitivities_NobodyComplete_AreUndefined()
    {
        var rows = RatedSurvey.Of("id,wave,t1,t2,t3,t4,t5,t6\na,1,3,5,5,2,1,\nb,1,3,5,5,2,1,\n").MissingSensitivities("topics");
        Assert.All(rows, row => Assert.Null(row.CompleteMean));
        Assert.All(rows, row => Assert.Null(row.IsMoved));
    }
}
