using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class ResponseFigureTests
{
    private static readonly LatentResponse Response =
        DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv")).Polychoric(["ali1", "ali2"]).Response("ali1");

    [Fact]
    public void Draw_FromOneMeanToAnother_StartsAtTheNearestToZero()
    {
        var sequence = Response.Draw(-1, 1, 4);
        Assert.Equal(["−1.00", "−0.50", "0.00", "0.50", "1.00"], sequence.Frames.Select(frame => frame.Label));
        Assert.Equal((2, "0,2,4"), (sequence.Start, string.Join(',', sequence.Stills)));
    }

    [Fact]
    public void Draw_InFineSteps_LabelsEachFrameOnce() =>
        Assert.Equal(201, Response.Draw(0, 1, 200).Frames.Select(frame => frame.Label).Distinct().Count());

    [Fact]
    public void Draw_EachFrame_HasTheThresholdsTheCurveAndTheShares()
    {
        var panels = Response.Draw(-1, 1, 2).Frames[2].Panels;
        Assert.Equal(Response.Variable.Thresholds.Select(threshold => Math.Round(threshold, 5)), panels[0].Marks.OfType<ReferenceLine>().Select(line => line.At));
        var curve = panels[0].Marks.OfType<LineMark>().Single();
        Assert.Equal(1, curve.X[curve.Y.ToList().IndexOf(curve.Y.Max())], 0.1);
        Assert.Equal(Response.Shares(1).Select(share => Math.Round(share, 5)), panels[1].Marks.OfType<BarMarks>().Single().To);
        Assert.Equal(Response.Observed.Select(share => Math.Round(share, 5)), panels[1].Marks.OfType<PointMarks>().Single().Y);
    }

    [Fact]
    public void Draw_BackwardsOrWithoutAStep_IsRefused()
    {
        Assert.Throws<InputException>(() => Response.Draw(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Response.Draw(0, 1, 0));
    }

    [Fact]
    public void Draw_InWords_TellsThresholdsAndShares() =>
        Assert.Contains("past its thresholds -1.84", Response.Draw().AlternativeText, StringComparison.Ordinal);
}
