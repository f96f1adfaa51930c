using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class EstimationMethodTests
{
    private static readonly SampleMoments Sample = SampleMoments.OfCovariance(
        ["x", "y"], Matrix<double>.Build.DenseOfArray(new[,] { { 4.0, 1.0 }, { 1.0, 9.0 } }), 50, Vector<double>.Build.Dense([1.0, 2.0]), Divisor.Count);

    [Fact]
    public void All_HaveOneMethodForEachEstimator()
    {
        Assert.Equal(Enum.GetValues<Estimator>(), EstimationMethods.All.Select(method => method.Estimator));
        Assert.All(Enum.GetValues<Estimator>(), estimator => Assert.Equal(estimator, EstimationMethods.Of(estimator).Estimator));
    }

    // Two stages are chosen by what becomes of missing values, not by an estimator's name.
    [Fact]
    public void All_EveryClassOfTheAssembly_IsListed() => Assert.Equal(
        typeof(EstimationMethod).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EstimationMethod)) && !type.IsAbstract).Select(type => type.Name).Order(),
        EstimationMethods.All.Select(method => method.GetType().Name).Append(nameof(TwoStageLikelihood)).Distinct().Order());

    [Fact]
    public void Of_NoEstimator_IsRefusedRatherThanTakenForMaximumLikelihood()
    {
        var options = new EstimationOptions { Estimator = (Estimator)99 };
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Parse("y ~ x").Fit(Sample, options));
        Assert.Equal("The estimator 99 is not known; expected ML, MLM, MLR, GLS, ULS, DWLS, WLSM, WLSMV, WLSMVS, ULSM, ULSMV, WLS, ULSMVS, MLMV, MLMVS.", mistake.Message);
    }

    // The diagonal model for S = [4 1; 1 9] with the means (1, 2), at variances 5 and 8 and means 0: ln 40 + 4/5 + 9/8 - ln 35 - 2 + 1/5 + 4/8, and
    // one for each squared residual.
    [Theory]
    [InlineData(Estimator.ML, 3.6888794541139363 + 0.8 + 1.125 - 3.5553480614894135 - 2 + 0.2 + 0.5)]
    [InlineData(Estimator.MLM, 3.6888794541139363 + 0.8 + 1.125 - 3.5553480614894135 - 2 + 0.2 + 0.5)]
    [InlineData(Estimator.ULS, 1 + 1 + 1 + 1 + 4)]
    public void Discrepancy_AtAPoint_IsTheFormula(Estimator estimator, double expected) =>
        Assert.Equal(expected, Discrepancy(estimator, Diagonal()), 12);

    [Fact]
    public void Discrepancy_OfGeneralizedLeastSquares_IsWeightedByTheSample()
    {
        var moments = Diagonal();
        Assert.Equal(LeastSquares(moments), Discrepancy(Estimator.GLS, moments), 12);
    }

    private static double Discrepancy(Estimator estimator, ImpliedMoments moments) =>
        EstimationMethods.Of(estimator).Discrepancy(Sample, Sample, true, new() { Estimator = estimator }).Value(moments);

    private static ImpliedMoments Diagonal()
    {
        var table = ModelSpecification.Parse("x ~~ x\ny ~~ y\nx ~ 1\ny ~ 1").Table(new() { MeanStructure = true });
        var moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        moments.Update([5, 8, 0, 0]);
        return moments;
    }

    // Written out by elements: tr[((S - Sigma) S^-1)^2] / 2 + m' S^-1 m.
    private static double LeastSquares(ImpliedMoments moments)
    {
        double[,] inverse = { { 9.0 / 35, -1.0 / 35 }, { -1.0 / 35, 4.0 / 35 } };
        double[,] apart = { { 4 - moments.Sigma[0], 1 }, { 1, 9 - moments.Sigma[3] } };
        double[] means = [1, 2];
        double sum = 0;
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 2; j++)
            {
                sum += means[i] * inverse[i, j] * means[j];
                for (var k = 0; k < 2; k++)
                {
                    for (var l = 0; l < 2; l++)
                        sum += apart[i, j] * inverse[j, k] * apart[k, l] * inverse[l, i] / 2;
                }
            }
        }

        return sum;
    }

    [Theory]
    [InlineData(Estimator.ML, Likelihood.Normal, Divisor.Count)]
    [InlineData(Estimator.ML, Likelihood.Wishart, Divisor.CountLessOne)]
    [InlineData(Estimator.MLR, Likelihood.Normal, Divisor.Count)]
    [InlineData(Estimator.GLS, Likelihood.Normal, Divisor.CountLessOne)]
    [InlineData(Estimator.ULS, Likelihood.Normal, Divisor.CountLessOne)]
    public void Divisor_IsTheOneOfTheEstimator(Estimator estimator, Likelihood likelihood, Divisor expected) =>
        Assert.Equal(expected, EstimationMethods.Of(estimator).Divisor(likelihood));

    [Fact]
    public void Weights_AreInversesOfTheImpliedOrTheSamplesCovariances()
    {
        var (sample, implied) = (Sample.Covariance, Matrix<double>.Build.DenseOfDiagonalArray([2.0, 4.0]));
        Assert.Equal(Matrix<double>.Build.DenseOfDiagonalArray([0.5, 0.25]), EstimationMethods.Of(Estimator.MLM).Weights(sample, implied));
        Assert.Equal(1, (EstimationMethods.Of(Estimator.GLS).Weights(sample, implied)! * sample)[0, 0], 14);
        Assert.Null(EstimationMethods.Of(Estimator.ULS).Weights(sample, implied));
    }

    [Theory]
    [InlineData(Estimator.MLM, Estimator.ML)]
    [InlineData(Estimator.GLS, Estimator.GLS)]
    public void OfMoments_HasTheSameDiscrepancyAndNeedsNoCases(Estimator estimator, Estimator expected)
    {
        Assert.Equal(expected, EstimationMethods.Of(estimator).OfMoments);
        Assert.False(EstimationMethods.Of(expected).IsRobust);
    }
}
