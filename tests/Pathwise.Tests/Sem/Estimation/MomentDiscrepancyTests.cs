using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class MomentDiscrepancyTests
{
    [Theory]
    [InlineData("s08_continuous/wls")]
    [InlineData("s08_continuous/wlsmv_means")]
    [InlineData("s09_continuous_groups/equal_wls")]
    public void Gradient_AwayFromTheEstimates_IsThatOfDifferences(string id)
    {
        var (objective, point) = Away(id);
        var gradient = new double[point.Length];
        objective.Gradient(point, gradient);
        for (var k = 0; k < point.Length; k++)
            Oracle.Near(Slope(point, k, x => objective.Value(x)), gradient[k], 1e-6);
    }

    [Theory]
    [InlineData("s08_continuous/wls")]
    [InlineData("s08_continuous/wlsmv_means")]
    public void ObservedInformation_AwayFromTheEstimates_IsHalfTheHessianOfDifferences(string id)
    {
        var (objective, point) = Away(id);
        var (t, hessian, gradient) = (point.Length, objective.ObservedInformation(point), new double[point.Length]);
        for (var k = 0; k < t; k++)
        {
            for (var j = 0; j < t; j++)
            {
                var at = j;
                Oracle.Near(Slope(point, k, x => { objective.Gradient(x, gradient); return gradient[at] / 2; }), hessian[(k * t) + j], 1e-5);
            }
        }
    }

    // The saturated model leaves nothing, and the discrepancy of another is the quadratic form written out.
    [Fact]
    public void Value_FullWeights_IsTheQuadraticForm()
    {
        var fit = OrdinalCase.Read("s08_continuous/wls").Fit();
        var vector = MomentVector.Of(fit.Table);
        var residual = vector.Values(fit.Sample[0].Covariance - fit.ImpliedCovariance(), null);
        var inverse = fit.Sample[0].FourthOrder(false).Inverse!;
        var product = new double[vector.Count];
        FlatMatrix.Multiply(residual.ToArray(), inverse, product, 1, vector.Count, vector.Count);
        Oracle.Near(VectorKernels.Dot(product, residual.ToArray()), fit.Discrepancy, 1e-10);
    }

    private static (Objective Objective, double[] Point) Away(string id)
    {
        var fit = OrdinalCase.Read(id).Fit();
        double[] point = [.. fit.Values.Select((value, k) => value + (0.05 * Math.Cos(k)))];
        return (fit.Objective(), point);
    }

    private static double Slope(double[] point, int k, Func<double[], double> value)
    {
        double At(double shift)
        {
            var moved = (double[])point.Clone();
            moved[k] += shift;
            return value(moved);
        }

        const double Width = 1e-4;
        return (At(-2 * Width) - (8 * At(-Width)) + (8 * At(Width)) - At(2 * Width)) / (12 * Width);
    }
}
