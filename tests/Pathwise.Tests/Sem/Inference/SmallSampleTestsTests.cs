using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class SmallSampleTestsTests
{
    // p = 6, k = 2, t = 13, df = 8, n = 80; q = (sqrt(105) - 1) / 2.
    [Fact]
    public void Corrections_TwoFactors_AreTheFormulas()
    {
        var q = (Math.Sqrt(105) - 1) / 2;
        double[] expected =
        [
            1 - (((6 * (72 + 18 - 1.0)) - (q * ((2 * q * q) + (3 * q) - 1))) / (12 * 8 * 80)),
            (80 - 2.381 - (0.361 * 6) - (0.006 * 13)) / 80,
            1 - ((12 + 4 + 7) / 480.0),
            1 - ((12 + 8 + 5) / 480.0),
        ];
        var fit = Fits.Of(Fits.Factors);
        Oracle.Near(expected, [.. fit.SmallSampleCorrections().Select(each => each.Factor)], 1e-12);
        Assert.All(fit.SmallSampleCorrections(), each => Oracle.Near(each.Factor * fit.Test().Value!.Value, each.Test.Value, 1e-12));
    }

    [Fact]
    public void Corrections_OfLeastSquares_AreNone() => Assert.Empty(Fits.Of(Fits.Factors, Estimator.GLS).SmallSampleCorrections());
}
