using System.Globalization;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

/// <summary>Every distribution against R's values (fixtures/r/distributions.R).</summary>
public sealed class DistributionTests
{
    [Fact]
    public void Distributions_AgainstR_AgreeToTwelveDigits()
    {
        var rows = File.ReadLines(Repository.Fixture("r", "distributions.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.True(rows.Count > 250);
        Assert.All(rows, row =>
        {
            var numbers = row.Skip(1).Select(text => text == "NA" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            var actual = Evaluate(row[0], numbers[0], numbers[1], numbers[2]);
            var expected = numbers[3];

            // The noncentral distribution is summed to an absolute error; the others keep their relative one in the tails. That of F
            // is larger: its logarithms of gamma functions cancel.
            var tolerance = row[0] == "ncchisq.cdf" ? 1e-12 : (row[0][0] == 'f' ? 3e-12 : 1e-12) * Math.Abs(expected);
            Assert.True(Math.Abs(expected - actual) <= tolerance, $"{string.Join(',', row)}: {actual:R}");
        });
    }

    private static double Evaluate(string function, double a, double b, double c) => function switch
    {
        "normal.cdf" => NormalDistribution.Cdf(a),
        "normal.quantile" => NormalDistribution.Quantile(a),
        "chisq.cdf" => ChiSquareDistribution.Cdf(a, b),
        "chisq.upper" => ChiSquareDistribution.UpperTail(a, b),
        "chisq.quantile" => ChiSquareDistribution.Quantile(a, b),
        "ncchisq.cdf" => NoncentralChiSquareDistribution.Cdf(a, b, c),
        "t.cdf" => StudentDistribution.Cdf(a, b),
        "t.two" => StudentDistribution.TwoSided(a, b),
        "t.quantile" => StudentDistribution.Quantile(a, b),
        "f.cdf" => FDistribution.Cdf(a, b, c),
        "f.upper" => FDistribution.UpperTail(a, b, c),
        "f.quantile" => FDistribution.Quantile(a, b, c),
        _ => throw new InvalidDataException(function),
    };

    [Theory]
    [InlineData(169.0412, 129, 0.05)]
    [InlineData(169.0412, 129, 0.95)]
    [InlineData(30, 24, 0.5)]
    public void Noncentrality_OfAProbability_GivesItBack(double x, double degreesOfFreedom, double p)
    {
        var noncentrality = NoncentralChiSquareDistribution.Noncentrality(x, degreesOfFreedom, p);
        var expected = Math.Min(p, ChiSquareDistribution.Cdf(x, degreesOfFreedom));
        Assert.Equal(expected, NoncentralChiSquareDistribution.Cdf(x, degreesOfFreedom, noncentrality), 1e-12);
    }

    [Fact]
    public void Noncentrality_WhenTheCentralProbabilityIsBelow_IsZero() =>
        Assert.Equal(0, NoncentralChiSquareDistribution.Noncentrality(20, 24, 0.95));

    [Fact]
    public void Quantile_OfAnImpossibleProbability_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Quantile(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Quantile(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => FDistribution.Quantile(-0.1, 3, 4));
        Assert.True(double.IsNaN(NormalDistribution.Quantile(1.2)));
    }
}
