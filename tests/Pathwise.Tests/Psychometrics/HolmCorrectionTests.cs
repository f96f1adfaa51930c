using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class HolmCorrectionTests
{
    [Fact]
    public void Holm_SeveralPValues_AreThoseOfR()
    {
        var pairs = Oracle.Read("base-r", "ranking.json")["pairs"];
        double?[] pValues = [.. pairs["p"].Numbers];
        Oracle.Near(pairs["holm"].Numbers, HolmCorrection.Of(pValues).Select(p => p!.Value).ToArray(), 1e-12);
        Assert.Equal([0.04, null, 0.06], HolmCorrection.Of([0.02, null, 0.06]));
    }

    [Fact]
    public void Of_TheOrderGiven_IsKeptAndNothingExceedsOne()
    {
        // Three tests: .01 x 3, .04 x 2 and .03 x 1, which may not fall below .08; .6 x 1 alone is cut at one.
        Assert.Equal([0.08, 0.03, 0.08], HolmCorrection.Of([0.04, 0.01, 0.041]).Select(p => Math.Round(p!.Value, 12)));
        Assert.Equal([1, 1], HolmCorrection.Of([0.6, 0.7]));
        Assert.Empty(HolmCorrection.Of([]));
    }
}
