using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Intervals;

public sealed class ProfileLikelihoodTests
{
    [Fact]
    public void Interval_SlopeOfARegression_HasItsClosedForm()
    {
        // The likelihood ratio of a slope b is n ln(1 + (b - b0)^2 sxx / s2): its bounds are b0 +- sqrt(s2 / sxx (exp(q / n) - 1)).
        var fit = Regression();
        var (sample, slope) = (fit.Sample[0].Covariance, fit.Values[0]);
        var residual = sample[0, 0] - (slope * slope * sample[1, 1]);
        var interval = Profile(fit, values => values[0]).Interval(0.95)!.Value;
        var reach = Math.Sqrt(residual / sample[1, 1] * (Math.Exp(3.841458820694124 / 80) - 1));
        Assert.Equal(slope - reach, interval.Lower, 1e-8);
        Assert.Equal(slope + reach, interval.Upper, 1e-8);
    }

    [Fact]
    public void ChiSquareAt_Variance_HasItsClosedForm()
    {
        // n (ln(v / v0) + v0 / v - 1) for a residual variance v with the estimate v0.
        var fit = Regression();
        var estimate = fit.Values[1];
        foreach (var factor in new[] { 0.6, 0.9, 1.7 })
            Assert.Equal(80 * (Math.Log(factor) + (1 / factor) - 1), Profile(fit, values => values[1]).ChiSquareAt(factor * estimate)!.Value, 1e-7);
    }

    [Fact]
    public void PValueOfZero_Slope_IsThatOfTheLikelihoodRatioTest()
    {
        // Without the slope the residual variance is the variance: n ln(syy / s2).
        var fit = Regression();
        var sample = fit.Sample[0].Covariance;
        var residual = sample[0, 0] - (fit.Values[0] * fit.Values[0] * sample[1, 1]);
        Assert.Equal(ChiSquareDistribution.UpperTail(80 * Math.Log(sample[0, 0] / residual), 1), Profile(fit, values => values[0]).PValueOfZero()!.Value, 1e-8);
    }

    [Fact]
    public void Interval_FunctionOfAParameter_IsTheFunctionOfItsInterval()
    {
        // Profile intervals do not depend on how a quantity is written.
        var fit = Regression();
        var (plain, cube) = (Profile(fit, values => values[1]).Interval(0.9)!.Value, Profile(fit, values => Math.Pow(values[1], 3)).Interval(0.9)!.Value);
        Assert.Equal(Math.Pow(plain.Lower, 3), cube.Lower, 1e-7);
        Assert.Equal(Math.Pow(plain.Upper, 3), cube.Upper, 1e-7);
    }

    [Fact]
    public void Of_NotALikelihood_IsUndefined()
    {
        var fit = Simulated.Table("x4 ~ x1").Fit(Samples.Blocks(80), new EstimationOptions { Estimator = Estimator.ULS });
        Assert.Null(ProfileLikelihood.Of(fit, new ParameterQuantity(values => values[0], fit.Values.Count), ParameterCovariance.Of(fit)));
        var plain = Regression();
        Assert.Null(ProfileLikelihood.Of(plain, new ParameterQuantity(_ => 0, plain.Values.Count), ParameterCovariance.Of(plain)));
    }

    private static FitResult Regression() => Simulated.Table("x4 ~ x1").Fit(Samples.Blocks(80));

    private static ProfileLikelihood Profile(FitResult fit, Func<double[], double> quantity) =>
        ProfileLikelihood.Of(fit, new ParameterQuantity(quantity, fit.Values.Count), ParameterCovariance.Of(fit))!;
}
