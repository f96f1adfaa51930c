using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Specification;

public sealed class EffectiveOptionsTests
{
    [Theory]
    [InlineData(false, 1, ModelDefaults.Sem, false)]
    [InlineData(true, 1, ModelDefaults.Sem, true)]
    [InlineData(false, 2, ModelDefaults.Sem, true)]
    [InlineData(false, 1, ModelDefaults.Growth, true)]
    public void HasMeanStructure_IsWhatTheModelAsksFor(bool namesIntercepts, int groups, ModelDefaults defaults, bool expected)
    {
        Assert.Equal(expected, new EffectiveOptions(new() { Defaults = defaults }, groups, namesIntercepts).HasMeanStructure);
        Assert.Equal(namesIntercepts, new EffectiveOptions(new() { Defaults = defaults, MeanStructure = false }, groups, namesIntercepts).HasMeanStructure);
    }

    [Fact]
    public void FixesFirstLoading_UnlessTheLatentVarianceIsOneOrNothingIsCompleted()
    {
        Assert.True(new EffectiveOptions(new(), 1, false).FixesFirstLoading);
        Assert.False(new EffectiveOptions(new() { StdLv = true }, 1, false).FixesFirstLoading);
        Assert.False(new EffectiveOptions(new() { Defaults = ModelDefaults.None }, 1, false).FixesFirstLoading);
        Assert.True(new EffectiveOptions(new() { StdLv = true, FixFirstLoading = true }, 1, false).FixesFirstLoading);
    }

    [Fact]
    public void FreesLaterMeans_WhereInterceptsAreEqualAndMeansAreNot()
    {
        Assert.True(new EffectiveOptions(new() { GroupEqual = [GroupEquality.Intercepts] }, 2, false).FreesLaterMeans);
        Assert.False(new EffectiveOptions(new() { GroupEqual = [GroupEquality.Intercepts, GroupEquality.Means] }, 2, false).FreesLaterMeans);
        Assert.False(new EffectiveOptions(new(), 2, false).FreesLaterMeans);
    }
}
