using Pathwise.Analyses;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

public sealed class MultiverseRunTests
{
    // A universe of reduced bias is the fit by that method, and its row says so by other numbers than maximum likelihood's.
    [Fact]
    public void Run_ReducedBias_IsTheFitByThatMethod()
    {
        var plan = PlanText.ReadText(PlanText.Base + """
              - name: bias
                type: E
                options:
                  - { name: ML, reference: true }
                  - { name: implicit RBM, rbm.method: implicit }
            """);
        var prepared = PreparedMultiverse.Of(plan, new());
        var rows = prepared.Fits.SelectMany(universes => MultiverseRun.Outcome(prepared, universes).Rows).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.ChiSquare));
        Assert.NotEqual(rows[0].ChiSquare, rows[1].ChiSquare);
        Assert.True(rows[0].ChiSquare < rows[1].ChiSquare, "The likelihood is largest at its maximum.");
    }

    [Fact]
    public void Run_AUniverseOfAllCases_EqualsThePlainAnalysisToTheBit()
    {
        var plan = PlanText.Read(PlanText.Estimators, PlanText.Residuals);
        var result = plan.Run(new MultiverseOptions { Replicates = 100, Seed = 7 });
        foreach (var row in result.Rows)
        {
            var shown = ShownUniverse.Of(plan, new() { Replicates = 100, Seed = 7 }, row.Key);
            var fit = shown.Fit!.Table.Fit(shown.Fit.Sample, shown.Fit.Options);
            var plain = fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.Percentile] }, fit.Bootstrap(new BootstrapOptions { Replicates = 100, Seed = 7 })).Named("ind60 -> dem60 -> dem65");
            var own = row.Effects.Named("ind60 -> dem60 -> dem65");
            Assert.Equal(plain.Value, own.Value, 1e-12);
            Assert.Equal(plain.StandardError!.Value, own.StandardError!.Value, 1e-12);
            Assert.Equal(plain.Interval(IntervalKind.Percentile, true)!.Value.Lower, own.Interval(IntervalKind.Percentile, true)!.Value.Lower, 1e-12);
        }
    }

    [Fact]
    public void Run_SixtyUniversesOfTheStudy_EqualThePlainFits()
    {
        var plan = MultiversePlan.Read(Repository.Path("data", "multiverse", "executives.yaml"));
        var prepared = PreparedMultiverse.Of(plan, new());
        var random = new Random(11);
        foreach (var fit in Enumerable.Range(0, 60).Select(_ => prepared.Fits[random.Next(prepared.Fits.Count)]))
        {
            var (row, fitted) = (MultiverseRun.Outcome(prepared, fit).Rows[0], prepared.Fitting.Fit(fit[0].Setting));
            if (fitted.Fit is not { Sample: [{ Cases: not null }] } found)
                continue;
            var plain = fitted.Model.Fit(fitted.Table, found.Options, found.Table.Options, fit[0].Setting.Settings.Group);
            var effects = plain.EstimateEffects();
            Assert.All(row.Effects, own =>
            {
                var other = effects.Named(own.Effect.Name);
                Assert.Equal(other.Value, own.Value, 1e-9 * (1 + Math.Abs(other.Value)));
                Assert.Equal(other.StandardizedError ?? 0, own.StandardizedError ?? 0, 1e-9 * (1 + Math.Abs(other.StandardizedError ?? 0)));
            });
        }
    }

    [Fact]
    public void Keys_OfAnUnchangedPlanAndFile_StayAsTheyAre()
    {
        var prepared = PreparedMultiverse.Of(PlanText.Read(PlanText.Estimators, PlanText.Residuals), new());
        Assert.Equal(KnownKeys, prepared.Universes.Select(universe => universe.Key[..16]));
    }

    private static readonly string[] KnownKeys = ["95eebe1f2e17eeee", "b66b0aec55cb1ce9", "258f9ce2e4e8bc15", "74d9750ec476bafa"];

    [Fact]
    public void Run_FailuresOfAllKinds_AreOutcomesWithReasons()
    {
        const string Doomed = """
              - name: items
                type: N
                options:
                  - { name: all, reference: true }
                  - { name: weak, drop: { loading below: 0.99 } }
                  - { name: unidentified, add: [z =~ x1 + x2] }
            """;
        var rows = PlanText.Read(Doomed).Run().Rows;
        Assert.Equal([UniverseStatus.Proper, UniverseStatus.TooFew], rows.Take(2).Select(row => row.Status));
        Assert.False(rows[2].Status.HasEstimates() && rows[2].Status == UniverseStatus.Proper);
        Assert.All(rows.Skip(1), row => Assert.NotNull(row.Reason));
        Assert.All(rows.Where(row => !row.Status.HasEstimates()), row => Assert.All(row.Claims, claim => Assert.Null(claim.Holds)));
    }

    [Fact]
    public void Run_Threads_ChangeNoDigit()
    {
        var plan = PlanText.Read(PlanText.Estimators, PlanText.Residuals);
        string[] Lines(int threads) => [.. plan.Run(new MultiverseOptions { Replicates = 40, Threads = threads }).Rows.Select(UniverseLine.Of)];
        Assert.Equal(Lines(1), Lines(3));
    }

    [Fact]
    public void Run_RulesOnTheSample_AreFollowedAnewInEachResample()
    {
        const string Rule = """
              - name: outliers
                type: U
                options:
                  - { name: keep, reference: true }
                  - { name: mahalanobis, exclude: { rule: mahalanobis, p: 0.1, items: [y1, y2, y3, y4] } }
            """;
        var plan = PlanText.Read(Rule);
        var prepared = PreparedMultiverse.Of(plan, new() { Replicates = 30 });
        var universe = prepared.Fits[1][0];
        var rows = prepared.Fitting.Fit(universe.Setting).Rows;
        var draw = new PoolDraw(prepared.Pool, rows, prepared.Fitting.Data.Raw.Count);
        var kept = Enumerable.Range(0, 30).Select(r =>
        {
            draw.Next(Pathwise.Numerics.RandomStream.For(1, r));
            return draw.Counts.ToArray().Sum();
        }).ToArray();
        Assert.True(rows.Kept.Length < 75);
        Assert.True(kept.Distinct().Count() > 3);
        Assert.All(kept, count => Assert.InRange(count, 50, 75));
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("mean")]
    [InlineData("factor scores")]
    [InlineData("croon")]
    [InlineData("single indicator")]
    public void Run_EveryWayToMeasure_HasEstimatesAndIntervals(string strategy)
    {
        var decision = $$"""
              - name: measurement
                type: N
                options:
                  - { name: latent, reference: true }
                  - { name: other, measurement: {{strategy}} }
            """;
        var rows = PlanText.Read(decision).Run(new MultiverseOptions { Replicates = 60 }).Rows;
        Assert.Equal(UniverseStatus.Proper, rows[1].Status);
        Assert.InRange(rows[1].ReplicatesUsed!.Value, 50, 60);
        var (latent, other) = (rows[0].Claims[0], rows[1].Claims[0]);
        Assert.InRange(other.Estimate!.Value, latent.Estimate!.Value * 0.5, latent.Estimate.Value * 1.5);
        Assert.True(other.Lower < other.Estimate && other.Estimate < other.Upper);
    }

    [Fact]
    public void Run_CroonsCorrection_GivesBackTheModelsOwnEffectsWhereItHolds()
    {
        // Two just-identified factors by themselves and corrected regressions are near the joint fit; uncorrected ones are not.
        const string Decision = """
              - name: measurement
                type: N
                options:
                  - { name: latent, reference: true }
                  - { name: croon, measurement: croon }
                  - { name: scores, measurement: factor scores }
            """;
        var rows = PlanText.Read(Decision).Run().Rows;
        double Distance(int row) => Math.Abs(rows[row].Effects.Named("ind60 -> dem60 -> dem65").Value - rows[0].Effects.Named("ind60 -> dem60 -> dem65").Value);
        Assert.True(Distance(1) < Distance(2));
    }
}
