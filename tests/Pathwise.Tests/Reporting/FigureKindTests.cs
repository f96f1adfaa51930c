using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Xunit;

namespace Pathwise.Tests.Reporting;

public sealed class FigureKindTests
{
    [Fact]
    public void BootstrapHistogram_EveryFiniteReplicate_StandsInOneBar()
    {
        var bars = FigureSamples.Of("bootstrap").Marks.OfType<BarMarks>().Single();
        Assert.Equal(6, bars.To.Sum());
        Assert.Contains("1 replicates without a value", FigureSamples.Of("bootstrap").Note, StringComparison.Ordinal);
    }

    [Fact]
    public void BootstrapHistogram_ConstantOrNoReplicates_IsDrawn()
    {
        Assert.Equal(3, BootstrapHistogram.Of("x", [2, 2, 2], 2, []).Marks.OfType<BarMarks>().Single().To.Sum());
        Assert.NotEqual("", BootstrapHistogram.Of("x", [], 2, []).ToSvg());
    }

    [Fact]
    public void CorrelationHeatMap_Factors_StandSideBySide()
    {
        var figure = FigureSamples.Of("correlations");
        Assert.Equal(["x1", "x3", FigureSamples.Bad], figure.X.Ticks.Select(tick => tick.Label));
        var rows = figure.Marks.OfType<HeatMarks>().Single().Rows;
        Assert.Equal([0.62, 1.0], rows[1]);
        Assert.Equal([0.3, -0.2, 1.0], rows[2]);
    }

    [Fact]
    public void CleaningFlowDiagram_End_IsWhatTheRulesLeft() =>
        Assert.Contains("Usable: 92", FigureSamples.Of("flow").ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void IntervalComparison_RowsOfOneName_StandTogether()
    {
        var figure = FigureSamples.Of("comparison");
        Assert.Equal(["a", FigureSamples.Bad, "none"], figure.Y.Ticks.Select(tick => tick.Label));
        Assert.All(figure.Marks.OfType<PointMarks>(), points => Assert.Equal(2, points.X.Count));
    }

    [Fact]
    public void RankedTopicsPlot_Threshold_PartsTheTopics() =>
        Assert.Equal([1, 1], FigureSamples.Of("topics").Marks.OfType<PointMarks>().Select(points => points.X.Count));

    [Fact]
    public void ScreePlot_Words_CountWhatExceedsRandomData() =>
        Assert.Contains("The first 1 exceed those of random data.", FigureSamples.Of("scree").AlternativeText, StringComparison.Ordinal);

    [Fact]
    public void ScorecardPlot_Bars_AddUp()
    {
        var bars = FigureSamples.Of("scorecard").Marks.OfType<BarMarks>().ToList();
        Assert.Equal([8, 2], bars[0].To);
        Assert.Equal([9, 2], bars[1].To);
        Assert.Equal([10, 2], bars[2].To);
        Assert.Equal([12, 3], bars[3].To);
        Assert.Equal([15, 3], bars[4].To);
        Assert.Equal([15, 6], bars[5].To);
    }
}
