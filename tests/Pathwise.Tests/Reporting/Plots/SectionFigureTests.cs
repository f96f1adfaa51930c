using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Teaching;
using Pathwise.Tests.Teaching;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class SectionFigureTests
{
    private static readonly DiscrepancySection Section = Countries.Fit.Vary("b");

    [Fact]
    public void Draw_ASection_HasAFrameAtEachStepAndAtTheEstimate()
    {
        var sequence = Section.Draw(0, 1.2, 12);
        Assert.Equal(14, sequence.Frames.Count);
        Assert.Equal(["0.00", "0.736 (estimate)", "1.20"], sequence.Stills.Select(index => sequence.Frames[index].Label));
    }

    [Fact]
    public void Draw_EachFrame_ShowsFAndTheImpliedCovariancesOfItsValue()
    {
        var frame = Section.Draw(0, 1, 2).Frames.Single(each => each.Label == "0.50");
        var here = frame.Panels[0].Marks.OfType<PointMarks>().Single();
        Assert.Equal((0.5, 0.354448), (here.X[0], here.Y[0]));
        var implied = frame.Panels[1].Marks.OfType<PointMarks>().Last();
        var row = frame.Panels[1].Y.Ticks.Single(tick => tick.Label == "cov x1, y5").Value;
        Assert.Equal(0.362301, implied.X[(int)row]);
    }

    [Fact]
    public void Draw_TheLowestFrame_IsTheEstimate()
    {
        var frames = Section.Draw(0, 1.2, 24).Frames;
        Assert.EndsWith("(estimate)", frames.MinBy(frame => frame.Panels[0].Marks.OfType<PointMarks>().Single().Y[0])!.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_FromOutsideTheEstimate_HasNoFrameThere() =>
        Assert.DoesNotContain(Section.Draw(1, 2, 4).Frames, frame => frame.Label.Contains("estimate", StringComparison.Ordinal));

    [Fact]
    public void Draw_WhereFDoesNotExistOrBackwards_IsRefused()
    {
        Assert.Contains("vy = -1.000", Assert.Throws<InputException>(() => Countries.Fit.Vary("vy").Draw(-1, 2, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => Section.Draw(1, 1, 3));
    }
}
