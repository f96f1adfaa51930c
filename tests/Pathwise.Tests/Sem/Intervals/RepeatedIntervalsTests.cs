using Pathwise.Auditing;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

public sealed class RepeatedIntervalsTests
{
    private static readonly BootstrapResult Bootstrap = ModelSpecification.Parse("dem60 =~ y1 + y2 + y3\nind60 =~ x1 + x2 + x3\ndem60 ~ ind60")
        .Fit(DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")))
        .Bootstrap(new BootstrapOptions { Replicates = 430, Seed = 3 });

    [Fact]
    public void IntervalOfTotal_DrawsInWhichTheEffectDoesNotExist_RestsOnTheOthersAndCountsThem()
    {
        var bootstrap = BootstrappingTests.StudyFit(36).Bootstrap(new BootstrapOptions { Seed = 18, Replicates = 4000 });
        var missing = 0;
        foreach (var (effect, k) in bootstrap.Effects.Select((effect, k) => (effect, k)).Where(each => each.effect.Kind == EffectKind.Total))
        {
            var draws = bootstrap.Draws(k, isStandardized: true);
            var (interval, count) = bootstrap.IntervalOfTotal(effect.Outcome, effect.Cause);
            Assert.Equal(draws.Count, count);
            Assert.Equal(BootstrapIntervals.Of(IntervalKind.BiasCorrected, draws, bootstrap.Estimate(k, true), 0.95)?.Interval, interval);
            missing += bootstrap.Used - count;
        }

        Assert.True(missing > 0);
    }

    [Fact]
    public void RepeatTotal_RunsThatDoNotFillUp_AreLeftOut() =>
        Assert.Equal(4, Bootstrap.RepeatTotal("dem60", "ind60", 100, IntervalKind.Percentile).Count);

    [Fact]
    public void RepeatTotal_OneRunOfAllDraws_IsTheBootstrapsOwnInterval()
    {
        var own = Bootstrap.Fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.BiasCorrected] }, Bootstrap)
            .Single(effect => effect.Effect.Kind == EffectKind.Total).Interval(IntervalKind.BiasCorrected, isStandardized: true);
        Assert.Equal(own, Assert.Single(Bootstrap.RepeatTotal("dem60", "ind60", Bootstrap.Used)).Interval);
    }

    [Fact]
    public void RepeatTotal_MoreDrawsThanThereAre_IsAMistakeThatSaysHowMany()
    {
        var mistake = Assert.Throws<InputException>(() => Bootstrap.RepeatTotal("dem60", "ind60", 431));
        Assert.Contains("cannot be cut from 430", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TotalEffect_OfVariablesWithoutPath_IsAMistakeThatNamesThem()
    {
        var mistake = Assert.Throws<InputException>(() => Bootstrap.TotalEffect("ind60", "dem60"));
        Assert.Equal("The model has no effect of dem60 on ind60.", mistake.Message);
    }

    [Fact]
    public void Recompute_NamesTheFourStatisticsOfAnEffect() =>
        Assert.Equal(["e.b", "e.lo", "e.up", "e.p"], Bootstrap.Recompute("e", "dem60", "ind60", 100).Select(pair => pair.Id));

    [Fact]
    public void TotalRow_HasTheEstimateInsideItsInterval()
    {
        var row = Bootstrap.TotalRow("dem60", "ind60");
        Assert.Equal("ind60 → dem60", row.Name);
        Assert.InRange(row.Value!.Value, row.Lower!.Value, row.Upper!.Value);
    }
}
