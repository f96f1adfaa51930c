using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Improper replicates fitted again within bounds, and bootstraps of fits within bounds: each against fits of the drawn cases.</summary>
public sealed class BoundedReplicatesTests
{
    private const string Model = "m =~ m1 + m2 + m3\nk =~ k2 + k3 + k1\nm ~ k";

    private const string EqualLoadings = "m =~ m1 + a*m2 + a*m3\nk =~ k2 + k3 + k1\nm ~ k";

    [Fact]
    public void Bounded_Replicates_AreFitsOfTheirCasesWithinBounds()
    {
        var fit = Fit(BoundsKind.None);
        var drawn = fit.Bootstrap(new() { Seed = 11, Replicates = 60, Rule = ImproperRule.Bounded });
        int[] refitted = [.. Enumerable.Range(0, 60).Where(i => drawn.Status(i) is { } status && status.IsOfSearch())];
        Assert.True(refitted.Length > 5);
        Assert.Equal(refitted.Length, drawn.BoundedByReason!.Values.Sum());
        Assert.True(drawn.IsComplete);
        var used = Enumerable.Range(0, 60).Where(i => drawn.Status(i) == FitStatus.Proper || drawn.Bounded!.Status(i) == FitStatus.Proper && drawn.Bounded.IsDone(i)).ToArray();
        Assert.Equal(used, drawn.UsedReplicates);
        Assert.True(drawn.Used > drawn.Under(ImproperRule.Drop).Used);
        foreach (var i in refitted.Take(8))
        {
            if (!drawn.Bounded!.Status(i).HasConverged())
                continue;
            var byHand = fit.Table.Fit(Drawn(fit, 11, i), new EstimationOptions { Bounds = BoundsKind.Standard, StartingValues = fit.Values });
            Assert.Equal(byHand.Discrepancy, drawn.Bounded.Discrepancy(i), 1e-9);
            Oracle.Near([.. byHand.Values], drawn.Bounded.Values(i).ToArray(), 1e-6);
        }
    }

    [Fact]
    public void Bounded_Rule_DoesNotDependOnThreadsOrShow()
    {
        var fit = Fit(BoundsKind.None);
        var one = fit.Bootstrap(new() { Seed = 4, Replicates = 40, Rule = ImproperRule.Bounded });
        var two = fit.Bootstrap(new() { Seed = 4, Replicates = 40, Rule = ImproperRule.Bounded, Threads = 2 });
        for (var effect = 0; effect < one.Effects.Count; effect++)
            Assert.Equal(one.Draws(effect, true), two.Draws(effect, true));
        var rules = one.EffectsUnderEachRule(new EffectOptions { Kinds = [IntervalKind.Percentile] });
        Assert.Equal([ImproperRule.Keep, ImproperRule.Drop, ImproperRule.Bounded], rules.Select(each => each.Bootstrap.Rule));
        Assert.Throws<InputException>(() => fit.Bootstrap(new() { Seed = 4, Replicates = 2 }).Under(ImproperRule.Bounded));
    }

    [Fact]
    public void Bounded_Bootstrap_KeepsItsBitsInAFile()
    {
        var fit = Fit(BoundsKind.None);
        var path = Path.GetTempFileName();
        try
        {
            var drawn = fit.Bootstrap(new() { Seed = 5, Replicates = 30, Rule = ImproperRule.Bounded });
            drawn.Save(path);
            var read = fit.ReadBootstrap(path);
            Assert.True(read.HasBounded && read.IsComplete);
            Assert.Equal(drawn.Draws(0, false), read.Draws(0, false));
            Assert.Equal(drawn.Draws(0, false), fit.Bootstrap(new() { Seed = 5, Replicates = 30, Rule = ImproperRule.Bounded }, read).Draws(0, false));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(BoundsKind.Standard, Model)]
    [InlineData(BoundsKind.Wide, Model)]
    [InlineData(BoundsKind.PositiveVariances, Model)]
    [InlineData(BoundsKind.Standard, EqualLoadings)]
    public void Bootstrap_OfAFitWithinBounds_ByCompiledCodeIsThatOfTheGeneralPath(BoundsKind bounds, string other)
    {
        var fit = Fit(bounds, other);
        Assert.True(FittingPath.Of(fit).IsCompiled);
        var drawn = fit.Bootstrap(new() { Seed = 8, Replicates = 40 });
        var catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var table = new ReplicateTable(40, catalogue);
        foreach (var _ in new FullRefit(fit, catalogue, [SampleSources.Of(fit, ResamplingKind.Nonparametric, 1)]).DrawAll(OpenRows.Of(table), 8))
        {
        }

        var held = 0;
        for (var i = 0; i < 40; i++)
        {
            Assert.True(table.Status(i) == drawn.Status(i), $"{i}: {table.Status(i)} {drawn.Status(i)}");
            if (!table.Status(i).HasConverged())
                continue;
            Oracle.Near(table.Discrepancy(i), drawn.First.Discrepancy(i), 1e-8);
            Oracle.Near(table.Values(i).ToArray(), drawn.Values(i).ToArray(), 2e-5);
            var box = BoundsDesign.Of(fit.Table, bounds)!.At([Drawn(fit, 8, i)]);
            Assert.True(box.Contains([.. drawn.Values(i).ToArray().Select((value, j) => Math.Abs(value - box.Clamp(j, value)) < 1e-9 ? box.Clamp(j, value) : value)]));
            held += Enumerable.Range(0, fit.Values.Count).Any(j => box.Side(j, drawn.Values(i)[j]) != 0) ? 1 : 0;
        }

        Assert.True(held > 3);
    }

    // Equal loadings over groups: bounds and linear equalities together, in samples of thirty cases a group whose solutions are all improper.
    [Fact]
    public void Bounded_ReplicatesWithEqualitiesOverGroups_AreProperOrCounted()
    {
        var fit = ModelSpecification.Parse("f =~ u1 + u2 + u3\nh =~ w1 + w2 + w3\nh ~ f").Fit(
            DataTable.Read(Repository.Fixture("lavaan", "models", "data", "flaws.csv")), null, new ModelOptions { GroupEqual = [GroupEquality.Loadings] }, "g");
        var drawn = fit.Bootstrap(new() { Seed = 1, Replicates = 50, Rule = ImproperRule.Bounded });
        Assert.True(drawn.Used >= 49, $"{string.Join(", ", drawn.BoundedByReason!)}");
        foreach (var i in drawn.UsedReplicates)
        {
            var values = drawn.TableOf(i).Values(i);
            foreach (var row in fit.Table.Rows.Where(row => row is { IsFree: true, Operator: Operator.Covariance } && row.Lhs == row.Rhs))
                Assert.True(values[row.Free - 1] > -1e-12);
            foreach (var (one, other) in fit.Table.Rows.Where(row => row is { IsFree: true, Operator: Operator.Loading, Group: 1 }).Zip(fit.Table.Rows.Where(row => row is { IsFree: true, Operator: Operator.Loading, Group: 2 })))
                Assert.Equal(values[one.Free - 1], values[other.Free - 1], 1e-9);
        }
    }

    [Fact]
    public void Bounded_WhereItMeansNothing_IsRefusedInOneLine()
    {
        var options = new BootstrapOptions { Seed = 1, Replicates = 2, Rule = ImproperRule.Bounded };
        Assert.Contains("within bounds", Assert.Throws<InputException>(() => Fit(BoundsKind.Wide).Bootstrap(options)).Message, StringComparison.Ordinal);
    }

    private static FitResult Fit(BoundsKind bounds, string model = Model) => ModelSpecification.Parse(model).Fit(
        DataTable.Read(Repository.Fixture("lavaan", "models", "data", "improper.csv")), new EstimationOptions { Bounds = bounds });

    private static SampleMoments Drawn(FitResult fit, long seed, int replicate)
    {
        var cases = fit.Sample[0].Cases!;
        return SampleMoments.OfCases(
            fit.Sample[0].Names, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowVectors(Bootstrapping.Cases(seed, replicate, cases.RowCount).Select(cases.Row)), Divisor.Count);
    }
}
