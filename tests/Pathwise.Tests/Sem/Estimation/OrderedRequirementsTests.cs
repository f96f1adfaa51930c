using Pathwise.Sem.Estimation;
using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class OrderedRequirementsTests
{
    private const string Factor = "F =~ o1 + o2 + o3";

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s04_mixed", "data.csv"));

    [Theory]
    [InlineData("F =~ o1 + o2 + o3", "o1", "ML", "ML takes every variable as continuous; with ordered variables use ULS, DWLS, WLSM, WLSMV")]
    [InlineData("F =~ o1 + o2 + c1\no3 ~ F\nc2 ~ o3", "o3", "WLSMV", "o3 is ordered and explains others itself; use the theta parameterization for that.")]
    [InlineData("F =~ o1 + o2 + o3", "o9", "WLSMV", "o9")]
    [InlineData("F =~ o1 + o2 + o3\no1 | t3", "o1", "WLSMV", "o1 has 3 categories in the data, and 2 thresholds.")]
    [InlineData("F =~ o1 + o2 + o3\no1 ~~ o1", "o1", "WLSMV", "in the delta parameterization the residual variance of an ordered variable follows from its scale")]
    [InlineData("F =~ o1 + o2 + c1\nc1 ~*~ c1", "o1", "WLSMV", "c1 is not among the ordered variables")]
    [InlineData("F =~ o1 + o2 + c1", "o1,c1", "WLSMV", "c1")]
    public void Fit_WhatIsNotThere_IsRefusedByName(string model, string ordered, string estimator, string expected)
    {
        var options = new ModelOptions { Ordered = ordered.Split(',', StringSplitOptions.RemoveEmptyEntries) };
        var mistake = Assert.ThrowsAny<InputException>(() => ModelSpecification.Parse(model).Fit(Data, new() { Estimator = Enum.Parse<Estimator>(estimator) }, options));
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ScalesInTheta_AreRefused() => Assert.Contains("scales are parameters of the delta parameterization", Assert.Throws<SyntaxException>(() =>
        ModelSpecification.Parse($"{Factor}\no1 ~*~ o1").Fit(Data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"], Parameterization = Parameterization.Theta })).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_FullInformationOrObservedInformation_IsRefused()
    {
        InputException Refusal(EstimationOptions options) => Assert.Throws<InputException>(() => ModelSpecification.Parse(Factor).Fit(Data, options, new() { Ordered = ["all"] }));
        Assert.Contains("needs maximum likelihood", Refusal(new() { Estimator = Estimator.WLSMV, Missing = MissingData.Fiml }).Message, StringComparison.Ordinal);
        Assert.Contains("the expected one", Refusal(new() { Estimator = Estimator.WLSMV, Information = Information.Observed }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FewerCasesThanStatistics_HasNoFullWeights()
    {
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "model.lav")).Fit(
            DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv")), new() { Estimator = Estimator.WLS }, new() { Ordered = ["all"] }));
        Assert.Contains("use WLSMV", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f | t1")]
    [InlineData("f ~*~ f")]
    public void Fit_AThresholdOrScaleOfALatentVariable_IsRefusedWithItsLine(string line)
    {
        var mistake = Assert.Throws<SyntaxException>(() => ModelSpecification.Parse($"f =~ o1 + o2 + o3\n{line}").Fit(Data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] }));
        Assert.Contains("line 2", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("f is latent", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_GroupsWithAsManyButOtherCategories_AreRefused()
    {
        var cells = new double[40, 4];
        for (var i = 0; i < 40; i++)
            (cells[i, 0], cells[i, 1], cells[i, 2], cells[i, 3]) = ((i % 3) + (i < 20 ? 1 : 2), i % 2, i / 2 % 2, i < 20 ? 1 : 2);
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Parse("f =~ a + b + c").Fit(
            DataTable.Of(["a", "b", "c", "g"], cells), new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] }, "g"));
        Assert.Contains("a has the categories 1 2 3 in group 1, 2 3 4 in group 2", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbs_ThatAreNotThere_AreRefusedByName()
    {
        var fit = OrdinalCase.Read("s06_mediation/wlsmv").Fit();
        void Refused(string what, Action verb) => Assert.StartsWith($"{what} of models with ordered variables (x1, ", Assert.Throws<InputException>(verb).Message, StringComparison.Ordinal);
        Refused("Bollen-Stine bootstraps", () => fit.Bootstrap(new() { Replicates = 10, Seed = 1, Kind = ResamplingKind.BollenStine }));
        Refused("Equivalent models", () => ModelSpecification.Parse("y ~ x").Equivalents(fit));
        Assert.Null(fit.BrowneResidualTest().Value);
        Assert.Contains("satorra.bentler.2001 is of mean-adjusted tests", Assert.Throws<InputException>(() => fit.Compare(fit, DifferenceMethod.SatorraBentler2001)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Thresholds_InTheSyntax_MakeTheirVariableOrdered()
    {
        var fit = ModelSpecification.Parse($"{Factor}\no1 | t1 + t2\no2 | t1\no3 | t1").Fit(Data, new() { Estimator = Estimator.WLSMV });
        Assert.Equal(["o1", "o2", "o3"], fit.Table.OrderedVariables);
    }

    [Fact]
    public void Table_WithoutData_SaysThatThresholdsFollowFromThem() => Assert.Contains(
        "follow from the categories in the data", Assert.Throws<InputException>(() => ModelSpecification.Parse(Factor).Table(new() { Ordered = ["all"] })).Message, StringComparison.Ordinal);
}
