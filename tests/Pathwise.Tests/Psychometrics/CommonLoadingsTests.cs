using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class CommonLoadingsTests
{
    [Fact]
    public void Loadings_OfCorrelationsThatOneFactorMakes_AreIts()
    {
        double[] loadings = [0.8, 0.6, 0.7, 0.5];
        var found = CommonLoadings.OfOneFactor(Matrix<double>.Build.Dense(4, 4, (i, j) => i == j ? 1 : loadings[i] * loadings[j]));
        Oracle.Near(loadings, [.. found.Values!.Select(Math.Abs)], 1e-9);
        Assert.Null(found.Trouble);
    }

    [Fact]
    public void Loadings_ThatCannotBe_HaveTheirReason()
    {
        static CommonLoadings Of(double r12, double r13, double r23) =>
            CommonLoadings.OfOneFactor(Matrix<double>.Build.DenseOfArray(new[,] { { 1, r12, r13 }, { r12, 1, r23 }, { r13, r23, 1 } }));
        Assert.Equal(ResampleTrouble.Improper, Of(0.9, 0.9, 0.3).Trouble);
        Assert.Equal(ResampleTrouble.ConstantItem, Of(double.NaN, 0.5, double.NaN).Trouble);
        Assert.Equal(new CommonLoadings(null, null), CommonLoadings.OfOneFactor(Matrix<double>.Build.DenseIdentity(2)));
        Assert.Equal(["an item that did not vary", "a search that did not end", "an improper solution"], Enum.GetValues<ResampleTrouble>().Select(trouble => trouble.Text()));
    }
}
