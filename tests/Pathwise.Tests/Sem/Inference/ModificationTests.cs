using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Estimation;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ModificationTests
{
    // lavaan's own indices are not at the estimates there; these are from its gradient and information at them.
    [Fact]
    public void ModificationIndices_OfImproperOptima_AreThoseOfTheEstimates()
    {
        var oracle = Oracle.Read("lavaan", "models", "modification.json");
        for (var k = 0; k < oracle.Count; k++)
        {
            var term = oracle[k]["term"].Text.Split(" ~~ ");
            var own = LavaanCase.Read(oracle[k]["id"].Text).Fit().ModificationIndices()
                .Single(index => index.Operator == Operator.Covariance && index.Lhs == term[0] && index.Rhs == term[1]);
            Oracle.Near(oracle[k]["mi"].Number, own.Drop, 1e-6);
            Oracle.Near(oracle[k]["epc"].Number, own.Change, 1e-6);
        }

        Assert.Equal(4, oracle.Count);
    }

    [Theory]
    [InlineData("indices_ML_1", "cars", Estimator.ML)]
    [InlineData("indices_GLS_1", "cars", Estimator.GLS)]
    [InlineData("indices_ULS_1", "cars", Estimator.ULS)]
    [InlineData("indices_ML_2", "cars", Estimator.ML)]
    [InlineData("indices_GLS_2", "cars", Estimator.GLS)]
    [InlineData("indices_ULS_2", "cars", Estimator.ULS)]
    public void ModificationIndices_OfRegressions_AreThoseThatLavaanLists(string id, string data, Estimator estimator)
    {
        var own = Edges.Fit(id, data, new EstimationOptions { Estimator = estimator }).ModificationIndices().ToDictionary(index => $"{index.Lhs} {index.Operator.Text()} {index.Rhs}");
        var rows = Edges.Of(id)["rows"];
        for (var k = 0; k < rows.Count; k++)
        {
            // Moments of exogenous variables gain nothing, and not all of them are listed here.
            if (Math.Abs(rows[k]["mi"].Number) > 1e-12)
                Oracle.Near(rows[k]["mi"].Number, own[rows[k]["name"].Text].Drop, 5e-3);
        }
    }

    // From indices.py; the multiplier is that of lavaan, n ((n - 1) / n)^2.
    [Theory]
    [InlineData("wt ~ mpg", 0.007975455)]
    [InlineData("disp ~ mpg", 0.007975455)]
    [InlineData("disp ~ qsec", 0.1654685)]
    [InlineData("qsec ~ wt", 0.16297424)]
    public void ModificationIndices_UnweightedAndOfLargeVariables_AreNotLeftOut(string name, double perCase)
    {
        var fit = ModelSpecification.Parse("mpg ~ wt\nqsec ~ mpg + disp").Fit(Edges.Data("cars_unscaled"), new EstimationOptions { Estimator = Estimator.ULS });
        var index = fit.ModificationIndices().Single(index => $"{index.Lhs} {index.Operator.Text()} {index.Rhs}" == name);
        Oracle.Near(perCase * 31 * 31 / 32, index.Drop, 1e-5);
    }

    [Theory]
    [InlineData("nothing_free")]
    [InlineData("all_fixed")]
    public void Fit_NothingFree_HasATestAndWhatFreeingWouldGain(string id)
    {
        foreach (var options in new EstimationOptions[] { new(), new() { Estimator = Estimator.MLR }, new() { Estimator = Estimator.MLM }, new() { Estimator = Estimator.GLS }, new() { Missing = MissingData.Fiml } })
        {
            var fit = Edges.Fit(id, "blocks", options);
            Assert.True(fit.HasConverged);
            Assert.All(fit.Estimates(), row => Assert.Equal(row.Parameter.IsFree, row.StandardError > 0));
            Assert.Equal(fit.Values.Count == 0, fit.Standardized().All(row => row.StandardError is null));
            Assert.NotEmpty(fit.ResidualsByMoment());
            Assert.NotEmpty(fit.ModificationIndices());
            Assert.NotNull(fit.BrowneResidualTest().Value);
        }

        var plain = Edges.Fit(id, "blocks");
        Oracle.Near(Edges.Of(id)["chisq"].Number, plain.Test().Value, 1e-9);
        Assert.Equal((int)Edges.Of(id)["df"].Number, plain.DegreesOfFreedom());
    }
}
