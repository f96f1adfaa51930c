using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class MultipleCorrelationTests
{
    [Fact]
    public void Squared_TwoVariables_IsTheSquaredCorrelation() => Oracle.Near(
        [0.36, 0.36], MultipleCorrelation.Squared(Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.6 }, { 0.6, 1 } })), 1e-14);

    [Fact]
    public void Squared_UncorrelatedPredictors_AddsTheirShares()
    {
        // y with x1 (.5) and x2 (.6), which do not correlate.
        var correlation = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0, 0.5 }, { 0, 1, 0.6 }, { 0.5, 0.6, 1 } });
        Assert.Equal(0.61, MultipleCorrelation.Squared(correlation)[2], 1e-14);
    }

    [Fact]
    public void Inverse_OfSingularCorrelations_IsAMistakeOfTheAnalyst() => Assert.Contains(
        "singular", Assert.Throws<InputException>(() => MultipleCorrelation.Inverse(Matrix<double>.Build.Dense(2, 2, 1))).Message, StringComparison.Ordinal);
}
