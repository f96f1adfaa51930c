using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class HypothesisTests
{
    [Theory]
    [InlineData("x->y", "x -> y", false)]
    [InlineData(" x -> m->y ", "x -> m -> y", false)]
    [InlineData("x=>y", "x => y", false)]
    [InlineData("x~~y", "x ~~ y", true)]
    public void Of_APath_IsWrittenAsEffectsAre(string path, string expected, bool isCorrelation)
    {
        var hypothesis = Hypothesis.Of("H", path, ExpectedSign.Any);
        Assert.Equal((expected, isCorrelation), (hypothesis.Path, hypothesis.IsCorrelation));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x ->")]
    [InlineData("x => m => y")]
    [InlineData("x -> m => y")]
    [InlineData("x ~~ y ~~ z")]
    public void Of_WhatIsNoPath_IsRefused(string path) =>
        Assert.Contains("is no path", Assert.Throws<InputException>(() => Hypothesis.Of("H", path, ExpectedSign.Any)).Message, StringComparison.Ordinal);
}
