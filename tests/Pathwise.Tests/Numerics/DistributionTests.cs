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
}
