using System.Numerics;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class ExactSumTests
{
    [Theory]
    [InlineData(1e16, 1, -1e16, 1)]
    [InlineData(1e308, 1e308, -1e308, 1e308)]
    [InlineData(double.Epsilon, 1, -1, double.Epsilon)]
    [InlineData(-0.1, 0.2, 0, 0.1)]
    [InlineData(1, 1.1102230246251565e-16, 0, 1)]
    [InlineData(1, 1.1102230246251565e-16, 1e-300, 1.0000000000000002)]
    [InlineData(-3, 1, 1, -1)]
    public void Value_ThreeTerms_IsTheirExactSumRoundedOnce(double a, double b, double c, double sum)
    {
        Assert.Equal(sum, Of([a, b, c]).Value);
        Assert.Equal(-sum, Of([-c, -a, -b]).Value);
    }

    [Fact]
    public void Value_ManyTerms_IsThatOfRationalArithmeticInEveryOrderAndPartition()
    {
        var stream = RandomStream.For(7, 0);
        double[] terms = [.. Enumerable.Range(0, 500).Select(_ => stream.NextNormal() * Math.Pow(10, stream.NextInteger(40) - 20))];
        var expected = Exact(terms);
        Assert.Equal(expected, Of(terms).Value);
        Assert.Equal(expected, Of([.. terms.Reverse()]).Value);
        for (var parts = 2; parts < 9; parts++)
        {
            var sum = new ExactSum();
            foreach (var part in terms.Chunk((terms.Length / parts) + 1))
                sum.Add(Copy(Of(part)));
            Assert.Equal(expected, sum.Value);
        }
    }

    [Fact]
    public void Value_TermsThatAreNotFinite_IsAsTheyMakeIt()
    {
        Assert.Equal(double.PositiveInfinity, Of([1, double.PositiveInfinity]).Value);
        Assert.Equal(double.NaN, Of([double.NegativeInfinity, double.PositiveInfinity]).Value);
        Assert.Equal(double.NaN, Copy(Of([1, double.NaN])).Value);
        Assert.Equal(0, new ExactSum().Value);
    }

    [Fact]
    public void Read_OtherBytes_IsRefused()
    {
        using var reader = new BinaryReader(new MemoryStream([0, 0, 0, 0, 0, 0, 0, 0, 255, 127, 1]));
        Assert.Throws<InvalidDataException>(() => ExactSum.Read(reader));
    }

    private static ExactSum Of(double[] terms)
    {
        var sum = new ExactSum();
        foreach (var term in terms)
            sum.Add(term);
        return sum;
    }

    private static ExactSum Copy(ExactSum sum)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        sum.Write(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        return ExactSum.Read(reader);
    }

    // Every term as a whole multiple of 2^-1074, and the quotient of the total by the runtime's own correctly rounded division of decimals.
    private static double Exact(double[] terms)
    {
        var total = BigInteger.Zero;
        foreach (var term in terms)
        {
            var bits = BitConverter.DoubleToInt64Bits(term);
            var exponent = (int)((bits >> 52) & 0x7FF);
            var mantissa = new BigInteger((bits & 0xF_FFFF_FFFF_FFFF) | (1L << 52));
            total += Math.Sign(term) * (mantissa << (exponent - 1));
        }

        // total / 2^1074 = total * 5^1074 / 10^1074, whose digits are parsed.
        return double.Parse($"{total * BigInteger.Pow(5, 1074)}e-1074", System.Globalization.CultureInfo.InvariantCulture);
    }
}
