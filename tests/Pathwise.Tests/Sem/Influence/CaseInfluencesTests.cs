using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class CaseInfluencesTests
{
    private const double Critical = 1.959963984540054;

    private static readonly InfluenceOptions Options = new() { Effect = "x -> m -> y" };

    public static TheoryData<int, int> Samples => [.. Enumerable.Range(0, 20).Select(seed => (12 + (seed % 9), seed))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Influence_SmallSamples_FindsWhatBruteForceFinds(int count, int seed)
    {
        var sample = SmallMediation.Of(count, seed, seed % 3 == 0 ? 0.1 : 0.6);
        var isFull = seed % 4 == 3;
        var result = sample.Fit(isFull ? SmallMediation.Full : SmallMediation.Partial).Influence(Options with { Most = 3 });
        Assert.True(result.Path.IsCompiled, result.Path.Reason);
        AssertFound(sample, isFull, result.Effect, values => values.Indirect);
        foreach (var other in result.Others)
            AssertFound(sample, isFull, other, other.Effect.Name == "x -> y" ? values => values.Direct : values => values.Total);
        Assert.Equal(isFull ? [] : ["x -> y", "x => y"], result.Others.Select(each => each.Effect.Name));
        if (isFull)
            AssertVerdict(sample, result.Model);
        else
            Assert.Null(result.Model.Rejection);
    }

    [Fact]
    public void Influence_MaskedCases_AreFoundWhereSingleOnesTellNothing()
    {
        var sample = SmallMediation.Of(19, 4);
        var result = sample.Fit(SmallMediation.Partial).Influence(Options);
        Assert.Equal(19, result.Cases.Count);
        Assert.All(result.Effect.Drops.Where(drop => drop.Count is not null), drop =>
        {
            Assert.Equal(drop.Count, drop.Cases.Count);
            Assert.True(drop.Confirmation!.IsConfirmed, $"{drop.Claim}");
            Assert.InRange(drop.Count!.Value, drop.AtLeast, drop.GreedyCount ?? int.MaxValue);
        });
        Assert.Equal(result.Effect.Drop(DropClaim.Significance).GreedyCount, result.Effect.Path.Index().First(each => each.Item.Count > 0 && Math.Abs(each.Item.Estimate / each.Item.StandardError!.Value) <= Critical == result.Effect.IsSignificant).Index);
    }

    [Fact]
    public void Influence_AnyNumberOfThreads_GivesTheSameBits()
    {
        var fit = SmallMediation.Of(20, 2).Fit(SmallMediation.Partial);
        var options = Options with { HasOneStep = true, ReferenceSamples = 39, Seed = 8, Budget = 1000 };
        var (one, three) = (fit.Influence(options), fit.Influence(options with { Threads = 3 }));
        Assert.Equal(one with { Options = three.Options }, three);
        Assert.Equal(2, one.Search.Enumerated);
    }

    [Fact]
    public void Influence_GeneralPath_FindsTheSameSets()
    {
        var sample = SmallMediation.Of(15, 6);
        var compiled = sample.Fit(SmallMediation.Partial).Influence(Options with { Most = 3 });
        var general = sample.Fit(SmallMediation.Partial.Replace("m + x", "m + x\nx ~~ v*x\nv > 0", StringComparison.Ordinal)).Influence(Options with { Most = 3, HasOneStep = true });
        Assert.Equal("constraints", general.Path.Reason);
        Assert.Equal(compiled.Effect.Drops.Select(drop => (drop.Claim, drop.Count, string.Join(' ', drop.Cases.Select(each => each.Line)))), general.Effect.Drops.Select(drop => (drop.Claim, drop.Count, string.Join(' ', drop.Cases.Select(each => each.Line)))));
        Oracle.Near([.. compiled.Cases.Select(each => each.Change!.Effect!.Value)], [.. general.Cases.Select(each => each.Change!.Effect!.Value)], 1e-7);
    }

    [Fact]
    public void Influence_JointRule_ComparesTheWeakestCoefficient()
    {
        var sample = SmallMediation.Of(18, 1);
        var fit = sample.Fit(SmallMediation.Full);
        var joint = fit.Influence(Options with { Rule = SignificanceRule.Joint, Most = 2 });
        var weakest = fit.Estimates().Where(each => each.Parameter.Operator == Operator.Regression).Min(each => Math.Abs(each.Z!.Value));
        Assert.Equal(weakest, joint.Effect.Statistic!.Value, 1e-8);
        Assert.True(joint.Effect.Statistic > fit.Influence(Options with { Most = 1 }).Effect.Statistic);
    }

    [Fact]
    public void Influence_IntervalOfTheAnalysis_ConfirmsOrDoesNot()
    {
        var fit = SmallMediation.Of(20, 2).Fit(SmallMediation.Partial);
        var options = Options with { Most = 3, Interval = IntervalKind.Percentile, Bootstrap = new BootstrapOptions { Seed = 3, Replicates = 200 } };
        var result = fit.Influence(options);
        Assert.All(result.Effect.Drops.Where(drop => drop is { Count: not null, Claim: DropClaim.Significance }), drop =>
            Assert.Equal(drop.Confirmation!.Interval!.Value.Contains(0) == result.Effect.IsSignificant, drop.Confirmation.IsConfirmed));
    }

    [Fact]
    public void Influence_Interrupted_GivesEveryCaseAndSaysSo()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var result = SmallMediation.Of(20, 2).Fit(SmallMediation.Partial).Influence(Options with { ReferenceSamples = 50 }, cancellation: cancellation.Token);
        Assert.False(result.IsComplete);
        Assert.Equal((20, 0, 0), (result.Cases.Count, result.Search.Enumerated, result.References.Count));
        Assert.All(result.Effect.Drops, drop => Assert.Null(drop.Count));
    }

    [Theory]
    [InlineData("Not in the effects of the model: x -> n -> y; the nearest name is x -> m -> y", "x -> n -> y", 20, 5000, SmallMediation.Partial)]
    [InlineData("has no mediator", "x -> y", 20, 5000, "y ~ x + m")]
    [InlineData("4 cases; leaving one out takes at least 5", "x -> m -> y", 4, 5000, SmallMediation.Full)]
    [InlineData("A budget of 19 fits is too small", "x -> m -> y", 20, 19, SmallMediation.Full)]
    public void CheckInfluence_WhatCannotBeDone_IsRefused(string message, string effect, int count, int budget, string syntax)
    {
        var problem = Assert.Throws<InputException>(() => ModelSpecification.Parse(syntax).Table().CheckInfluence(count, new InfluenceOptions { Effect = effect, Budget = budget }));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Influence_OptionsWithoutMeaning_AreRefused()
    {
        var fit = SmallMediation.Of(20, 2).Fit(SmallMediation.Partial);
        foreach (var (message, options) in new[]
        {
            ("At most 0 cases", Options with { Most = 0 }),
            ("at least 19 samples", Options with { ReferenceSamples = 5 }),
            ("number of threads", Options with { Threads = -1 }),
            ("need a bootstrap", Options with { Interval = IntervalKind.BcA }),
            ("level of intervals", Options with { Level = 95 }),
            ("name of an effect", Options with { Effect = "" }),
        })
            Assert.Contains(message, Assert.Throws<InputException>(() => fit.Influence(options)).Message, StringComparison.Ordinal);
        Assert.Contains("names of 3 cases", Assert.Throws<InputException>(() => fit.Influence(Options, [new(1), new(2), new(3)])).Message, StringComparison.Ordinal);
    }

    private static void AssertFound(SmallMediation sample, bool isFull, EffectDrops found, Func<SmallMediation.Values, (double Value, double Error)> of)
    {
        var all = of(sample.Without([], isFull));
        double sign = all.Value < 0 ? -1 : 1;
        Oracle.Near(all.Value, found.Estimate, 1e-8);
        Oracle.Near(all.Error, found.StandardError, 1e-7);
        double Ratio(SmallMediation.Values values) => sign * of(values).Value / of(values).Error;
        var isSignificant = sign * all.Value / all.Error > Critical;
        Assert.Equal(isSignificant, found.IsSignificant);
        AssertFewest(sample, isFull, found.Drop(DropClaim.Sign), values => sign * of(values).Value < 0);
        AssertFewest(sample, isFull, found.Drop(DropClaim.Significance), values => Ratio(values) > Critical != isSignificant);
        AssertFewest(sample, isFull, found.Drop(DropClaim.Opposite), values => Ratio(values) < -Critical);
    }

    private static void AssertVerdict(SmallMediation sample, ModelDrops model)
    {
        var critical = ChiSquareDistribution.Quantile(0.95, 1);
        var all = sample.Without([], true).ChiSquare;
        Oracle.Near(all, model.ChiSquare, 1e-7);
        AssertFewest(sample, true, model.Rejection!, values => values.ChiSquare > critical != all > critical);
    }

    // With every set of up to three tried, what is found is the fewest and what is not found is not there.
    private static void AssertFewest(SmallMediation sample, bool isFull, DroppedCases found, Func<SmallMediation.Values, bool> isMet)
    {
        int? fewest = null;
        for (var size = 1; size <= 3 && fewest is null; size++)
            fewest = sample.Sets(size).Any(set => isMet(sample.Without(set, isFull))) ? size : null;
        Assert.Equal(fewest, found.Count);
        if (fewest is null)
            return;
        Assert.True(found.IsExact);
        Assert.True(isMet(sample.Without([.. found.Cases.Select(each => each.Line - 1)], isFull)));
    }
}
