using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Xunit;

namespace Pathwise.Tests.Ranking;

public sealed class PairwiseComparisonTests
{
    private static readonly IReadOnlyList<TopicPair> Pairs = PairwiseComparison.Of(RatingMatrix.Of(RatedSurvey.Read(), "topics"));

    [Fact]
    public void Of_SixTopics_ComparesEveryPairOnceTheHigherMeanFirst()
    {
        Assert.Equal(15, Pairs.Count);
        Assert.Equal(15, Pairs.Select(pair => string.Join(" ", new[] { pair.First, pair.Second }.Order())).Distinct().Count());
        var means = RatingMatrix.Of(RatedSurvey.Read(), "topics").Means();
        double Mean(string topic) => means[Array.IndexOf(RatedSurvey.Topics, topic)];
        Assert.All(Pairs, pair => Assert.True(Mean(pair.First) >= Mean(pair.Second)));
    }

    [Fact]
    public void Of_PValues_AreCorrectedOverAllPairs()
    {
        Assert.Equal(HolmCorrection.Of([.. Pairs.Select(pair => pair.PValue)]), Pairs.Select(pair => pair.HolmP));
        Assert.Equal(HolmCorrection.Of([.. Pairs.Select(pair => pair.WilcoxonP)]), Pairs.Select(pair => pair.WilcoxonHolmP));
    }
}
