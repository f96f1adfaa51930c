using System.Runtime.Intrinsics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Compiled.FourAtOnce;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Tests.Sem.Compiled.FourAtOnce;

public sealed unsafe class LaneEvaluationTests
{
    [Theory]
    [MemberData(nameof(CovarianceEvaluationTests.Models), MemberType = typeof(CovarianceEvaluationTests))]
    public void Derivatives_OfFourPointsAtOnce_AreThoseOfEachAlone(string syntax, int columns)
    {
        var model = CovarianceModelCompiler.TryCompile(Simulated.Table(syntax, new ModelOptions { FixedX = false }), out _)!;
        var map = DerivativeMap.Of(model);
        var (single, lanes) = (new CovarianceEvaluation(model, map), new LaneEvaluation(model, map));
        int t = model.FreeCount, row = lanes.RowOfParameters;
        Lanes[] points = new Lanes[row], gradient = new Lanes[row], hessian = new Lanes[row * (t + 1)];
        var covariance = CovarianceEvaluationTests.Covariance(columns);
        for (var lane = 0; lane < 4; lane++)
        {
            var values = CovarianceEvaluationTests.Point(model, covariance, lane);
            for (var j = 0; j < t; j++)
                points[j] = points[j].WithElement(lane, values[j]);
            Assert.True(single.TrySetSample(covariance));
            lanes.SetSample(lane, covariance, Math.Log(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(columns, columns, covariance).Determinant()));
        }

        // The Hessian in two lanes, its expectation in the others.
        fixed (Lanes* at = points, g = gradient, h = hessian)
        {
            Assert.Equal(0xFu, lanes.Evaluate(at).ExtractMostSignificantBits());
            lanes.Differentiate(g, Vector256.Create(0L, -1, -1, 0).AsDouble());
            lanes.Curvature(h);
        }

        for (var lane = 0; lane < 4; lane++)
            Check(single, lanes.Discrepancy[lane], [.. points.Select(each => each[lane])], [.. gradient.Select(each => each[lane])], [.. hessian.Select(each => each[lane])], lane is 1 or 2, t);
    }

    private static void Check(CovarianceEvaluation single, double discrepancy, double[] values, double[] gradient, double[] hessian, bool expected, int t)
    {
        var row = single.RowOfParameters;
        double[] ofOne = new double[row], curvature = new double[t * row];
        fixed (double* at = values, g = ofOne, h = curvature)
        {
            Assert.True(single.TryEvaluate(at));
            single.Differentiate(g);
            single.Curvature(h, expected);
        }

        Assert.Equal(single.Discrepancy, discrepancy, 1e-10);
        for (var i = 0; i < t; i++)
        {
            Assert.Equal(ofOne[i], gradient[i], 1e-9 * (1 + Math.Abs(ofOne[i])));
            for (var j = i; j < t; j++)
                Assert.Equal(curvature[(i * row) + j], hessian[(i * row) + j], 1e-9 * (1 + Math.Abs(curvature[(i * row) + j])));
        }
    }
}
