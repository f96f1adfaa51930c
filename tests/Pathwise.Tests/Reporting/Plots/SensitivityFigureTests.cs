using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Sensitivity;
using Pathwise.Tests.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class SensitivityFigureTests
{
    private static readonly SensitivityResult Result = Mediations.Fit("m ~ x\ny ~ x + m", Mediations.Observed)
        .Sensitivity(new() { Effect = "x -> m -> y", Benchmarks = ["z"], Bootstrap = new() { Seed = 1, Replicates = 100 } }, Mediations.Observed);

    [Fact]
    public void Draw_TheCurve_HasItsIntervalAndItsZero()
    {
        var figure = Result.Draw();
        Assert.Equal(3, figure.Marks.OfType<LineMark>().Count());
        Assert.Equal(Result.Zero.Rho!.Value, figure.Marks.OfType<PointMarks>().Single().X[0]);
        Assert.Contains("It is zero at .308.", figure.AlternativeText, StringComparison.Ordinal);
        Assert.NotEqual("", figure.ToPlotlyJson());
    }

    [Fact]
    public void Draw_APath_HasContoursThatEndInTheSquareAndTheBenchmark()
    {
        var figure = Result.Paths[1].Draw(Result.Benchmarks);
        Assert.Equal(4, figure.Marks.OfType<LineMark>().Count());
        Assert.All(figure.Marks.OfType<LineMark>().SelectMany(line => line.Y), y => Assert.InRange(y, 0, 1));
        Assert.Equal(1, figure.Marks.OfType<LineMark>().Last().Y[0], 1e-9);
        Assert.Equal(["Robustness value .276", "As strong as z"], figure.Marks.OfType<PointMarks>().Select(points => points.Name!));
    }

    [Fact]
    public void DrawReliability_Lines_BeginAtTheEffectsOwnCorrelation()
    {
        var lines = Result.DrawReliability()!.Marks.OfType<LineMark>().ToList();
        Assert.Equal(Result.Zero.Rho!.Value, lines[0].Y[^1], 1e-9);
        Assert.Equal(0, lines[1].Y[^1], 1e-9);
    }

    [Fact]
    public void Registry_OfAnAnalysis_ShowsItsTablesAndFigures()
    {
        var shown = Assert.IsType<Summary>(Registry.Of(Result));
        Assert.Equal(4, shown.Parts.OfType<Figure>().Count());
        foreach (var words in new[] { "Robustness values", "Columns of the data as confounders", "Reliability of the mediator", "Mediational E-value", "whose product is .095 (.056" })
            Assert.Contains(words, shown.ToText(), StringComparison.Ordinal);
        foreach (var rows in new object[] { Result.Curve, Result.Robustness, Result.Benchmarks, Result.Reliability, Result.Zero, Result.EValue!, Result.Paths[0], Result.Options })
            Assert.NotEqual("", Registry.Of(rows).ToHtml());
    }
}
