using CsCheck;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class ValueRangeTests
{
    private static readonly Gen<ValueRange> Ranges =
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 5], (a, b) => new ValueRange(Math.Min(a, b), Math.Max(a, b)));

    private static readonly Gen<(ValueRange, ValueRange, double, double)> Pairs = Gen.Select(Ranges, Ranges, Gen.Double[0, 1], Gen.Double[0, 1]);

    [Fact]
    public void Arithmetic_OfMembers_StaysInTheRange() => Pairs.Sample((a, b, s, t) =>
    {
        var (x, y) = (Member(a, s), Member(b, t));
        return (a + b).Widen(1e-12).Contains(x + y) && (a - b).Widen(1e-12).Contains(x - y) && (a * b).Widen(1e-12).Contains(x * y);
    });

    [Fact]
    public void Intersect_TouchingAndSeparateRanges_AreToldApart()
    {
        Assert.Equal(ValueRange.Of(2), new ValueRange(1, 2).Intersect(new ValueRange(2, 3)));
        Assert.Null(new ValueRange(1, 2).Intersect(new ValueRange(2.1, 3)));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    public void Constructor_NoRange_IsRefused(double lower, double upper) =>
        Assert.Throws<ArgumentException>(() => new ValueRange(lower, upper));

    private static double Member(ValueRange range, double share) => range.Lower + (share * (range.Upper - range.Lower));
}
