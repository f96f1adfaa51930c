using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class SaturatedMomentsTests
{
    // Anderson (1957): the second variable is regressed on the first where both are there, and its moments follow from all of the first.
    [Fact]
    public void Of_MonotonePattern_IsTheFactoredLikelihoodInClosedForm()
    {
        var cases = Cases(60, 2, 0);
        for (var i = 25; i < 60; i++)
            cases[i, 1] = double.NaN;
        var found = SaturatedMoments.Of(SampleMoments.OfCases(["x", "y"], cases, Divisor.Count));
        var seen = SampleMoments.OfCases(["x", "y"], cases.SubMatrix(0, 25, 0, 2), Divisor.Count);
        var x = cases.Column(0);
        var variance = x.Subtract(x.Average()).PointwisePower(2).Sum() / 60;
        var slope = seen.Covariance[0, 1] / seen.Covariance[0, 0];
        Assert.True(found.HasConverged);
        Assert.Equal(seen.Means![1] + (slope * (x.Average() - seen.Means[0])), found.Moments.Means![1], 1e-10);
        Assert.Equal(slope * variance, found.Moments.Covariance[0, 1], 1e-10);
        Assert.Equal(seen.Covariance[1, 1] + (slope * slope * (variance - seen.Covariance[0, 0])), found.Moments.Covariance[1, 1], 1e-10);
    }

    [Theory]
    [InlineData(1, 1e9)]
    [InlineData(1e-9, 0)]
    [InlineData(1e7, -1e15)]
    public void Of_OtherUnits_AreTheSameMomentsInThoseUnits(double unit, double zero)
    {
        // Whole numbers, so that the moved values are the same to the last digit.
        var cases = Cases(80, 4, 0.2).Map(value => Math.Round(100 * value));
        var plain = SaturatedMoments.Of(SampleMoments.OfCases(["a", "b", "c", "d"], cases, Divisor.Count));
        var moved = SaturatedMoments.Of(SampleMoments.OfCases(["a", "b", "c", "d"], cases.Map(value => (value * unit) + zero), Divisor.Count));
        Assert.InRange(moved.Steps, 1, plain.Steps + 5);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
                Assert.Equal(plain.Moments.Covariance[i, j], moved.Moments.Covariance[i, j] / (unit * unit), 1e-7 * plain.Moments.Covariance[0, 0]);
        }
    }

    // Plain expectation-maximisation takes thousands of steps here.
    [Fact]
    public void Of_FewCasesInCommon_ConvergesInFewSteps()
    {
        var cases = Cases(400, 3, 0);
        for (var i = 0; i < 400; i++)
            cases[i, i < 12 ? 2 : i % 2] = double.NaN;
        var found = SaturatedMoments.Of(SampleMoments.OfCases(["a", "b", "c"], cases, Divisor.Count));
        Assert.True(found.HasConverged);
        Assert.InRange(found.Steps, 2, 500);
        Assert.True(Gradient(cases, found.Moments) < 1e-7);
    }

    // Central differences of the log-likelihood of the cases, in units of deviations.
    private static double Gradient(Matrix<double> cases, SampleMoments at)
    {
        double largest = 0;
        for (var i = 0; i < at.Names.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double At(double by)
                {
                    var covariance = at.Covariance.Clone();
                    covariance[i, j] = covariance[j, i] = covariance[i, j] + by;
                    return LogLikelihood(cases, at.Means!, covariance);
                }

                largest = Math.Max(largest, Math.Abs(At(1e-5) - At(-1e-5)) / 2e-5);
            }
        }

        return largest / cases.RowCount;
    }

    private static double LogLikelihood(Matrix<double> cases, Vector<double> means, Matrix<double> covariance) => cases.EnumerateRows().Sum(row =>
    {
        int[] seen = [.. Enumerable.Range(0, row.Count).Where(i => !double.IsNaN(row[i]))];
        var sigma = Matrix<double>.Build.Dense(seen.Length, seen.Length, (i, j) => covariance[seen[i], seen[j]]);
        var d = Vector<double>.Build.Dense(seen.Length, i => row[seen[i]] - means[seen[i]]);
        return -0.5 * (Math.Log(sigma.Determinant()) + (d * sigma.Inverse() * d));
    });

    private static Matrix<double> Cases(int n, int p, double missing)
    {
        var stream = RandomStream.For(5, p);
        var cases = Matrix<double>.Build.Dense(n, p);
        for (var i = 0; i < n; i++)
        {
            var common = stream.NextNormal();
            for (var j = 0; j < p; j++)
                cases[i, j] = stream.NextUniform() < missing ? double.NaN : 1 + common + (0.7 * stream.NextNormal());
        }

        return cases;
    }
}
