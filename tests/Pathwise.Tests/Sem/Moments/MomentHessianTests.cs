using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class MomentHessianTests
{
    [Theory]
    [InlineData("fiml")]
    [InlineData("monotone_fiml")]
    [InlineData("cfa_std_lv_means")]
    public void Hessian_AtImpliedMoments_IsThatOfDifferencesOfTheGradient(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        var table = fit.Table.Saturated();
        var objective = Discrepancies.Build(ModelStructure.Of(table).With(fit.Saturated), fit.Sample, fit.Saturated, fit.Options);
        var (covariance, means) = (fit.ImpliedCovariance(), fit.ImpliedMeans()!);
        double[] values = [.. table.Rows.Select(row => row.Operator == Operator.Intercept
            ? means[fit.Sample[0].IndexOf(row.Lhs)]
            : covariance[fit.Sample[0].IndexOf(row.Lhs), fit.Sample[0].IndexOf(row.Rhs)])];
        var expected = Matrix<double>.Build.Dense(values.Length, values.Length, objective.ObservedInformation(values));
        var own = SaturatedGroup.AtModel(fit, 1).Information(Information.Observed);
        Assert.True((own - expected).Enumerate().Max(Math.Abs) < 1e-7 * expected.Enumerate().Max(Math.Abs));
    }

    [Fact]
    public void Hessian_CompleteCasesAtTheirOwnMoments_IsTheExpectedInformation()
    {
        var saturated = SaturatedGroup.AtSample(LavaanCase.Read("cfa_std_lv_means").Fit(), 1);
        var difference = saturated.Information(Information.Observed) - saturated.Information(Information.Expected);
        Assert.True(difference.Enumerate().Max(Math.Abs) < 1e-10);
    }
}
