using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class FarMeansTests
{
    private static readonly string[] Names = ["x1", "x2", "x3", "x4", "z"];

    // The same answers, counted from another zero: powers of two, so that the moved ones are the same to the last digit.
    [Theory]
    [InlineData("f =~ x1 + x2 + x3 + x4\nf ~ z", MissingData.Fiml, 30)]
    [InlineData("f =~ x1 + x2 + x3 + x4\nf ~ z", MissingData.Fiml, 40)]
    [InlineData("f =~ x1 + x2 + x3\nz ~ f + x4", MissingData.Fiml, 40)]
    [InlineData("x2 ~ x1 + x3\nx4 ~ x2 + z", MissingData.Fiml, 40)]
    [InlineData("x2 ~ x1 + x3\nx4 ~ x2 + z", MissingData.Listwise, 40)]
    public void Fit_MeansFarFromZero_IsThatOfMeansNearZero(string syntax, MissingData missing, int power)
    {
        var zero = Math.Pow(2, power);
        var (plain, moved) = (Fit(syntax, missing, 0), Fit(syntax, missing, zero));
        Assert.Empty(plain.Warnings);
        Assert.All(moved.Warnings, warning => Assert.Equal("digits-lost", warning.Code));
        Assert.InRange(moved.Termination.Iterations, 1, plain.Termination.Iterations + 2);
        Oracle.Near(plain.Indices().ChiSquare!.Value, moved.Indices().ChiSquare!.Value, 1e-8);
        Oracle.Near(plain.Indices().Cfi!.Value, moved.Indices().Cfi!.Value, 1e-8);
        Oracle.Near(plain.Indices().LogLikelihood!.Value, moved.Indices().LogLikelihood!.Value, 1e-9);
        foreach (var (before, after) in plain.Estimates().Zip(moved.Estimates()).Where(pair => pair.First.Operator != Operator.Intercept))
        {
            Oracle.Near(before.Value, after.Value, 1e-7);
            if (before.StandardError is { } error)
                Oracle.Near(error, after.StandardError!.Value, 1e-6);
        }
    }

    // Intercepts by least squares on the answers from zero: b0 = mean(y) - b1 mean(x), and their error from the same formula.
    [Fact]
    public void Fit_PredictorFarFromZero_HasTheInterceptOfLeastSquares()
    {
        var zero = Math.Pow(2, 20);
        var cases = Cases(0).SubMatrix(0, 150, 0, 2).Add(zero);
        var fit = ModelSpecification.Parse("x2 ~ x1").Fit(SampleMoments.OfCases(["x1", "x2"], cases, Divisor.Count), completion: new() { MeanStructure = true });
        var (x, y) = (cases.Column(0), cases.Column(1));
        var (dx, dy) = (x - x.Average(), y - y.Average());
        var slope = (dx * dy) / (dx * dx);
        var residual = (dy - (slope * dx)).PointwisePower(2).Sum() / 150;
        var intercept = fit.Estimates().Single(row => row is { Operator: Operator.Intercept, Lhs: "x2" });
        Oracle.Near(y.Average() - (slope * x.Average()), intercept.Value, 1e-9);
        Oracle.Near(Math.Sqrt(residual * ((1.0 / 150) + (x.Average() * x.Average() / (dx * dx)))), intercept.StandardError!.Value, 1e-7);
        Assert.Empty(fit.Warnings);
    }

    private static FitResult Fit(string syntax, MissingData missing, double zero) => ModelSpecification.Parse(syntax).Fit(
        SampleMoments.OfCases(Names, Cases(missing == MissingData.Fiml ? 0.15 : 0).Add(zero), Divisor.Count),
        new EstimationOptions { Missing = missing },
        new ModelOptions { MeanStructure = true });

    private static Matrix<double> Cases(double missing)
    {
        var stream = RandomStream.For(21, 0);
        var cases = Matrix<double>.Build.Dense(150, 5);
        for (var i = 0; i < 150; i++)
        {
            var (z, noise) = (stream.NextNormal(), stream.NextNormal());
            for (var j = 0; j < 5; j++)
            {
                var value = j == 4 ? z : (0.5 * z) + noise + (0.8 * stream.NextNormal());
                cases[i, j] = stream.NextUniform() < missing && j < 4 ? double.NaN : Math.Round(1024 * value) / 1024;
            }
        }

        return cases;
    }
}
