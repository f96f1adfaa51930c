using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

/// <summary>Effects and intervals against lavaan, semTools and OpenMx (fixtures/mediation).</summary>
[Trait("pace", "slow")]
public sealed class EffectInferenceTests
{
    private static readonly EffectOptions Options = new() { Kinds = [IntervalKind.Delta], IsStandardized = true };

    [Fact]
    public void EstimateEffects_InterruptedBeforeTheJackknife_HasNoBcAAndKeepsTheOthers()
    {
        var fit = BootstrappingTests.StudyFit();
        using var source = new CancellationTokenSource();
        var partial = fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 300, HasJackknife = true }, progress: new Stop(source), cancellation: source.Token);
        Assert.False(partial.IsComplete);
        var effects = fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.BcA, IntervalKind.Percentile] }, partial);
        Assert.All(effects, each => Assert.Null(each.Interval(IntervalKind.BcA)));
        Assert.Contains(effects, each => each.Interval(IntervalKind.Percentile) is not null);
    }

    [Fact]
    public void Named_EveryName_IsThatEffectAndAMistypedOneHasTheNearest()
    {
        var effects = BootstrappingTests.StudyFit().EstimateEffects();
        Assert.All(effects, each => Assert.Same(each, effects.Named(each.Effect.Name)));
        var mistyped = effects[0].Effect.Name + "s";
        Assert.Contains($"nearest name is {effects[0].Effect.Name}", Assert.Throws<InputException>(() => effects.Named(mistyped)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EstimateNamedEffects_SomeOfThem_AreThoseOfAllToTheBit()
    {
        var fit = BootstrappingTests.StudyFit();
        var all = fit.EstimateEffects();
        EffectEstimate[] some = [.. all.Where((_, k) => k % 3 == 1).Reverse()];
        var named = fit.EstimateNamedEffects(new() { Effects = [.. some.Select(each => each.Effect.Name)] });
        Assert.Equal(all.Where(each => some.Any(other => other.Effect.Name == each.Effect.Name)).Select(each => each.Effect.Name), named.Select(each => each.Effect.Name));
        Assert.All(named, each => Assert.Equal(
            (all.Named(each.Effect.Name).Value, all.Named(each.Effect.Name).StandardizedError, all.Named(each.Effect.Name).Intervals[0]),
            (each.Value, each.StandardizedError, each.Intervals[0])));
        Assert.Throws<InputException>(() => fit.EstimateNamedEffects(new()));
    }

    [Fact]
    public void CheckEffects_WhatHasNoMeaning_IsRefusedAsEstimateEffectsRefusesIt()
    {
        var fit = BootstrappingTests.StudyFit();
        EffectOptions[] wrong =
        [
            new() { Level = 95 }, new() { Level = double.NaN }, new() { Effects = ["col -> nothing"] }, new() { MonteCarloDraws = -1 }, new() { Kinds = [(IntervalKind)99] },
        ];
        Assert.All(wrong, options => Assert.Equal(
            Assert.Throws<InputException>(() => fit.CheckEffects(options)).Message, Assert.Throws<InputException>(() => fit.EstimateEffects(options)).Message));
        Assert.Throws<InputException>(() => Simulated.Table(Simulated.StudyLike).Fit(fit.Sample, new EstimationOptions { Level = 1.5 }));
        Assert.Throws<InputException>(() => fit.Bootstrap(new BootstrapOptions { Seed = 1, Replicates = int.MaxValue }));
    }

    [Fact]
    public void EstimateEffects_DeltaMethod_AgreesWithLavaan()
    {
        var effects = StudyFit().EstimateEffects(Options);
        foreach (var row in Rows("lavaan-effects.csv").Where(row => row[0] == "delta"))
        {
            var (est, se, std, stdError) = (Number(row[2]), Number(row[3]), Number(row[6]), Number(row[7]));
            var found = Named(effects, row[1]);
            AssertClose(est, found.Value, 2e-4);
            AssertClose(se, found.StandardError!.Value, 2e-4);
            AssertClose(std, found.Standardized!.Value, 2e-4);
            AssertClose(stdError, found.StandardizedError!.Value, 2e-4);
            var interval = found.Interval(IntervalKind.Delta)!.Value;
            AssertClose(Number(row[4]), interval.Lower, 1e-3);
            AssertClose(Number(row[5]), interval.Upper, 1e-3);
        }
    }

    [Fact]
    public void EstimateEffects_MonteCarlo_AgreesWithSemToolsWithinItsError()
    {
        // A bound of 20,000 draws has a standard error of about .0006 here.
        var effects = StudyFit().EstimateEffects(Options with { Kinds = [IntervalKind.MonteCarlo], Seed = 3 });
        foreach (var row in Rows("lavaan-effects.csv").Where(row => row[0] == "montecarlo"))
        {
            var interval = Named(effects, row[1]).Interval(IntervalKind.MonteCarlo)!.Value;
            Assert.Equal(Number(row[3]), interval.Lower, 0.0025);
            Assert.Equal(Number(row[4]), interval.Upper, 0.0025);
        }
    }

    [Fact]
    public void EstimateEffects_Profile_AgreesWithOpenMx()
    {
        // mxCI stops short of a bound or goes beyond it by up to 2 % of the interval's width here, as roots of lavaan's own fits show (next
        // test); where it found none (NA) nothing is compared.
        var fit = StudyFit();
        var effects = fit.EstimateEffects(Options with { Kinds = [IntervalKind.Profile], IsStandardized = false });
        var compared = 0;
        foreach (var row in Rows("openmx-profile.csv"))
        {
            var interval = Profile(fit, effects, row[0]);
            foreach (var (text, bound) in new[] { (row[1], interval?.Lower), (row[3], interval?.Upper) })
            {
                if (text == "NA" || interval is null)
                    continue;
                compared++;
                Assert.Equal(Number(text), bound!.Value, 0.025 * interval.Value.Width);
            }
        }

        Assert.InRange(compared, 14, 16);
    }

    [Fact]
    public void EstimateEffects_Profile_EqualsTheRootsOfConstrainedFitsByLavaan()
    {
        var effects = StudyFit().EstimateEffects(Options with { Kinds = [IntervalKind.Profile], IsStandardized = false });
        foreach (var row in Rows("lavaan-profile.csv"))
        {
            var interval = Named(effects, row[0]).Interval(IntervalKind.Profile)!.Value;
            Assert.Equal(Number(row[1]), interval.Lower, 2e-6);
            Assert.Equal(Number(row[2]), interval.Upper, 2e-6);
        }
    }

    [Fact]
    public void EstimateEffects_WithoutLabels_NamesEveryEffectOfEveryPair()
    {
        var names = StudyFit().EstimateEffects(Options).Select(each => each.Effect.Name).ToList();
        Assert.Contains("col -> ali -> per", names);
        Assert.Contains("col -> con -> per", names);
        Assert.Contains("col -> ... -> per", names);
        Assert.Contains("col => per", names);
        Assert.Contains("col -> per: via ali less via con", names);
        Assert.DoesNotContain("col -> per", names);
        Assert.Equal("through", names[^1]);
    }

    [Fact]
    public void EstimateEffects_DirectAndIndirect_AddUpToTheTotal()
    {
        var fit = Simulated.Table("x4 ~ x1\nx5 ~ x4 + x1\nx6 ~ x5 + x4 + x1").Fit(Samples.Blocks(120));
        var effects = fit.EstimateEffects(Options);
        foreach (var total in effects.Where(each => each.Effect.Kind == EffectKind.Total))
        {
            var parts = effects.Where(each => each.Effect.Outcome == total.Effect.Outcome && each.Effect.Cause == total.Effect.Cause);
            Assert.Equal(total.Value, parts.Where(each => each.Effect.Kind <= EffectKind.SpecificIndirect).Sum(each => each.Value), 1e-12);
            Assert.Equal(total.Standardized!.Value, parts.Where(each => each.Effect.Kind <= EffectKind.SpecificIndirect).Sum(each => each.Standardized!.Value), 1e-12);
        }

        var share = effects.Single(each => each.Effect is { Kind: EffectKind.ProportionMediated, Outcome: "x5" });
        var pair = effects.Where(each => each.Effect is { Outcome: "x5", Cause: "x1" }).ToDictionary(each => each.Effect.Kind, each => each.Value);
        Assert.Equal(pair[EffectKind.TotalIndirect] / pair[EffectKind.Total], share.Value, 1e-12);
    }

    [Fact]
    public void EstimateEffects_FeedbackLoop_HasTotalsOfTheInverse()
    {
        // x4 and x5 act on each other: the total effect of x1 on x4 is a / (1 - bc), through the loop as well.
        var fit = Simulated.Table("x4 ~ x1 + x5\nx5 ~ x2 + 0.2*x4").Fit(Samples.Blocks(120));
        var effects = fit.EstimateEffects(Options).Where(each => each.Effect.Outcome == "x4").ToList();
        double Value(string cause, EffectKind kind) => effects.Single(each => each.Effect.Cause == cause && each.Effect.Kind == kind).Value;
        var loop = Value("x5", EffectKind.Direct) * 0.2;
        Assert.Equal(Value("x1", EffectKind.Direct) / (1 - loop), Value("x1", EffectKind.Total), 1e-12);
    }

    [Fact]
    public void EstimateEffects_JointSignificance_IsTheLargestOfThePathsP()
    {
        var effects = StudyFit().EstimateEffects(Options);
        double P(string name) => effects.Single(each => each.Effect.Name == name).Intervals[0].PValue!.Value;
        Assert.Equal(Math.Max(P("col -> con"), P("con -> per")), effects.Single(each => each.Effect.Name == "col -> con -> per").JointPValue!.Value, 1e-6);
    }

    [Fact]
    public void EstimateEffects_BootstrapKindWithoutBootstrap_IsRefused()
    {
        var fit = StudyFit();
        Assert.Throws<InputException>(() => fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.Percentile] }));
        Assert.Throws<InputException>(() => fit.EstimateEffects(new EffectOptions { Level = 95 }));
        Assert.Throws<InputException>(() => fit.EstimateEffects(new EffectOptions(), StudyFit().Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 2 })));
        Assert.Throws<InputException>(() => fit.ProfileInterval(43));
    }

    [Fact]
    public void ProfileInterval_AtItsBounds_HasTheChiSquareOfTheLevel()
    {
        var fit = StudyFit();
        var interval = fit.ProfileInterval(15)!.Value;
        var profile = ProfileLikelihood.Of(fit, new ParameterQuantity(values => values[14], 42), ParameterCovariance.Of(fit))!;
        Assert.Equal(3.841458820694124, profile.ChiSquareAt(interval.Lower)!.Value, 1e-6);
        Assert.Equal(3.841458820694124, profile.ChiSquareAt(interval.Upper)!.Value, 1e-6);
    }

    [Fact]
    public void Bootstrap_TheSameResamples_AgreeWithLavaan()
    {
        // The cases that lavaan was given are those of seed 7; lavaan stops within some 1e-5 of its minimum.
        var fit = StudyFit();
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 30 });
        var (cases, estimates) = (Rows("resamples.csv"), Rows("lavaan-resamples.csv"));
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(cases[i].Select(text => int.Parse(text, CultureInfo.InvariantCulture)), Bootstrapping.Cases(7, i, 92));
            Assert.All(result.Values(i).ToArray().Zip(estimates[i].Skip(1).Select(Number)), pair => AssertClose(pair.Second, pair.First, 1e-4));
        }
    }

    private static Pathwise.Numerics.Interval? Profile(FitResult fit, IReadOnlyList<EffectEstimate> effects, string name) => name switch
    {
        "lambda" => fit.ProfileInterval(14),
        "v_col" => fit.ProfileInterval(fit.Table.Rows.Single(row => row is { Lhs: "col", Rhs: "col" }).Free),
        _ => Named(effects, name).Interval(IntervalKind.Profile),
    };

    private static EffectEstimate Named(IReadOnlyList<EffectEstimate> effects, string name) => effects.Single(each => each.Effect.Name == name switch
    {
        "a" => "col -> ali",
        "b" => "col -> con",
        "c" => "ali -> per",
        "d" => "con -> per",
        "through" => "col -> ali -> per",
        _ => "col => per",
    });

    private static FitResult StudyFit() => BootstrappingTests.StudyFit();

    private static string[][] Rows(string file) => [.. File.ReadLines(Repository.Fixture("mediation", file)).Select(line => line.Split(','))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)), $"{actual:R} for {expected:R}");

    private sealed class Stop(CancellationTokenSource source) : IProgress<BootstrapProgress>
    {
        public void Report(BootstrapProgress value) => source.Cancel();
    }
}
