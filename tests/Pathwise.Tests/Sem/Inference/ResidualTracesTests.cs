using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ResidualTracesTests
{
    // U = W - W D (D' W D)^-1 D' W written out.
    [Theory]
    [InlineData("s04_mixed/wlsmv")]
    [InlineData("s02_sparse5/ulsmv")]
    public void Of_OneGroup_AreThoseOfTheWholeMatrices(string id)
    {
        var fit = OrdinalCase.Read(id).Fit();
        var (statistics, t) = (fit.Sample[0].Responses!, fit.Values.Count);
        var q = statistics.Values.Length;
        var moments = fit.Implied(1);
        var d = Matrix<double>.Build.DenseOfRowMajor(t, q, ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), t)).Transpose();
        var gamma = Matrix<double>.Build.DenseOfRowMajor(q, q, statistics.Asymptotic);
        var w = fit.Method.Responses == ResponseWeighting.Diagonal ? Matrix<double>.Build.DiagonalOfDiagonalVector(1 / gamma.Diagonal()) : Matrix<double>.Build.DenseIdentity(q);
        AssertTraces(fit, w, d, gamma);
    }

    [Theory]
    [InlineData("s08_continuous/wlsmv_means", true)]
    [InlineData("s08_continuous/ulsmv", false)]
    public void Of_ContinuousVariables_AreThoseOfTheWholeMatrices(string id, bool isWeighted)
    {
        var fit = OrdinalCase.Read(id).Fit();
        var vector = MomentVector.Of(fit.Table);
        var moments = fit.Implied(1);
        var gamma = Matrix<double>.Build.Dense(vector.Count, vector.Count, fit.Sample[0].FourthOrder(vector.HasMeans).Asymptotic);
        var w = isWeighted ? Matrix<double>.Build.DiagonalOfDiagonalVector(1 / gamma.Diagonal()) : Matrix<double>.Build.DenseIdentity(vector.Count);
        AssertTraces(fit, w, MomentJacobian.Of(moments, vector, fit.Values.Count), gamma);
    }

    private static void AssertTraces(FitResult fit, Matrix<double> w, Matrix<double> d, Matrix<double> gamma)
    {
        var u = w - (w * d * (d.Transpose() * w * d).Inverse() * d.Transpose() * w);
        var traces = ResidualTraces.Of(fit)!;
        Oracle.Near((u * gamma).Trace(), traces.Trace, 1e-9);
        Oracle.Near((u * gamma * u * gamma).Trace(), traces.OfSquare, 1e-9);
    }
}
