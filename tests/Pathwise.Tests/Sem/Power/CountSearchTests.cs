using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class CountSearchTests
{
    private static readonly Effect Effect = new("y", "x", EffectKind.Direct, [], 1);

    [Fact]
    public void Find_PowersThatWaver_TriesNoCountTwiceAndEnds()
    {
        // Power .62 is wanted: 18 and 20 send the search to each other, for ever if it let them.
        var tried = new List<int>();
        var found = new CountSearch(0.62, 0.95, 5).Find(20, "x -> y", count => Study(tried, count, count >= 20 ? 0.68 : 0.56), CancellationToken.None);
        Assert.Equal(tried.Distinct(), tried);
        Assert.InRange(tried.Count, 2, 9);
        Assert.Equal(20, found.Found.Options.Count);
        Assert.Equal(tried.Order(), found.Curve.Results.Select(each => each.Options.Count));
    }

    [Theory]
    [InlineData(0.8, 40)]
    [InlineData(0.73, 400)]
    [InlineData(0.95, 12)]
    public void Find_PowerOfTheNormalApproximation_IsFoundInAFewSteps(double power, int from)
    {
        static double At(int count) => NormalDistribution.Cdf((0.3 * Math.Sqrt(count)) - NormalDistribution.Quantile(0.975));
        var found = new CountSearch(power, 0.95, 5).Find(from, "x -> y", count => Study([], count, At(count)), CancellationToken.None).Found.Options.Count;
        Assert.InRange(At(found), power - 0.02, power + 0.02);
    }

    [Fact]
    public void Find_StudyWithoutIntervals_EndsThere()
    {
        var found = new CountSearch(0.8, 0.95, 5).Find(9, "x -> y", count => Study([], count, null), CancellationToken.None);
        Assert.Equal(9, found.Found.Options.Count);
    }

    private static PowerResult Study(List<int> tried, int count, double? power)
    {
        tried.Add(count);
        return new()
        {
            Options = new() { Count = count, Seed = 1, Replicates = 2000 },
            Drawn = 2000,
            Converged = 2000,
            Improper = 0,
            Effects = [new()
            {
                Effect = Effect, IsStandardized = false, Population = 0.3, Count = 2000, Mean = 0.3, Deviation = 0.1, MeanError = 0.1, MeanSquaredError = 0.01, MeanSquaredErrorError = 0.001,
                Intervals = power is { } reached ? [new(IntervalKind.Delta, 2000, reached, 0.95)] : [],
            }],
        };
    }
}
