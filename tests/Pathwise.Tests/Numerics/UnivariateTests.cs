using System.Globalization;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

/// <summary>NIST's Statistical Reference Datasets, univariate: certified mean, standard deviation and autocorrelation.</summary>
public sealed class UnivariateTests
{
    private const string Mavro =
        "180 170 180 190 180 170 150 140 150 150 170 180 180 190 190 210 200 160 140 130 130 150 150 160 150 140 130 140 150 140 "
        + "150 160 150 160 190 200 200 210 220 230 240 250 270 260 260 260 270 260 250 240";

    [Fact]
    public void Statistics_Mavro_AreCertified()
    {
        var values = Mavro.Split(' ').Select(text => double.Parse("2.00" + text, CultureInfo.InvariantCulture)).ToArray();
        AssertCertified(values, 2.00185600000000, 0.000429123454003053, 0.937989183438248, 11);
    }

    [Fact]
    public void Statistics_Michelson_AreCertified()
    {
        var values = File.ReadLines(Repository.Fixture("r", "nist-data.csv")).First().Split(',').Skip(1)
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        AssertCertified(values, 299.852400000000, 0.0790105478190518, 0.535199668621283, 12);
    }

    [Fact]
    public void Statistics_NumericalAccuracy1_AreCertified() =>
        AssertCertified([10000001, 10000003, 10000002], 10000002, 1, -0.5, 14);

    // The last decimals of NumAcc3 and 4 do not fit into a double: 0.1 beside 10^6 (10^7) keeps 10 (9) digits, whatever is computed.
    [Theory]
    [InlineData(1.0, 14)]
    [InlineData(1000000.0, 9)]
    [InlineData(10000000.0, 8)]
    public void Statistics_NumericalAccuracy2To4_AreCertifiedAsFarAsTheDataAllow(double origin, int digits)
    {
        var values = new double[1001];
        for (var i = 0; i < values.Length; i++)
            values[i] = i == 0 ? origin + 0.2 : i % 2 == 1 ? origin + 0.1 : origin + 0.3;
        AssertCertified(values, origin + 0.2, 0.1, -0.999, digits);
    }

    [Fact]
    public void MedianAbsoluteDeviation_OneOutlyingValue_DoesNotMoveIt()
    {
        Assert.Equal(1.4826, Univariate.MedianAbsoluteDeviation([1, 2, 3, 4, 5]), 1e-12);
        Assert.Equal(1.4826, Univariate.MedianAbsoluteDeviation([1, 2, 3, 4, 1e9]), 1e-12);
    }

    [Fact]
    public void Statistics_WithoutEnoughValues_AreRefusedOrUndefined()
    {
        Assert.Throws<ArgumentException>(() => Univariate.Mean([]));
        Assert.Throws<ArgumentException>(() => Univariate.StandardDeviation([1]));
        Assert.Null(Univariate.Autocorrelation([2, 2, 2]));
    }

    private static void AssertCertified(double[] values, double mean, double deviation, double autocorrelation, int digits)
    {
        AssertDigits(mean, Univariate.Mean(values), Math.Max(digits, 14));
        AssertDigits(deviation, Univariate.StandardDeviation(values), digits);
        AssertDigits(autocorrelation, Univariate.Autocorrelation(values)!.Value, digits);
    }

    private static void AssertDigits(double expected, double actual, int digits) =>
        Assert.True(Math.Abs(actual - expected) <= 2 * Math.Pow(10, -digits) * Math.Abs(expected), $"{actual:R} for {expected:R}");
}
