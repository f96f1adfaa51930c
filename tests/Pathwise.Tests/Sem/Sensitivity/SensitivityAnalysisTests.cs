using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class SensitivityAnalysisTests
{
    private static readonly BootstrapOptions Draws = new() { Seed = 11, Replicates = 400 };

    [Fact]
    public void Sensitivity_IntervalsWithoutCorrelation_AreThoseOfTheEffectsBootstrap()
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy);
        var bootstrap = fit.Bootstrap(Draws with { HasJackknife = true });
        foreach (var kind in new[] { IntervalKind.Percentile, IntervalKind.BiasCorrected, IntervalKind.BcA })
        {
            var result = fit.Sensitivity(new() { Effect = Mediations.Indirect, Bootstrap = Draws, Kind = kind });
            var expected = fit.EstimateEffects(new() { Kinds = [kind], Effects = [Mediations.Indirect] }, bootstrap).Named(Mediations.Indirect);
            var point = result.Curve.Single(each => each.Rho == 0);
            Oracle.Near(expected.Value, point.Indirect, 1e-12);
            Oracle.Near(expected.Standardized!.Value, point.Standardized, 1e-9);
            Oracle.Near(expected.Interval(kind)!.Value.Lower, point.Lower, 1e-9);
            Oracle.Near(expected.Interval(kind)!.Value.Upper, point.Upper, 1e-9);
        }
    }

    // Where every sample has the same sign of a, the interval of the effect reaches zero where that of the correlation ends.
    [Fact]
    public void Zero_WhereTheIntervalReachesZero_ItsBoundIsZero()
    {
        var fit = Mediations.Fit("m ~ x\ny ~ x + m", Mediations.Observed);
        var result = fit.Sensitivity(new() { Effect = "x -> m -> y", Bootstrap = Draws });
        var (lower, upper) = (result.Zero.Lower!.Value, result.Zero.Upper!.Value);
        Assert.InRange(result.Zero.Rho!.Value, lower, upper);
        var again = fit.Sensitivity(new() { Effect = "x -> m -> y", Bootstrap = Draws, Correlations = [lower, upper] });
        Oracle.Near(0, again.Curve[0].Lower, 1e-6);
        Oracle.Near(0, again.Curve[1].Upper, 1e-6);
        // The two interpolate between order statistics on different scales.
        Oracle.Near(result.Zero.Interval!.Value.Lower, lower, 1e-3);
        Oracle.Near(result.Zero.Interval!.Value.Upper, upper, 1e-3);
    }

    [Fact]
    public void Sensitivity_ExogenousVariablesHeldAtTheSample_TakeTheirMomentsFromEachSample()
    {
        var held = Mediations.Fit("m ~ x + z\ny ~ x + m", Mediations.Observed);
        var random = Mediations.Fit("m ~ x + z\ny ~ x + m", Mediations.Observed, new() { FixedX = false });
        SensitivityOptions options = new() { Effect = "x -> m -> y", Bootstrap = Draws, Correlations = [-0.2, 0.4] };
        var (one, other) = (held.Sensitivity(options), random.Sensitivity(options));
        foreach (var (expected, actual) in other.Robustness.Zip(one.Robustness))
        {
            Oracle.Near(expected.Value!.Value, actual.Value, 1e-7);
            Oracle.Near(expected.Interval!.Value.Lower, actual.Interval!.Value.Lower, 1e-6);
        }

        Oracle.Near(other.Curve[1].Lower!.Value, one.Curve[1].Lower, 1e-6);
    }

    [Theory]
    [InlineData(Mediations.Partial)]
    [InlineData(Mediations.Full)]
    public void Sensitivity_AnyNumberOfThreads_GivesTheSameDigits(string model)
    {
        var fit = Mediations.Fit(model, Mediations.Democracy);
        SensitivityOptions options = new() { Effect = Mediations.Indirect, Bootstrap = Draws with { Replicates = 100 }, Correlations = [-0.3, 0, 0.5] };
        var (one, four) = (fit.Sensitivity(options), fit.Sensitivity(options with { Bootstrap = options.Bootstrap! with { Threads = 4 } }));
        Assert.Equal(one.Curve, four.Curve);
        Assert.Equal(one.Robustness, four.Robustness);
        Assert.Equal(one.Zero, four.Zero);
    }

    [Fact]
    public void Sensitivity_OfLatentVariablesWithUnitVariances_IsTheSameAnalysis()
    {
        SensitivityOptions options = new() { Effect = Mediations.Indirect, Bootstrap = Draws with { Replicates = 40 } };
        var (marker, unit) = (Mediations.Fit(Mediations.Partial, Mediations.Democracy).Sensitivity(options), Mediations.Fit(Mediations.Partial, Mediations.Democracy, new() { StdLv = true }).Sensitivity(options));
        Assert.True(unit.IsSaturated);
        Oracle.Near(marker.Zero.Rho!.Value, unit.Zero.Rho, 1e-6);
        Oracle.Near(marker.EValue!.OfBound!.Value, unit.EValue!.OfBound, 1e-6);
        foreach (var (one, other) in marker.Curve.Zip(unit.Curve))
            Oracle.Near(one.Standardized!.Value, other.Standardized, 1e-6);
        foreach (var (one, other) in marker.Robustness.Zip(unit.Robustness))
            Oracle.Near(one.Interval!.Value.Lower, other.Interval!.Value.Lower, 1e-5);
    }

    [Fact]
    public void Sensitivity_ThePairEitherWayRound_IsTheSame()
    {
        var fit = Mediations.Fit(Mediations.Partial, Mediations.Democracy);
        var (one, other) = (fit.Sensitivity(new() { Effect = Mediations.Indirect }), fit.Sensitivity(new() { Effect = Mediations.Indirect, Between = "dem65 ~~ dem60" }));
        Assert.Equal("dem60 ~~ dem65", other.Between);
        Assert.Equal(one.Curve, other.Curve);
    }

    [Fact]
    public void Sensitivity_OfFullMediation_SaysWhyAndFindsTheCorrelation()
    {
        var result = Mediations.Fit(Mediations.Full, Mediations.Democracy).Sensitivity(new() { Effect = Mediations.Indirect });
        Assert.False(result.IsSaturated);
        Assert.True(result.Identified!.IsOneTest);
        Assert.Empty(result.Reliability);
        Assert.Contains("ind60 and dem65", result.Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, SensitivityOptions, string> Mistakes => new()
    {
        { Mediations.Partial, new() { Effect = "ind60 -> dem60 -> dem66" }, "the nearest name is ind60 -> dem60 -> dem65" },
        { Mediations.Partial, new() { Effect = "ind60 => dem65" }, "ind60 => dem65 is no indirect effect (total effects)" },
        { "dem60 =~ y1 + y2 + y3\nind60 =~ x1 + x2 + x3\ndem60 ~ ind60", new() { Effect = "a -> b -> c" }, "has no indirect effect" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Between = "dem60" }, "expected m ~~ y" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Between = "dem6 ~~ dem65" }, "the nearest name is dem60" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Between = "dem60 ~~ dem60" }, "stands on both sides" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Between = "dem60 + dem65 ~~ ind60" }, "has no equation" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Correlations = [1] }, "A disturbance correlation of 1 cannot be" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Reliabilities = [0] }, "A reliability of 0 cannot be" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Level = 95 }, "level of intervals" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Kind = IntervalKind.Delta }, "delta is no interval of a bootstrap" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Bootstrap = Draws with { Rule = ImproperRule.Redraw } }, "kept or dropped" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Bootstrap = Draws with { Kind = ResamplingKind.Parametric } }, "expected a nonparametric bootstrap" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Phantom = new Dictionary<string, double> { ["dem61"] = 1 } }, "Not in the model: dem61" },
        { Mediations.Partial, new() { Effect = Mediations.Indirect, Benchmarks = ["y1"] }, "is a column of the data" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Sensitivity_OfAMistake_SaysWhatWasExpected(string model, SensitivityOptions options, string complaint)
    {
        var fit = Mediations.Fit(model, Mediations.Democracy);
        var mistake = Assert.Throws<InputException>(() => fit.Sensitivity(options));
        Assert.Contains(complaint, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivity_OfAnEffectWhoseMediatorIsTheOutcomesFactor_HasNoMediator()
    {
        var fit = Mediations.Fit("perf =~ y1 + y2 + y3\nall =~ perf + other\nother =~ y4 + y5 + y6\nind60 =~ x1 + x2 + x3\nall ~ ind60\ny7 ~ perf", Mediations.Democracy);
        var mistake = Assert.Throws<InputException>(() => fit.Sensitivity(new() { Effect = "ind60 -> all -> perf" }));
        Assert.Contains("has no mediator", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivity_OfSeveralGroups_IsRefused()
    {
        var data = Mediations.Democracy.With("half", [.. Enumerable.Range(0, 75).Select(i => i % 2 + 1.0)]);
        var fit = ModelSpecification.Parse("y1 ~ x1\ny5 ~ y1 + x1").Fit(data, group: "half");
        Assert.Contains("2 groups", Assert.Throws<InputException>(() => fit.Sensitivity(new() { Effect = "x1 -> y1 -> y5" })).Message, StringComparison.Ordinal);
    }
}
