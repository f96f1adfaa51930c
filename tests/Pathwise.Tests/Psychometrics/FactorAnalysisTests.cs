using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class FactorAnalysisTests
{
    private static readonly Oracle R = Oracle.Read("psych", "psych.json")["efa"];

    [Fact]
    public void Factors_MaximumLikelihood_AreThoseOfFactanal()
    {
        var analysis = Analyse(ExtractionMethod.MaximumLikelihood, Rotation.None);
        Oracle.Near(Values(R["ml"]["uniquenesses"]), analysis.Uniquenesses, 1e-5);
        Oracle.Near(R["ml"]["statistic"].Number, analysis.ChiSquare, 1e-6);
        Oracle.Near(R["ml"]["p"].Number, analysis.PValue, 1e-6);
        Assert.Equal(12, analysis.DegreesOfFreedom);
        Assert.True(analysis.HasConverged);
        Assert.False(analysis.HasHeywoodCase);
        AssertLoadings(R["ml"]["unrotated"].Rows, analysis.Loadings, 1e-4);
    }

    [Fact]
    public void Factors_Varimax_AreThoseOfR() =>
        AssertLoadings(R["ml"]["varimax"].Rows, Analyse(ExtractionMethod.MaximumLikelihood, Rotation.Varimax).Loadings, 1e-4);

    [Fact]
    public void Factors_Promax_AreThoseOfR()
    {
        var analysis = Analyse(ExtractionMethod.MaximumLikelihood, Rotation.Promax);
        AssertLoadings(R["ml"]["promax"].Rows, analysis.Loadings, 1e-4);
        AssertCorrelations(R["ml"]["promax_phi"].Rows, analysis.FactorCorrelations);
    }

    [Fact]
    public void Factors_Oblimin_MinimizeTheCriterionAsAGeneralOptimizerDoes()
    {
        var analysis = Analyse(ExtractionMethod.MaximumLikelihood, Rotation.Oblimin);
        AssertLoadings(R["oblimin"]["loadings"].Rows, analysis.Loadings, 1e-4);
        AssertCorrelations(R["oblimin"]["phi"].Rows, analysis.FactorCorrelations);
    }

    [Fact]
    public void Factors_MinimumResidual_AreThoseOfPsych()
    {
        var analysis = Analyse(ExtractionMethod.MinimumResidual, Rotation.None);
        Oracle.Near(Values(R["minres"]["uniquenesses"]), analysis.Uniquenesses, 1e-4);
        AssertLoadings(R["minres"]["unrotated"].Rows, analysis.Loadings, 1e-4);
        Assert.Null(analysis.ChiSquare);
        Assert.True(analysis.HasConverged);
    }

    [Fact]
    public void Factors_RotatedOrNot_ReproduceTheSameCorrelations()
    {
        var none = Analyse(ExtractionMethod.MaximumLikelihood, Rotation.None);
        foreach (var rotation in Enum.GetValues<Rotation>())
        {
            var rotated = Analyse(ExtractionMethod.MaximumLikelihood, rotation);
            var implied = rotated.Loadings * rotated.FactorCorrelations * rotated.Loadings.Transpose();
            Assert.True((implied - (none.Loadings * none.Loadings.Transpose())).InfinityNorm() < 1e-9, rotation.ToString());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Factors_NumberThatCannotBe_IsRefused(int factors)
    {
        var mistake = Assert.Throws<InputException>(() =>
            Holzinger.Table.Factors(Holzinger.Items, factors, ExtractionMethod.MaximumLikelihood, Rotation.None));
        Assert.Contains($"{factors} factors of 9 items", mistake.Message);
    }

    private static FactorAnalysis Analyse(ExtractionMethod method, Rotation rotation) =>
        Holzinger.Table.Factors(Holzinger.Items, 3, method, rotation);

    private static double[] Values(Oracle named) => Holzinger.Items.Select((_, i) => named[i].Number).ToArray();

    // The order and the signs of factors are a matter of taste: the oracle's are brought into ours.
    private static void AssertLoadings(double[][] expected, Matrix<double> actual, double tolerance)
    {
        var matrix = Matrix<double>.Build.DenseOfRowArrays(expected);
        var ordered = new FactorRotation(matrix, Matrix<double>.Build.DenseIdentity(matrix.ColumnCount)).Ordered().Loadings;
        Assert.True((ordered - actual).Enumerate().Max(Math.Abs) < tolerance, $"{ordered}{actual}");
    }

    private static void AssertCorrelations(double[][] expected, Matrix<double> actual) => Oracle.Near(
        expected.SelectMany((row, i) => row.Where((_, j) => j < i)).Select(Math.Abs).Order().ToArray(),
        Enumerable.Range(0, 3).SelectMany(i => Enumerable.Range(0, i).Select(j => Math.Abs(actual[i, j]))).Order().ToArray(),
        1e-4);
}
