using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class EffectSlopesTests
{
    [Fact]
    public void StandardError_Product_IsSobels()
    {
        // Sobel (1982): a^2 var(b) + b^2 var(a), and twice a b cov(a, b).
        var fit = Simulated.Table("x2 ~ a*x1\nx3 ~ b*x2 + x1").Fit(Samples.Blocks(80));
        var covariance = ParameterCovariance.Of(fit)!;
        var (i, j) = (Place(fit, "a"), Place(fit, "b"));
        double a = fit.Values[i], b = fit.Values[j];
        var expected = Math.Sqrt((a * a * covariance[j, j]) + (b * b * covariance[i, i]) + (2 * a * b * covariance[i, j]));
        var (slopes, effect) = Slopes(fit, "x1 -> x2 -> x3");
        Assert.Equal(a * b, slopes.Value(effect, false), 1e-14);
        Assert.Equal(expected, slopes.StandardError(effect, false, covariance)!.Value, 1e-10);
    }

    [Fact]
    public void StandardError_StandardizedSlope_IsThatOfACorrelation()
    {
        // The standardized slope of one cause is a correlation r, whose delta error with a random cause is (1 - r^2) / sqrt(n).
        var fit = Simulated.Table("x4 ~ x1", new() { FixedX = false }).Fit(Samples.Blocks(80));
        var (slopes, effect) = Slopes(fit, "x1 -> x4");
        var sample = fit.Sample[0].Covariance;
        var r = sample[0, 1] / Math.Sqrt(sample[0, 0] * sample[1, 1]);
        Assert.Equal(r, slopes.Value(effect, true), 1e-9);
        Assert.Equal((1 - (r * r)) / Math.Sqrt(80), slopes.StandardError(effect, true, ParameterCovariance.Of(fit))!.Value, 1e-8);
    }

    [Fact]
    public void StandardError_WithoutACovarianceMatrix_IsUndefined()
    {
        var (slopes, effect) = Slopes(Simulated.Table("x4 ~ x1").Fit(Samples.Blocks(80)), "x1 -> x4");
        Assert.Null(slopes.StandardError(effect, false, null));
        Assert.Null(slopes.StandardError(effect, false, Matrix<double>.Build.DenseDiagonal(2, 2, -1)));
    }

    private static int Place(FitResult fit, string label) => fit.Table.Rows.First(row => row.Label == label).Free - 1;

    private static (EffectSlopes Slopes, int Effect) Slopes(FitResult fit, string name)
    {
        var catalogue = EffectCatalogueTests.Of(fit.Table);
        return (EffectSlopes.Of(fit, new EffectPoint(fit.Structure, catalogue)), catalogue.Entries.ToList().FindIndex(entry => entry.Effect.Name == name));
    }
}
