using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ImpliedMomentsTests
{
    // x -> m -> y with a = 2, b = 3, variances 1, 4, 5: var m = 8, cov(x, y) = 6, cov(m, y) = 24, var y = 77.
    [Fact]
    public void Update_PathModel_ImpliesWhatPathTracingGives()
    {
        var table = ModelSpecification.Parse("m ~ 2*x\ny ~ 3*m\nx ~~ 1*x\nm ~~ 4*m\ny ~~ 5*y\nx ~ 10*1\nm ~ 1*1\ny ~ 0*1").Table();
        var moments = Moments(table, []);
        string[] names = [.. table.ObservedVariables];
        double Covariance(string left, string right) => moments.Sigma[(Array.IndexOf(names, left) * 3) + Array.IndexOf(names, right)];
        Assert.Equal([1, 2, 6, 8, 24, 77], [Covariance("x", "x"), Covariance("x", "m"), Covariance("x", "y"), Covariance("m", "m"), Covariance("y", "m"), Covariance("y", "y")]);
        Assert.Equal([10, 21, 63], new[] { "x", "m", "y" }.Select(name => moments.Mu[Array.IndexOf(names, name)]));
    }

    [Fact]
    public void Update_EveryKindOfCell_IsTheMatrixFormula()
    {
        var moments = ModelInPlace.At(ModelInPlace.Point);
        var (p, m) = (moments.Size, moments.LatentSize);
        var (lambda, beta, psi) = (Dense(p, m, moments.Lambda), Dense(m, m, moments.Beta), Dense(m, m, moments.Psi));
        var total = (Matrix<double>.Build.DenseIdentity(m) - beta).Inverse();
        var sigma = (lambda * total * psi * total.Transpose() * lambda.Transpose()) + Dense(p, p, moments.Theta);
        Oracle.Near(sigma.ToRowMajorArray(), moments.Sigma, 1e-12);
        Oracle.Near(total.ToRowMajorArray(), moments.Total, 1e-12);
        Assert.Contains(moments.Mu, mean => mean != 0);
    }

    // A recursive model has determinant one whatever its slopes.
    [Theory]
    [InlineData(1e8)]
    [InlineData(1e-8)]
    public void Update_HugeSlopesWithoutALoop_AreNoSingularity(double slope)
    {
        var moments = Moments(ModelSpecification.Parse("y ~ b*m\nm ~ a*x\nx ~~ v*x\nm ~~ d*m\ny ~~ e*y").Table(), [slope, -slope, 1, 1, 1]);
        var determinant = Dense(3, 3, moments.Total).Determinant();
        Assert.Equal(1, determinant, 12);
        Assert.Contains(moments.Total, value => value == -slope * slope);
    }

    [Fact]
    public void Update_LoopOfGainOne_IsRefused()
    {
        var table = ModelSpecification.Parse("y ~ a*x\nx ~ b*y").Table();
        double[] free = [.. table.Rows.Where(row => row.IsFree).Select(_ => 1.0)];
        Assert.False(new ImpliedMoments(ModelStructure.Of(table), 0).Update(free));
        free[0] = 0.5;
        Assert.True(new ImpliedMoments(ModelStructure.Of(table), 0).Update(free));
    }

    [Fact]
    public void AddGradient_IsThatOfDifferences()
    {
        var point = ModelInPlace.Point;
        var moments = ModelInPlace.At(point);
        var p = moments.Size;
        double[] bySigma = [.. Enumerable.Range(0, p * p).Select(k => Math.Cos((k / p) + (k % p)) / (1 + Math.Abs((k / p) - (k % p))))];
        double[] byMu = [.. Enumerable.Range(0, p).Select(i => 0.3 - (0.2 * i))];
        var gradient = new double[point.Length];
        moments.AddGradient(bySigma, byMu, gradient);
        for (var k = 0; k < point.Length; k++)
        {
            var slope = Slopes.Of(free => [Sum(ModelInPlace.At(free))], point, k)[0];
            Oracle.Near(slope, gradient[k], 1e-8);
        }

        double Sum(ImpliedMoments at) => bySigma.Zip(at.Sigma, (weight, value) => weight * value).Sum() + byMu.Zip(at.Mu, (weight, value) => weight * value).Sum();
    }

    private static ImpliedMoments Moments(ParameterTable table, double[] free)
    {
        var moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        Assert.True(moments.Update(free));
        return moments;
    }

    private static Matrix<double> Dense(int rows, int columns, ReadOnlySpan<double> values) => Matrix<double>.Build.DenseOfRowMajor(rows, columns, values.ToArray());
}
