using Pathwise.Sem.Categorical;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Pathwise.Tests.Surveys;
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

    public static TheoryData<string, string, string[], Estimator, string?, GroupEquality[]> Models => new()
    {
        { "s05_groups_thresholds", "F =~ u1 + l*u2 + u3 + u4\nG =~ v1 + v2 + v3 + v4\nG ~ b*F\nq := b*l", ["all"], Estimator.WLSMV, null, [] },
        { "s05_groups_thresholds", "F =~ u1 + u2 + u3 + u4\nG =~ v1 + v2 + v3 + v4\nG ~ F", ["all"], Estimator.WLSMV, "g", [GroupEquality.Loadings] },
        { "s05_groups_thresholds", "F =~ u1 + u2 + u3 + u4\nG =~ v1 + v2 + v3 + v4\nG ~ F\nu1 ~~ v1", ["all"], Estimator.ULSMV, "g", [] },
        { "s02_sparse5", "F =~ a1 + k*a2 + k*a3\nG =~ b1 + b2 + b3 + b4\nG ~ F", ["all"], Estimator.DWLS, null, [] },
        { "s02_sparse5", "F =~ NA*a1 + a2 + a3\nF ~~ 1*F", ["all"], Estimator.ULS, null, [] },
        { "s04_mixed", "F =~ o1 + o2 + o3 + c1\ny ~ F\ny ~~ y", ["o1", "o2", "o3"], Estimator.ULSM, null, [] },
        { "s04_mixed", "F =~ o1 + o2 + o3\nF ~ x\nx ~~ x\nx ~ 1", ["o1", "o2", "o3"], Estimator.WLSM, null, [] },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Draw_ModelsOfEveryKind_AreFittedAsOnTheGeneralPath(string folder, string syntax, string[] ordered, Estimator estimator, string? group, GroupEquality[] equal)
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", folder, "data.csv"));
        var fit = ModelSpecification.Parse(syntax).Fit(data, new() { Estimator = estimator }, new() { Ordered = ordered, GroupEqual = equal }, group);
        Assert.True(PathComparison.Compare(fit, ResamplingKind.Nonparametric, 10, 1e-8) >= 20);
    }

    [Theory]
    [InlineData(EmptyCellRule.None)]
    [InlineData(EmptyCellRule.ShareOfCells)]
    public void Draw_OtherRulesForEmptyCells_AreFollowedOnBothPaths(EmptyCellRule rule)
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse("F =~ a1 + a2 + a3 + a4").Fit(data, new() { Estimator = Estimator.WLSMV, EmptyCells = rule }, new() { Ordered = ["all"] });
        Assert.True(PathComparison.Compare(fit, ResamplingKind.Nonparametric, 10, 1e-8) >= 20);
    }

    [Fact]
    public void Bootstrap_ThreadsAndInterrupts_ChangeNoDigit()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var options = new BootstrapOptions { Seed = 4, Replicates = 40, Rule = ImproperRule.Redraw };
        var whole = fit.Bootstrap(options);
        FastWorkerTests.AssertSame(whole.First, fit.Bootstrap(options with { Threads = 3 }).First);
        FastWorkerTests.AssertSame(whole.Redrawn!, fit.Bootstrap(options, fit.Bootstrap(options with { Replicates = 15 })).Redrawn!);
    }

    [Fact]
    public void Bootstrap_LostCategoriesAndIndefiniteCorrelations_AreCountedAndKept()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var bootstrap = fit.Bootstrap(new() { Replicates = 60, Seed = 1 });
        var categories = fit.Table.ObservedVariables.Select(name => fit.Sample[0].Cases!.Column(fit.Sample[0].IndexOf(name))).ToArray();
        var lost = Enumerable.Range(0, 60).Count(i => categories.Any(column => Bootstrapping.Cases(1, i, column.Count).Select(row => column[row]).Distinct().Count() < column.Distinct().Count()));
        Assert.Equal(lost, bootstrap.LostCategories);
        Assert.InRange(bootstrap.NotPositiveDefinite!.Value, 1, 30);
        using var file = new TemporaryFile("", ".bootstrap");
        bootstrap.Save(file.Path);
        Assert.Equal(bootstrap.NotPositiveDefinite, fit.ReadBootstrap(file.Path).NotPositiveDefinite);
    }

    [Fact]
    public void Draw_OfOrderedVariablesAlone_AllocatesNothing()
    {
        var fit = OrdinalCase.Read("s03_study92/wlsmv").Fit();
        var (catalogue, source) = (Bootstrapping.Catalogue(fit, null), SampleSources.Of(fit, ResamplingKind.Nonparametric, 1));
        var worker = new OrderedRefit(fit, CompiledGroups.TryCompile(fit, out _)!, catalogue, [source]);
        var (table, stream) = (new ReplicateTable(1, catalogue), Pathwise.Numerics.RandomStream.For(1, 0));
        worker.Draw(stream, table.Row(0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
            worker.Draw(stream, table.Row(0));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("F =~ a1 + a2 + a3", Parameterization.Theta, Estimator.WLSMV, "ordered variables in the theta parameterization")]
    [InlineData("F =~ a1 + a2 + a3", Parameterization.Delta, Estimator.WLS, "ordered variables with the estimator WLS")]
    [InlineData("F =~ a1 + a2 + a3\na1 | 0*t2", Parameterization.Delta, Estimator.WLSMV, "ordered variables whose thresholds, scales or means are restricted or shared")]
    public void Path_OfOtherModels_SaysWhyItIsTheGeneralOne(string syntax, Parameterization parameterization, Estimator estimator, string expected)
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse(syntax).Fit(data, new() { Estimator = estimator }, new() { Ordered = ["all"], Parameterization = parameterization });
        Assert.Equal(expected, FittingPath.Of(fit).Reason);
    }
}
