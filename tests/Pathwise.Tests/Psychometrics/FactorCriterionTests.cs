using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FactorCriterionTests
{
    [Theory]
    [InlineData(ExtractionMethod.MaximumLikelihood)]
    [InlineData(ExtractionMethod.MinimumResidual)]
    public void At_AnyPoint_GradientIsTheSlopeOfTheValue(ExtractionMethod method)
    {
        var criterion = new FactorCriterion(Moments.Correlation(Holzinger.Values), 3, method);
        var x = Enumerable.Range(0, 9).Select(i => criterion.Parameter(0.35 + (0.05 * i))).ToArray();
        var gradient = criterion.At(x).Gradient;
        for (var i = 0; i < 9; i++)
            Assert.Equal((Moved(criterion, x, i, 1e-5) - Moved(criterion, x, i, -1e-5)) / 2e-5, gradient[i], 1e-8);
    }

    [Theory]
    [InlineData(ExtractionMethod.MaximumLikelihood)]
    [InlineData(ExtractionMethod.MinimumResidual)]
    public void At_AnyPoint_HessianIsSymmetricAndNotNegative(ExtractionMethod method)
    {
        var criterion = new FactorCriterion(Moments.Correlation(Holzinger.Values), 3, method);
        var hessian = criterion.At(Enumerable.Repeat(criterion.Parameter(0.5), 9).ToArray()).Hessian;
        Assert.True(hessian.IsSymmetric());
        Assert.True(hessian.Evd().EigenValues.Min(value => value.Real) > -1e-12);
    }

    [Fact]
    public void Parameter_OfALikelihood_IsTheLogarithmAndBack()
    {
        var criterion = new FactorCriterion(Matrix<double>.Build.DenseIdentity(3), 1, ExtractionMethod.MaximumLikelihood);
        Assert.Equal(Math.Log(0.4), criterion.Parameter(0.4));
        Assert.Equal(0.4, criterion.Uniqueness(criterion.Parameter(0.4)), 1e-15);
    }

    private static double Moved(FactorCriterion criterion, double[] x, int i, double by)
    {
        var moved = (double[])x.Clone();
        moved[i] += by;
        return criterion.At(moved).Value;
    }
}
