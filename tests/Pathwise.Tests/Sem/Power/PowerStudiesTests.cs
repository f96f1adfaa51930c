using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class PowerStudiesTests
{
    private static readonly ModelOptions RandomX = new() { FixedX = false };

    [Fact]
    public void SimulatePower_SimpleRegression_HasThePowerOfTheNormalApproximation()
    {
        // Slope .3 of x with variance 1 and residual variance .91: z = .3 sqrt(100 / .91), power about Phi(3.14 - 1.96) = .88.
        var table = Simulated.Table("y ~ start(0.3)*x\ny ~~ start(0.91)*y\nx ~~ start(1)*x", RandomX);
        var result = table.SimulatePower(Starts(table), new PowerOptions { Count = 100, Replicates = 600, Seed = 5, Threads = 2 });
        var effect = result.Effects.First(each => each.Effect.Name == "x -> y");
        Assert.Equal(600, result.Converged);
        Assert.InRange(effect.Intervals[0].Power, 0.84, 0.92);
        Assert.InRange(effect.Intervals[0].Coverage, 0.92, 0.975);
        Assert.InRange(effect.Bias, -0.015, 0.015);
        Assert.InRange(effect.MeanError!.Value / effect.Deviation, 0.9, 1.1);
    }

    [Fact]
    public void SimulatePower_AnyNumberOfThreads_GivesTheSameBits()
    {
        var table = Simulated.Table(Simulated.StudyLike, RandomX);
        double[] population = [.. BootstrappingTests.StudyFit().Values];
        var options = new PowerOptions { Count = 120, Replicates = 6, Seed = 5, Kinds = [IntervalKind.Delta, IntervalKind.BiasCorrected], BootstrapReplicates = 40 };
        var (one, two) = (table.SimulatePower(population, options), table.SimulatePower(population, options with { Threads = 2 }));
        Assert.Equal(one.Effects.Select(each => (each.Mean, each.Deviation, each.MeanError)), two.Effects.Select(each => (each.Mean, each.Deviation, each.MeanError)));
        Assert.Equal(one.Effects.SelectMany(each => each.Intervals), two.Effects.SelectMany(each => each.Intervals));
    }

    [Fact]
    public void FindCount_OfAPower_ComesNearTheNormalApproximation()
    {
        // N = .91 ((1.96 + .84) / .3)^2 = 79.4 for a power of .8.
        var table = Simulated.Table("y ~ start(0.3)*x\ny ~~ start(0.91)*y\nx ~~ start(1)*x", RandomX);
        var result = table.FindCount(Starts(table), "x -> y", 0.8, new PowerOptions { Count = 40, Replicates = 500, Seed = 5 });
        Assert.InRange(result.Found.Options.Count, 68, 92);
        Assert.Contains(result.Found, result.Curve.Results);
    }

    [Fact]
    public void SimulatePower_WhatCannotBeSimulated_IsRefused()
    {
        var table = Simulated.Table("y ~ x", RandomX);
        var options = new PowerOptions { Count = 50, Seed = 1, Replicates = 4 };
        Assert.Throws<InputException>(() => table.SimulatePower([0.3], options));
        Assert.Throws<InputException>(() => Simulated.Table("y ~ x").SimulatePower([0.3, 1], options));
        Assert.Throws<InputException>(() => table.SimulatePower([0.3, 1, 1], options with { Count = 1 }));
        Assert.Throws<InputException>(() => table.SimulatePower([0.3, 1, 1], options with { Replicates = 1 }));
        Assert.Throws<InputException>(() => table.SimulatePower([0.3, -1, 1], options));
        Assert.Throws<InputException>(() => table.FindCount([0.3, 1, 1], "x -> z", 0.8, options));
        Assert.Throws<InputException>(() => table.FindCount([0.3, 1, 1], "x -> y", 1, options));
    }

    [Fact]
    public void SimulatePower_SamplesWhoseBootstrapGivesNothing_HaveNoIntervalAndEndNothing()
    {
        // A resample of 20 cases has 13 different ones on average, too few for the covariances of 18 variables.
        var result = Simulated.Table(Simulated.StudyLike, RandomX).SimulatePower(
            [.. BootstrappingTests.StudyFit().Values], new PowerOptions { Count = 20, Replicates = 6, Seed = 5, Kinds = [IntervalKind.Percentile, IntervalKind.Delta], BootstrapReplicates = 3 });
        Assert.Equal(6, result.Drawn);
        Assert.Equal(6, result.Converged + result.Failures.Values.Sum());
        Assert.DoesNotContain(result.Effects.SelectMany(each => each.Intervals), interval => interval.Kind == IntervalKind.Percentile);
        Assert.Contains(result.Effects.SelectMany(each => each.Intervals), interval => interval.Kind == IntervalKind.Delta);
    }

    private static double[] Starts(ParameterTable table) =>
        [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start!.Value)];
}
