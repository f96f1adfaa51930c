using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class MomentJacobianTests
{
    [Theory]
    [InlineData("cfa_std_lv_means")]
    [InlineData("path_fixed_x")]
    [InlineData("growth")]
    public void Jacobian_IsThatOfDifferences(string id)
    {
        var fit = LavaanCase.Read(id).Fit();
        var vector = MomentVector.Of(fit.Table);
        var jacobian = MomentJacobian.Of(fit.Implied(1), vector, fit.Values.Count);
        double[] free = [.. fit.Values];
        for (var j = 0; j < free.Length; j++)
        {
            var width = 1e-5 * Math.Max(1, Math.Abs(free[j]));
            free[j] = fit.Values[j] + width;
            var above = At();
            free[j] = fit.Values[j] - width;
            var slopes = (above - At()) / (2 * width);
            free[j] = fit.Values[j];
            Assert.True((slopes - jacobian.Column(j)).AbsoluteMaximum() < 1e-7 * Math.Max(1, slopes.AbsoluteMaximum()));
        }

        MathNet.Numerics.LinearAlgebra.Vector<double> At()
        {
            var moved = fit.At(free);
            return vector.Values(moved.ImpliedCovariance(), moved.ImpliedMeans());
        }
    }
}
