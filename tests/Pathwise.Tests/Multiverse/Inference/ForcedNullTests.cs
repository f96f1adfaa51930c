using MathNet.Numerics.LinearAlgebra;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class ForcedNullTests
{
    private const string Two = "m1 ~ x\nm2 ~ x + m1\ny ~ m1 + m2 + x";

    [Fact]
    public void Branches_OfAProduct_AreItsFactors()
    {
        var forced = ForcedNull.TryOf(Fit("m1 ~ x\ny ~ m1 + x"), "x -> m1 -> y", out var whyNot)!;
        Assert.Null(whyNot);
        Assert.Equal(["m1 ~ x", "y ~ m1"], forced.Branches.Select(branch => Assert.Single(branch.Arrows)));
        Assert.Equal(forced.Branches.Min(branch => branch.ChiSquare), forced.Branches[forced.Chosen].ChiSquare);
    }

    [Fact]
    public void Branches_OfTheSumOverSeveralPaths_AreAllItsSmallestCuts()
    {
        var forced = ForcedNull.TryOf(Fit(Two), "x -> ... -> y", out _)!;
        string[] cuts = [.. forced.Branches.Select(branch => string.Join(", ", branch.Arrows.Order()))];
        Assert.Equal(["m1 ~ x, m2 ~ x", "m1 ~ x, y ~ m2", "y ~ m1, y ~ m2", "m2 ~ m1, m2 ~ x, y ~ m1"], cuts);
    }

    [Theory]
    [InlineData("x -> m1 -> y")]
    [InlineData("x -> m1 -> m2 -> y")]
    [InlineData("x -> ... -> y")]
    [InlineData("x -> y")]
    [InlineData("x => y")]
    public void Cases_Rotated_HaveNoEffectAndTheMomentsOfTheBranch(string effect)
    {
        var fit = Fit(Two);
        var forced = ForcedNull.TryOf(fit, effect, out _)!;
        var sample = fit.Sample[0];
        var cases = Matrix<double>.Build.DenseOfRowMajor(sample.Count, sample.Names.Count, forced.Cases);
        var refitted = fit.Table.Fit([SampleMoments.OfCases(sample.Names, cases, sample.Divisor)], fit.Options);
        Assert.Equal(0, refitted.EstimateEffects().Named(effect).Value, 8);
        Assert.True(Math.Abs(fit.EstimateEffects().Named(effect).Value) > 0.01);
    }

    [Fact]
    public void Ratio_OfTheSample_IsTheEstimateOverItsDeltaError()
    {
        var fit = Fit(Two);
        var effect = fit.EstimateEffects().Named("x -> m1 -> y");
        Assert.Equal(effect.Value / effect.StandardError!.Value, Worker(ForcedNull.TryOf(fit, "x -> m1 -> y", out _)!).Ratio(), 8);
    }

    [Fact]
    public void Draw_OneResample_IsThePlainFitOfItsCases()
    {
        var fit = Fit(Two);
        var forced = ForcedNull.TryOf(fit, "x -> m1 -> y", out _)!;
        var (estimates, _, ratios) = Worker(forced).Draw(5, 42);
        for (var b = 0; b < 5; b++)
        {
            int[] rows = Resample.Positions(fit.Sample[0].Count, 42, b);
            var p = fit.Sample[0].Names.Count;
            var cases = Matrix<double>.Build.Dense(rows.Length, p, (i, j) => forced.Cases[(rows[i] * p) + j]);
            var effect = fit.Table.Fit([SampleMoments.OfCases(fit.Sample[0].Names, cases, fit.Sample[0].Divisor)], fit.Options).EstimateEffects().Named("x -> m1 -> y");
            Assert.Equal(effect.Value, estimates[b], 7);
            Assert.Equal(effect.Value / effect.StandardError!.Value, ratios[b], 6);
        }
    }

    [Fact]
    public void TryOf_WhatCannotBeForced_SaysWhy()
    {
        Assert.Null(ForcedNull.TryOf(Fit(Two), "x -> z -> y", out var whyNot));
        Assert.Equal("no such effect", whyNot);
        Assert.Null(ForcedNull.TryOf(Fit(Two, new EstimationOptions { Estimator = Estimator.GLS }), "x -> m1 -> y", out whyNot));
        Assert.Equal("the estimator GLS", whyNot);
        Assert.Null(ForcedNull.TryOf(Fit("m1 ~ a*x\ny ~ a*m1 + x"), "x -> m1 -> y", out whyNot));
        Assert.Equal("constraints", whyNot);
    }

    [Fact]
    public void Draw_ManyUniverses_IsTheSameForAnyNumberOfThreadsAndCountsWhatIsLeftOut()
    {
        FitResult[] fits = [Fit(Two), Fit("m1 ~ x\ny ~ m1 + x"), Fit("m1 ~ a*x\ny ~ a*m1")];
        NullUniverse[] universes = [.. fits.Select(fit => new NullUniverse(fit, "x -> m1 -> y", [.. Enumerable.Range(0, 80)])), new(null, null, [])];
        NullCurves one = NullCurves.Draw(universes, 80, ClaimDirection.Positive, 99, 3, 1), two = NullCurves.Draw(universes, 80, ClaimDirection.Positive, 99, 3, 2);
        Assert.Equal(1, one.LeftOut["no estimate"]);
        Assert.Equal(one, two);
        Assert.Equal(1, one.LeftOut["constraints"]);
        Assert.Equal(2, one.Branches.Values.Sum());
        Assert.All(one.Tests, test => Assert.Equal((2, 99), (test.Universes, test.Replicates)));
    }

    private static UniverseWorker Worker(ForcedNull forced) => new(forced.Fit, forced.Catalogue, forced.Effect, forced.Cases, [.. Enumerable.Range(0, forced.Fit.Sample[0].Count)], forced.Fit.Sample[0].Count);

    internal static FitResult Fit(string syntax, EstimationOptions? options = null, int count = 80)
    {
        var stream = RandomStream.For(5, 0);
        double[][] cases = [.. Enumerable.Range(0, count).Select(_ =>
        {
            var x = stream.NextNormal();
            var m1 = (0.5 * x) + stream.NextNormal();
            var m2 = (0.3 * x) + (0.4 * m1) + stream.NextNormal();
            return new[] { x, m1, m2, 1 + (0.3 * m1) + (0.2 * m2) + (0.2 * x) + stream.NextNormal() };
        })];
        string[] names = ["x", "m1", "m2", "y"];
        var table = ModelSpecification.Parse(syntax).Table();
        var matrix = Matrix<double>.Build.Dense(count, table.ObservedVariables.Count, (i, j) => cases[i][Array.IndexOf(names, table.ObservedVariables[j])]);
        return table.Fit(SampleMoments.OfCases(table.ObservedVariables, matrix, Divisor.Count), options);
    }
}
