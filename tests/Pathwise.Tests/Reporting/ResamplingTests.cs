using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Reporting;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Reporting;

/// <summary>Displays and figures of bootstraps and effects, on a mediation of made-up cases.</summary>
public sealed class ResamplingTests
{
    private static readonly FitResult Fit = Mediation();
    private static readonly BootstrapResult Bootstrap = Fit.Bootstrap(new BootstrapOptions { Replicates = 60, Seed = 3 });

    private static readonly IReadOnlyList<EffectEstimate> Effects = Fit.EstimateEffects(
        new EffectOptions { Kinds = [IntervalKind.Percentile, IntervalKind.BiasCorrected, IntervalKind.Delta] }, Bootstrap);

    [Fact]
    public void Draw_Effect_ShowsItsReplicatesAndIntervals()
    {
        var figure = Bootstrap.Draw("x -> m -> y");
        Assert.Equal(60, figure.Marks.OfType<BarMarks>().Single().To.Sum());
        var effect = Effects.Single(row => row.Effect.Name == "x -> m -> y");
        var interval = effect.Interval(IntervalKind.Percentile, isStandardized: true)!.Value;
        Assert.Contains($"Percentile 95 %: {NumberText.Interval(interval.Lower, interval.Upper, 3)}.", figure.AlternativeText, StringComparison.Ordinal);
        Assert.Contains($"estimate {NumberText.Number(effect.Standardized, 3)}", figure.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_UnknownEffect_NamesThoseThereAre()
    {
        var mistake = Assert.Throws<InputException>(() => Bootstrap.Draw("x -> z"));
        Assert.Contains("x -> m -> y", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Effects_HasASeriesForEachKind()
    {
        var figure = Effects.Draw();
        Assert.Equal(["Percentile", "Bias-corrected", "Delta method"], figure.Marks.OfType<PointMarks>().Select(points => points.Name));
        Assert.Contains("x → m → y", figure.Y.Ticks.Select(tick => tick.Label));
    }

    [Fact]
    public void Show_Effects_StandInGroupsWithTheirIntervals()
    {
        var text = Effects.Show().ToText();
        Assert.Contains("Specific indirect effects\nx → m → y", text, StringComparison.Ordinal);
        Assert.Contains("Bias-corrected", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Bootstrap_CountsWhatBecameOfTheReplicates()
    {
        var text = Registry.Of(Bootstrap).ToText();
        Assert.Contains("Bootstrap of 60 replicates", text, StringComparison.Ordinal);
        Assert.Contains("seed 3", text, StringComparison.Ordinal);
    }

    private static FitResult Mediation()
    {
        var stream = RandomStream.For(1, 0);
        var cases = Matrix<double>.Build.Dense(80, 3);
        for (var i = 0; i < cases.RowCount; i++)
        {
            var x = stream.NextNormal();
            var m = (0.5 * x) + stream.NextNormal();
            cases.SetRow(i, [x, m, (0.6 * m) + (0.1 * x) + stream.NextNormal()]);
        }

        return ModelSpecification.Parse("m ~ x\ny ~ m + x").Table().Fit(SampleMoments.OfCases(["x", "m", "y"], cases, Divisor.Count));
    }
}
