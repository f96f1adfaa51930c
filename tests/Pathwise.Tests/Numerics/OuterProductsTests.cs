using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Numerics;

public sealed class OuterProductsTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 32)]
    [InlineData(11, 100)]
    public void AddTo_ManyVectors_IsTheSumOfTheirProducts(int n, int count)
    {
        var stream = RandomStream.For(5, n);
        var (products, expected, actual) = (new OuterProducts(n, -1), new double[n * n], new double[n * n]);
        for (var k = 0; k < count; k++)
        {
            double[] vector = [.. Enumerable.Range(0, n).Select(_ => stream.NextNormal())];
            for (var i = 0; i < n * n; i++)
                expected[i] -= vector[i / n] * vector[i % n];
            for (var i = 0; i < n; i++)
                products[i] += vector[i];
            products.Next();
        }

        products.AddTo(actual);
        for (var i = 0; i < n * n; i++)
            Assert.Equal(expected[i], actual[i], 1e-12 * count);
    }
}
