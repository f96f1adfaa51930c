using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class OrderedBootstrapTests
{
    // Nearly every resample of 92 answers to 18 items loses a category.
    [Fact]
    public void Bootstrap_StudysModel_SurvivesLostCategories()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var bootstrap = fit.Bootstrap(new() { Replicates = 12, Seed = 1 });
        Assert.InRange(bootstrap.Used, 8, 12);
        Assert.True(FittingPath.Of(fit).IsCompiled);
    }

    // Of most samples of these data some category is lost.
    [Theory]
    [InlineData("s03_study92/wlsmv", 40)]
    [InlineData("s02_sparse5/wlsmv", 30)]
    [InlineData("s01_lsat_binary/wlsmv", 30)]
    [InlineData("s04_mixed/wlsmv", 20)]
    [InlineData("s06_mediation/wlsmv", 20)]
    public void Draw_FindsWhatTheGeneralPathFinds(string @case, int replicates)
    {
        var fit = OrdinalCase.Read(@case).Fit();
        Assert.InRange(PathComparison.Compare(fit, ResamplingKind.Nonparametric, replicates, 1e-8), replicates, (2 * replicates) + 5);
    }

    [Fact]
    public void Bootstrap_OneThread_GivesTheNumbersOfTwo()
    {
        var fit = OrdinalCase.Read("s06_mediation/wlsmv").Fit();
        double[] Values(int threads) => [.. fit.EstimateEffects(new() { Kinds = [IntervalKind.Percentile] }, fit.Bootstrap(new() { Replicates = 8, Seed = 3, Threads = threads })).Select(effect => effect.Value)];
        Assert.Equal(Values(1), Values(2));
    }

    [Fact]
    public void Bootstrap_Parametric_DrawsAnswersOfTheFittedModel()
    {
        var fit = OrdinalCase.Read("s06_mediation/wlsmv").Fit();
        var bootstrap = fit.Bootstrap(new() { Replicates = 60, Seed = 2, Kind = ResamplingKind.Parametric });
        Assert.InRange(bootstrap.Used, 55, 60);
        var effect = fit.EstimateEffects(null, bootstrap).Named("X -> M -> Y");
        var draws = bootstrap.Draws(bootstrap.Effects.ToList().FindIndex(each => each.Name == "X -> M -> Y"), false);
        Assert.InRange(draws.Average(), effect.Value - (4 * effect.StandardError!.Value / Math.Sqrt(60)), effect.Value + (4 * effect.StandardError.Value / Math.Sqrt(60)));
    }

    [Fact]
    public void Bootstrap_ThresholdsHeldEqual_CountsResamplesThatLoseOne()
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse("F =~ a1 + a2 + a3\na1 | t*t4\na2 | t*t4").Fit(data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] });
        var bootstrap = fit.Bootstrap(new() { Replicates = 40, Seed = 1 });
        Assert.Contains(FitStatus.LostCategory.Reason(), bootstrap.Failures.Keys);
    }
}
