using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class VectorMathTests
{
    [Fact]
    public void Exponentials_OfNumbersThatAreNotPositive_HaveTheBitsOfTheScalarOnes()
    {
        for (var i = 0; i < 70_000; i++)
        {
            var x = -i * 0.0100001;
            var four = VectorMath.ExpOfNegative(Vector256.Create(x, x / 3, x / 1000, -0.0));
            Assert.Equal(x < -708 ? 0 : PortableMath.Exp(x), four[0]);
            Assert.Equal(PortableMath.Exp(x / 3), four[1]);
            Assert.Equal(PortableMath.Exp(x / 1000), four[2]);
            Assert.Equal(1, four[3]);
        }
    }

    [Fact]
    public void Exponentials_FarBelow_AreZero() =>
        Assert.Equal(Vector256<double>.Zero, VectorMath.ExpOfNegative(Vector256.Create(-709, -1e6, -1e300, double.NegativeInfinity)));

    [Fact]
    public void Probabilities_OfNormalValues_HaveTheBitsOfTheScalarOnes()
    {
        for (var i = -9000; i < 9000; i++)
        {
            var z = i * 0.00100001;
            var four = VectorMath.NormalCdf(Vector256.Create(z, z / 2, z / 20, -z));
            Assert.Equal(NormalDistribution.Cdf(z), four[0]);
            Assert.Equal(NormalDistribution.Cdf(z / 2), four[1]);
            Assert.Equal(NormalDistribution.Cdf(z / 20), four[2]);
            Assert.Equal(NormalDistribution.Cdf(-z), four[3]);
        }

        Assert.Equal(NormalDistribution.Cdf(double.NegativeInfinity), VectorMath.NormalCdf(Vector256.Create(double.NegativeInfinity))[0]);
    }
}
