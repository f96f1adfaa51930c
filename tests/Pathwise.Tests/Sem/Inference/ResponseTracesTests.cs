using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ResponseTracesTests
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
        var u = w - (w * d * (d.Transpose() * w * d).Inverse() * d.Transpose() * w);
        var traces = ResponseTraces.Of(fit)!;
        Oracle.Near((u * gamma).Trace(), traces.Trace, 1e-9);
        Oracle.Near((u * gamma * u * gamma).Trace(), traces.OfSquare, 1e-9);
    }
}
