using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FactorExtractionTests
{
    [Fact]
    public void Factors_HeywoodCase_IsHeldAndSaid()
    {
        // One factor with loadings 1.05, .6 and .5: the first exceeds one.
        var correlation = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.63, 0.525 }, { 0.63, 1, 0.3 }, { 0.525, 0.3, 1 } });
        var extraction = FactorExtraction.Of(correlation, 1, ExtractionMethod.MaximumLikelihood);
        Assert.True(extraction.HasHeywoodCase);
        Assert.True(extraction.HasConverged);
        Assert.Equal(0.005, extraction.Uniquenesses[0], 9);
    }

    [Theory]
    [InlineData(ExtractionMethod.MaximumLikelihood)]
    [InlineData(ExtractionMethod.MinimumResidual)]
    public void Of_CorrelationsOfOneFactor_GivesItsLoadingsAndNoDiscrepancy(ExtractionMethod method)
    {
        double[] loadings = [0.9, 0.8, 0.7, 0.5];
        var correlation = Matrix<double>.Build.Dense(4, 4, (i, j) => i == j ? 1 : loadings[i] * loadings[j]);
        var extraction = FactorExtraction.Of(correlation, 1, method);
        Assert.True(extraction.HasConverged);
        Oracle.Near(loadings, extraction.Loadings.Column(0).Select(Math.Abs).ToArray(), 1e-7);
        Assert.Equal(0, extraction.Discrepancy, 1e-12);
    }

    [Fact]
    public void Of_PrincipalAxesBeyondAllVariance_HaveNotConverged()
    {
        // Loadings 1.05, .6 and .5 fit exactly: the first item would share more than all of its variance.
        var correlation = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.63, 0.525 }, { 0.63, 1, 0.3 }, { 0.525, 0.3, 1 } });
        var extraction = FactorExtraction.Of(correlation, 1, ExtractionMethod.PrincipalAxis);
        Assert.False(extraction.HasConverged);
        Assert.True(extraction.HasHeywoodCase);
    }
}
