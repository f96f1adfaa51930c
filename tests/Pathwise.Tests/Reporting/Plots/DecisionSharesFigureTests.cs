using Pathwise.Multiverse.Inference;
using Pathwise.Reporting.Plots;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class DecisionSharesFigureTests
{
    [Fact]
    public void DrawShares_OfACurve_HasABarForEachDecisionTheLargestFirst()
    {
        var curve = MultiverseFigureTests.Made(100).Infer()[0];
        var figure = curve.DrawShares();
        Assert.Equal(curve.Shares.OrderByDescending(each => each.Share).Select(each => each.Decision), figure.Y.Ticks.Select(tick => tick.Label));
        Assert.Contains(curve.Shares.MaxBy(each => each.Share)!.Decision, figure.AlternativeText, StringComparison.Ordinal);
        Assert.NotEmpty(figure.ToSvg());
    }

    [Fact]
    public void DrawShares_WithoutShares_IsAPictureWithoutBars()
    {
        var curve = MultiverseFigureTests.Made(100).Infer()[0] with { Shares = [] };
        Assert.Contains("No shares", curve.DrawShares().AlternativeText, StringComparison.Ordinal);
        Assert.NotEmpty(curve.DrawShares().ToSvg());
    }
}
