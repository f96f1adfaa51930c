using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ResponseWeightsTests
{
    private static readonly Matrix<double> Asymptotic = Matrix<double>.Build.DenseOfArray(new[,] { { 2.0, 1 }, { 1, 4 } });

    [Fact]
    public void Times_EachKind_IsTheMatrixProduct()
    {
        Assert.Equal([3.0, 5, 1, 0], Times(ResponseWeighting.Unweighted));
        Assert.Equal([1.5, 1.25, 0.5, 0], Times(ResponseWeighting.Diagonal));
        Assert.Equal([(12.0 - 5) / 7, (-3.0 + 10) / 7, 4.0 / 7, -1.0 / 7], Times(ResponseWeighting.Full).Select(value => Math.Round(value, 15)), (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void Of_FullWeightsWithoutAnInverse_SaysWhatToDo() => Assert.Contains(
        "use WLSMV", Assert.Throws<InputException>(() => ResponseWeights.Of(ResponseWeighting.Full, Statistics(() => null))).Message, StringComparison.Ordinal);

    private static double[] Times(ResponseWeighting kind) => ResponseWeights.Of(kind, Statistics(Asymptotic.Inverse)).Times([3, 5, 1, 0]);

    private static ResponseStatistics Statistics(Func<Matrix<double>?> inverse) => new([null, null], [null, null], [0.1, 0.2], () => Asymptotic, inverse, () => []);
}
