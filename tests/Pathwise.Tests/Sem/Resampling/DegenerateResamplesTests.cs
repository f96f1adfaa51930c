using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

/// <summary>Resamples in which a variable is constant: counted by the cases that each of them drew, and the same on every path.</summary>
public sealed class DegenerateResamplesTests
{
    private const string Mediation = "m ~ a*x\ny ~ b*m + c*x\nab := a*b";

    // x is 1 in few of the cases: 0.1 or 3.7 in its place, whose sums round.
    public static TheoryData<int, int, double, double> Designs => new()
    {
        { 12, 1, 1, 0 },
        { 12, 1, 0.1, 3.7 },
        { 40, 4, 1, 0 },
        { 15, 2, 0.3, 0.7 },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void Bootstrap_RarePredictor_CountsTheResamplesWithoutVarianceAndKeepsTheOthers(int n, int rare, double high, double low)
    {
        var cases = Cases(n, rare, high, low);
        var fit = Simulated.Table(Mediation).Fit(Sample(cases));
        var bootstrap = fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 600 });
        var (constant, slopes) = (0, new List<double>());
        for (var i = 0; i < 600; i++)
        {
            var drawn = Bootstrapping.Cases(3, i, n);
            double[] treated = [.. drawn.Where(row => row < rare).Select(row => cases[row, 1])], others = [.. drawn.Where(row => row >= rare).Select(row => cases[row, 1])];
            if (treated.Length == 0 || others.Length == 0)
                constant++;
            else if (bootstrap.Status(i)!.Value.HasConverged())
                slopes.Add((Univariate.Mean(treated) - Univariate.Mean(others)) / (high - low));
            Assert.Equal(treated.Length == 0 || others.Length == 0, bootstrap.Status(i) == FitStatus.ConstantVariable);
        }

        // The slope on a variable of two values is a difference of means.
        Assert.True(constant > 0);
        Assert.Equal(constant, bootstrap.Failures["a variable without variance in the sample"]);
        var effect = fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.Percentile] }, bootstrap).Single(each => each.Effect.Name == "x -> m");
        Assert.Equal(Univariate.StandardDeviation([.. slopes]), effect.StandardError!.Value, 1e-6 * effect.StandardError!.Value);
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void FastAndGeneralPath_DegenerateResamples_EndTheSame(int n, int rare, double high, double low)
    {
        var fit = Simulated.Table(Mediation).Fit(Sample(Cases(n, rare, high, low)));
        foreach (var kind in Enum.GetValues<ResamplingKind>())
        {
            var (model, stream) = (CompiledFit.Of(fit)!, RandomStream.For(5, 0));
            var catalogue = Bootstrapping.Catalogue(fit, model.Model);
            var fast = new CompiledRefit(fit, model, catalogue, SampleSources.Of(fit, kind, 1));
            var general = new FullRefit(fit, Bootstrapping.Catalogue(fit, null), [SampleSources.Of(fit, kind, 1)]);
            var (one, two) = (new ReplicateTable(1, catalogue), new ReplicateTable(1, Bootstrapping.Catalogue(fit, null)));
            var side = new ReplicateTable(120, catalogue);
            foreach (var _ in fast.DrawAll(OpenRows.Of(side), 5))
            {
            }

            for (var i = 0; i < 120; i++)
            {
                stream.Restart(5, i);
                var expected = general.Draw(stream, two.Row(0));
                stream.Restart(5, i);
                Assert.Equal(expected, fast.Draw(stream, one.Row(0)));
                Assert.Equal(expected, side.Status(i));
                if (expected.HasConverged())
                    AssertClose(two.Values(0), one.Values(0));
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void Jackknife_LastCaseOfAKind_IsCountedWhereItIsLeftOut(int rare, int failures)
    {
        var fit = Simulated.Table(Mediation).Fit(Sample(Cases(20, rare, 0.1, 3.7)));
        foreach (var path in new[] { fit, Simulated.Table(Mediation + "\ny ~ 1").Fit(Sample(Cases(20, rare, 0.1, 3.7))) })
        {
            var left = path.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 5, HasJackknife = true }).Jackknife!;
            Assert.Equal(failures, Enumerable.Range(0, 20).Count(i => left.Status(i) == FitStatus.ConstantVariable));
            Assert.Equal(20 - failures, Enumerable.Range(0, 20).Count(i => left.Status(i).HasConverged()));
        }
    }

    public static TheoryData<string, EstimationOptions> GeneralPaths => new()
    {
        { Mediation + "\ny ~ 1", new EstimationOptions() },
        { Mediation, new EstimationOptions { Estimator = Estimator.GLS } },
        { Mediation, new EstimationOptions { Estimator = Estimator.ULS } },
        { Mediation, new EstimationOptions { Missing = MissingData.Fiml } },
    };

    [Theory]
    [MemberData(nameof(GeneralPaths))]
    public void Bootstrap_OnTheGeneralPath_CountsWhatItCannotFitAndGoesOn(string model, EstimationOptions options)
    {
        var cases = Cases(40, 4, 1, 0);
        if (options.Missing == MissingData.Fiml)
            cases[7, 1] = cases[9, 2] = cases[30, 2] = double.NaN;
        var fit = Simulated.Table(model).Fit(Sample(cases), options);
        var bootstrap = fit.Bootstrap(new BootstrapOptions { Seed = 11, Replicates = 150 });
        var constant = Enumerable.Range(0, 150).Count(i => Bootstrapping.Cases(11, i, 40).All(row => row >= 4));
        Assert.True(constant > 0);
        Assert.Equal(constant, bootstrap.Failures.GetValueOrDefault("a variable without variance in the sample"));
        Assert.Equal(150 - constant, bootstrap.Converged);
    }

    [Fact]
    public void Bootstrap_VariableWithFewValues_CountsTheResamplesThatHaveNone()
    {
        // Four answers among 30 cases: (26/30)^30 = .014 of the resamples have none of them, more have one value alone.
        var cases = Cases(30, 8, 1, 0);
        for (var i = 4; i < 30; i++)
            cases[i, 2] = double.NaN;
        var fit = Simulated.Table("m ~ x\ny ~~ y\ny ~ 1", new() { FixedX = false }).Fit(Sample(cases), new EstimationOptions { Missing = MissingData.Fiml });
        var bootstrap = fit.Bootstrap(new BootstrapOptions { Seed = 2, Replicates = 300 });
        var empty = Enumerable.Range(0, 300).Count(i => Bootstrapping.Cases(2, i, 30).All(row => row >= 4));
        var single = Enumerable.Range(0, 300).Count(i => Bootstrapping.Cases(2, i, 30).Where(row => row < 4).Distinct().Count() == 1);
        Assert.True(empty > 0 && single > 0);
        Assert.Equal((empty, single), (bootstrap.Failures["a variable without values in the sample"], bootstrap.Failures["a variable without variance in the sample"]));
    }

    private static SampleMoments Sample(Matrix<double> cases) => SampleMoments.OfCases(["x", "m", "y"], cases, Divisor.Count);

    /// <summary>x, m and y of n cases, of which the first few have the high value of x.</summary>
    private static Matrix<double> Cases(int n, int rare, double high, double low)
    {
        var stream = RandomStream.For(17, n);
        return Matrix<double>.Build.DenseOfRowArrays(Enumerable.Range(0, n).Select(i =>
        {
            var m = (i < rare ? 2 : 0) + stream.NextNormal();
            return new[] { i < rare ? high : low, m, (0.6 * m) + stream.NextNormal() };
        }));
    }

    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        for (var j = 0; j < expected.Length; j++)
            Assert.Equal(expected[j], actual[j], 1e-5 * (1 + Math.Abs(expected[j])));
    }
}
