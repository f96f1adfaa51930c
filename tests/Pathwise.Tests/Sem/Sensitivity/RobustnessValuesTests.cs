using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class RobustnessValuesTests
{
    // Zhang and Ding's bounds: the strengths of a confounder with cause, mediator and outcome vary independently. The smallest largest of the three under
    // which the product can be zero, by a search over all of them.
    [Theory]
    [InlineData("m ~ x\ny ~ x + m")]
    [InlineData("m ~ x + z\ny ~ x + m + z")]
    public void Of_AnEffect_IsTheSmallestStrengthThatASearchFinds(string model)
    {
        var (_, paths, at) = Mediations.Begin(model, Mediations.Observed, new() { Effect = "x -> m -> y" });
        var (a, b) = (paths.Arrows[0].Path(at, paths)!, paths.Arrows[1].Path(at, paths)!);
        var rows = RobustnessValues.Of(at, paths, null, isRandomized: false);
        var searched = Enumerable.Range(1, 9999).Select(i => i / 10000.0).First(strength => CanBeZero(a, b, strength));
        Assert.InRange(rows[^1].Value!.Value, searched - 1e-4, searched + 1e-4);
        Assert.Equal(["x -> m", "m -> y", "x -> m -> y"], rows.Select(row => row.Path));
        Assert.Equal(rows.Take(2).Min(row => row.Value), rows[^1].Value);
    }

    [Fact]
    public void Of_PoliticalDemocracy_HasTheWeakPathFirst()
    {
        var (_, paths, at) = Mediations.Begin(Mediations.Partial, Mediations.Democracy, new() { Effect = Mediations.Indirect });
        var rows = RobustnessValues.Of(at, paths, null, isRandomized: false);
        Oracle.Near(0.249, rows[0].PartialR2 / (1 - rows[0].PartialR2), 1e-3);
        Oracle.Near(16.1, rows[1].PartialR2 / (1 - rows[1].PartialR2), 5e-3);
        Oracle.Near(0.39, rows[0].Value, 5e-3);
        Oracle.Near(0.945, rows[1].Value, 1e-3);
        Assert.Equal(rows[0].Value, rows[2].Value);
        var randomized = RobustnessValues.Of(at, paths, null, isRandomized: true);
        Assert.Equal(["dem60 -> dem65", Mediations.Indirect], randomized.Select(row => row.Path));
        Assert.Equal(rows[1].Value, randomized[1].Value);
    }

    // The duality that the documentation states: at the lower bound the worst confounder brings the percentile interval of the path to zero.
    [Fact]
    public void Interval_ItsLowerBound_IsTheStrengthAtWhichThePathsIntervalReachesZero()
    {
        var fit = Mediations.Fit("m ~ x\ny ~ x + m", Mediations.Observed, new() { FixedX = false });
        var result = fit.Sensitivity(new() { Effect = "x -> m -> y", Bootstrap = new BootstrapOptions { Seed = 4, Replicates = 999 } });
        var strength = result.Robustness[1].Interval!.Value.Lower;
        var paths = ConfoundedPaths.Of(fit, result.Options);
        var moved = Enumerable.Range(0, result.Bootstrap!.Used).Select(i =>
        {
            var at = new Pathwise.Sem.Implied.ImpliedMoments(fit.Structure, 0);
            at.Update(result.Bootstrap.Values(i));
            return paths.Arrows[1].Path(StructuralMoments.Of(at), paths)!.Coefficient(strength, strength);
        }).Order().ToArray();
        Oracle.Near(0, moved[24], 1e-9);
    }

    private static bool CanBeZero(ConfoundedPath a, ConfoundedPath b, double strength)
    {
        double[] shares = [.. Enumerable.Range(0, 11).Select(i => strength * i / 10)];
        return (from cause in shares from mediator in shares from outcome in shares
                select a.Coefficient(cause, mediator) / a.Estimate <= 0 || b.Coefficient(mediator, outcome) / b.Estimate <= 0).Contains(true);
    }
}
