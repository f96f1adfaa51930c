using Pathwise.Sem.Influence;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class SetEnumerationTests
{
    [Theory]
    [InlineData(5, 1)]
    [InlineData(5, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 2)]
    public void Sets_OfASize_AreAllDifferentAndAsManyAsTheBinomial(int count, int size)
    {
        var sets = SetEnumeration.Sets(count, size).Select(set => string.Join(' ', set)).ToList();
        Assert.Equal(SetEnumeration.Binomial(count, size), sets.Count);
        Assert.Equal(sets.Count, sets.Distinct().Count());
        Assert.All(SetEnumeration.Sets(count, size), set => Assert.Equal(set.Order(), set));
    }

    [Fact]
    public void Binomial_OfManyCases_DoesNotOverflow()
    {
        Assert.Equal(125_580, SetEnumeration.Binomial(92, 3));
        Assert.True(SetEnumeration.Binomial(100_000, 40) > int.MaxValue);
        Assert.Equal(0, SetEnumeration.Binomial(3, 4));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(209, 1)]
    [InlineData(210, 2)]
    [InlineData(1350, 3)]
    public void Run_Budget_IsNeverExceeded(int budget, int enumerated)
    {
        var result = SmallMediation.Of(20, 5, 1.5).Fit(SmallMediation.Full).Influence(new InfluenceOptions { Effect = "x -> m -> y", Budget = budget });
        Assert.Equal(enumerated, result.Search.Enumerated);
    }
}
