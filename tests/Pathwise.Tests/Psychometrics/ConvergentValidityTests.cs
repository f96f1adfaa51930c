using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ConvergentValidityTests
{
    [Fact]
    public void FactorReliabilities_ThreeFactors_AreThoseOfSemTools()
    {
        var expected = FittedAbilities.SemTools;
        var rows = FittedAbilities.ThreeFactors.FactorReliabilities();
        Assert.Equal(["visual", "textual", "speed"], rows.Select(row => row.Factor));
        Oracle.Near(expected["omega2"].Numbers, rows.Select(row => row.Omega!.Value).ToArray(), 1e-4);
        Oracle.Near(expected["ave"].Numbers, rows.Select(row => row.WeightedVarianceExtracted!.Value).ToArray(), 1e-4);
    }

    [Fact]
    public void FactorReliabilities_Standardized_FollowFromLavaansLoadings()
    {
        var loadings = FittedAbilities.SemTools["standardized_loadings"].Numbers.Chunk(3).ToArray();
        var rows = FittedAbilities.ThreeFactors.FactorReliabilities();
        for (var k = 0; k < 3; k++)
        {
            var (sum, squares) = (loadings[k].Sum(), loadings[k].Sum(x => x * x));
            Oracle.Near(squares / 3, rows[k].AverageVarianceExtracted, 1e-4);
            Oracle.Near(sum * sum / ((sum * sum) + 3 - squares), rows[k].CompositeReliability, 1e-4);
            Oracle.Near(loadings[k].Min(), rows[k].LowestLoading, 1e-4);
        }
    }

    [Fact]
    public void FactorReliabilities_SecondOrder_AreOfStandardizedLoadingsAlone()
    {
        var row = FittedAbilities.SecondOrder.FactorReliabilities().Single(row => row.Factor == "g");
        var loadings = FittedAbilities.SemTools["second_std"].Numbers[9..];
        Assert.True(row.IsSecondOrder);
        Assert.Null(row.Omega);
        Oracle.Near(loadings.Average(x => x * x), row.AverageVarianceExtracted, 1e-4);
    }

    [Fact]
    public void FactorReliabilities_ImproperSolution_AreUndefined()
    {
        // Loadings 1.05, .6 and .5 fit exactly: the residual variance of the first is negative.
        var covariance = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.63, 0.525 }, { 0.63, 1, 0.3 }, { 0.525, 0.3, 1 } });
        var sample = SampleMoments.OfCovariance(["a", "b", "c"], covariance, 200, null, Divisor.CountLessOne, "");
        var row = Assert.Single(ModelSpecification.Parse("f =~ a + b + c").Fit(sample).FactorReliabilities());
        Assert.Null(row.CompositeReliability);
        Assert.Null(row.AverageVarianceExtracted);
        Assert.InRange(row.Omega!.Value, 0, 1);
    }

    [Fact]
    public void FactorReliabilities_ModelWithoutFactors_IsRefused()
    {
        var path = ModelSpecification.Parse("x1 ~ x2").Fit(Holzinger.Table);
        Assert.Contains("no factor", Assert.Throws<InputException>(() => path.FactorReliabilities()).Message);
    }

    [Fact]
    public void Verbs_OfAModelOfGroups_AreThoseOfSemToolsInEach()
    {
        var expected = Oracle.Read("semtools", "groups.json");
        var fit = FittedAbilities.Model.Fit(Holzinger.Table, group: "school");
        var higher = ModelSpecification.Parse(FittedAbilities.Syntax + "\ng =~ visual + textual + speed").Fit(Holzinger.Table, group: "school");
        for (var g = 0; g < 2; g++)
        {
            var group = expected["groups"][g];
            var label = group["group"].Text;
            // lavaan's estimates carry five digits.
            Oracle.Near(group["omega"].Numbers, [.. fit.FactorReliabilities(label).Select(row => row.Omega!.Value)], 1e-5);
            Oracle.Near(group["avevar"].Numbers, [.. fit.FactorReliabilities(label).Select(row => row.WeightedVarianceExtracted!.Value)], 1e-5);
            Oracle.Near(group["alpha"].Numbers, [.. fit.Alphas(label).Select(row => row.Alpha!.Value)], 1e-9);
            Oracle.Near(group["htmt"].Number, fit.Htmt(group: label)["visual", "textual"], 1e-9);
            var second = Assert.Single(higher.SecondOrderReliabilities(label));
            Oracle.Near(group["second"]["omegaL1"].Number, second.OmegaHierarchical, 1e-4);
            Oracle.Near(group["second"]["omegaL2"].Number, second.OmegaOfFactors, 1e-4);
            Oracle.Near(group["second"]["partialOmegaL1"].Number, second.PartialOmega, 1e-4);
        }

        Assert.Contains("2 groups (first, second)", Assert.Throws<InputException>(() => fit.FactorReliabilities()).Message, StringComparison.Ordinal);
        Assert.Contains("Not a group of the model: third", Assert.Throws<InputException>(() => fit.Alphas("third")).Message, StringComparison.Ordinal);
        Assert.Contains("no groups", Assert.Throws<InputException>(() => FittedAbilities.ThreeFactors.Alphas("first")).Message, StringComparison.Ordinal);
    }
}
