using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Power;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class PowerSumsTests
{
    [Fact]
    public void Sums_OfTwoParts_GiveMomentsAndSharesOfAll()
    {
        double[] values = [0.31, 0.12, double.NaN, 0.47, 0.29, 0.05];
        double[] errors = [0.1, 0.12, double.NaN, 0.11, double.NaN, 0.09];
        var (one, other) = (new PowerSums([0.3, 0.6], 1), new PowerSums([0.3, 0.6], 1));
        for (var i = 0; i < values.Length; i++)
            (i < 4 ? one : other).Add(Sample(values[i], errors[i]));
        other.Add(new PowerSample(1, 1) { Status = FitStatus.SingularSample });
        one.Add(other);

        double[] finite = [.. values.Where(double.IsFinite)];
        var estimates = one.Estimates(0);
        Assert.Equal(7, one.Drawn);
        Assert.Equal([(FitStatus.Proper, 6), (FitStatus.SingularSample, 1)], one.Outcomes);
        Assert.Equal(5, estimates.Count);
        Assert.Equal(Univariate.Mean(finite), one.Truth(0) + estimates.Bias, 1e-15);
        Assert.Equal(Univariate.StandardDeviation(finite), estimates.Deviation, 1e-15);
        Assert.Equal(0.105, estimates.MeanError!.Value, 1e-15);

        // .31 ± .2, .12 ± .24, .47 ± .22 and .05 ± .18 against zero and .3.
        Assert.Equal(new PowerSums.OfIntervals(4, 2, 3, 1, 0), one.Intervals(0, 0));
        Assert.Equal(default, one.Intervals(0, 1));
    }

    [Fact]
    public void Estimates_OfOneSampleFarFromZero_KeepTheirDigits()
    {
        var sums = new PowerSums([1e6, 0], 0);
        foreach (var distance in new[] { -1e-3, 0, 1e-3 })
        {
            var sample = new PowerSample(1, 0);
            sample.Values[0] = 1e6 + distance;
            sums.Add(sample);
        }

        Assert.Equal(1e-3, sums.Estimates(0).Deviation, 1e-9);
    }

    private static PowerSample Sample(double value, double error)
    {
        var sample = new PowerSample(1, 1);
        (sample.Values[0], sample.Errors[0], sample.Values[1], sample.Errors[1]) = (value, error, double.NaN, double.NaN);
        sample.Intervals[0] = double.IsNaN(error) ? null : new Interval(value - (2 * error), value + (2 * error), 0.95);
        return sample;
    }
}
