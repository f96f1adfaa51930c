using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class PowerCurveTests
{
    private static readonly Effect Path = new("y", "x", EffectKind.Direct, [], 1);

    [Fact]
    public void CountFor_PowersOfTheNormalApproximation_IsTheCountThatTheyFollowFrom()
    {
        // Power = Phi(.28 sqrt(N) - 1.96): .8 at N = ((1.96 + .8416) / .28)^2 = 100.1, and .5 at (1.96 / .28)^2 = 49.
        var curve = Curve((40, Power(40)), (90, Power(90)), (160, Power(160)));
        Assert.Equal(101, curve.CountFor(Path, false, IntervalKind.Delta, 0.8));
        Assert.Equal(49, curve.CountFor(Path, false, IntervalKind.Delta, 0.5)!.Value, 1.0);
    }

    [Fact]
    public void CountFor_PowerOutsideTheSimulatedOnes_IsUndefinedRatherThanExtrapolated()
    {
        var curve = Curve((40, 0.4), (90, 0.7));
        Assert.Null(curve.CountFor(Path, false, IntervalKind.Delta, 0.8));
        Assert.Null(curve.CountFor(Path, false, IntervalKind.Delta, 0.2));
        Assert.Null(curve.CountFor(Path, true, IntervalKind.Delta, 0.5));
        Assert.Equal(90, curve.CountFor(Path, false, IntervalKind.Delta, 0.7));
    }

    [Fact]
    public void Draw_Curve_HasALineForEachEffectThatNamesTheCasesNeeded()
    {
        var figure = Curve((40, 0.4), (90, 0.9)).Draw();
        var line = Assert.Single(figure.Marks.OfType<LineMark>());
        Assert.Equal([40, 90], line.X);
        Assert.Equal([0.4, 0.9], line.Y);
        Assert.StartsWith("x → y (N ", line.Name, StringComparison.Ordinal);
        Assert.Contains(".40 at 40, .90 at 90", figure.ToText(), StringComparison.Ordinal);
        Assert.Contains("</svg>", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("\"data\"", figure.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_EffectThatIsNotThere_IsRefusedByName()
    {
        var mistake = Assert.Throws<InputException>(() => Curve((40, 0.4)).Draw(effects: ["x -> z"]));
        Assert.Equal("Not an effect of the power study: x -> z. It has: x -> y.", mistake.Message);
    }

    private static double Power(int count) => Pathwise.Numerics.NormalDistribution.Cdf((0.28 * Math.Sqrt(count)) - 1.959963984540054);

    private static PowerCurve Curve(params (int Count, double Power)[] points) => new(points.Select(point => new PowerResult
    {
        Options = new PowerOptions { Count = point.Count, Seed = 1, Replicates = 1000 },
        Drawn = 1000,
        Converged = 1000,
        Improper = 0,
        Effects =
        [
            new EffectPower
            {
                Effect = Path, IsStandardized = false, Population = 0.3, Count = 1000, Mean = 0.3, Deviation = 0.1, MeanError = 0.1, MeanSquaredError = 0.01, MeanSquaredErrorError = 0.001,
                Intervals = [new IntervalPower(IntervalKind.Delta, 1000, point.Power, 0.95)],
            },
        ],
    }));
}
