using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing;

/// <summary>What data/published must hold, whatever else it holds.</summary>
public sealed class PublishedDataTests
{
    private static readonly PublishedStatistics Published = PublishedStatistics.Read(Repository.Path("data", "published"));

    [Fact]
    public void EveryStatistic_EitherHasANotebookOrAReason() =>
        Assert.Empty(Published.Statistics.Where(statistic => (statistic.Notebook is null) == (statistic.Why is null)).Select(statistic => statistic.Id));

    [Fact]
    public void EveryTakenStatistic_HasANotebookThatShowsIt() =>
        Assert.Empty(Published.Statistics.Where(statistic => statistic.Taken is not null && statistic.Notebook is null).Select(statistic => statistic.Id));

    [Theory]
    [InlineData("S1.n", "92")]
    [InlineData("S1.chisq", "169.04")]
    [InlineData("S1.p", ".010")]
    [InlineData("S1.tli", ".931")]
    [InlineData("S1.cfi", ".942")]
    [InlineData("S1.rmsea", ".058")]
    [InlineData("S1.srmr", ".066")]
    [InlineData("S1.lrt.chisq", "3.19")]
    [InlineData("S1.lrt.p", ".074")]
    [InlineData("S1.region.usa", "7.0%")]
    [InlineData("S1.t1.alignment-performance.up", "1.354")]
    [InlineData("S1.t1.conflict-performance.p", "0.453")]
    [InlineData("S2.articles", "34")]
    [InlineData("S2.invited", "440")]
    [InlineData("S2.top.forecasting.mean", "5.50")]
    public void Printed_Texts_AreThoseOfThePapers(string id, string printed) => Assert.Equal(printed, Published[id].Printed);

    [Fact]
    public void TableOne_EachEffect_HasItsBoundsAndP()
    {
        var effects = Published.Statistics.Where(statistic => statistic.Kind == StatisticKind.Effect).ToArray();
        Assert.Equal(["-0.448", "0.504", "0.404", "0.106", "0.894"], effects.Select(effect => effect.Printed));
        Assert.All(effects, effect => Assert.Superset(new HashSet<string> { "lower", "upper", "p" }, effect.Links.Keys.ToHashSet()));
    }
}
