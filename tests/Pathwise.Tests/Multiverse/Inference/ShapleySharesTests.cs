using Pathwise.Multiverse.Inference;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Multiverse.Inference;

public sealed class ShapleySharesTests
{
    [Theory]
    [InlineData(3, 2, 1.0, 1)]
    [InlineData(3, 3, 0.6, 2)]
    [InlineData(4, 3, 0.4, 3)]
    [InlineData(5, 2, 0.7, 4)]
    public void Of_GridsWithHoles_EqualAllOrdersGoneThrough(int decisions, int options, double kept, long seed)
    {
        var (grid, values) = Random(decisions, options, kept, seed);
        var shares = ShapleyShares.Of(grid, [values], 1)[0]!;
        double[] brute = Brute(grid, values);
        Assert.Equal(1, shares.Sum(), 10);
        for (var k = 0; k < decisions; k++)
            Assert.Equal(brute[k], shares[k], 10);
    }

    [Fact]
    public void Of_AdditiveEffectsOnAFullGrid_AreTheVariancesOfTheParts()
    {
        int[][] rows = [.. from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 3) from k in Enumerable.Range(0, 2) select new[] { i, j, k }];
        double[] values = [.. rows.Select(row => (3.0 * row[0]) + row[1])];
        var shares = ShapleyShares.Of(new(["a", "b", "c"], rows), [values], 1)[0]!;
        var (a, b) = (9.0 / 4, 2.0 / 3);
        Assert.Equal(a / (a + b), shares[0], 12);
        Assert.Equal(b / (a + b), shares[1], 12);
        Assert.Equal(0, shares[2], 12);
    }

    [Fact]
    public void Of_ConstantValues_HaveNoShares() => Assert.Null(ShapleyShares.Of(new(["a"], [[0], [1]]), [[0.3, 0.3]], 1)[0]);

    [Fact]
    public void Of_AFailedUniverse_IsLeftOutOfItsColumnAlone()
    {
        var (grid, values) = Random(3, 2, 1, 9);
        double[] holed = [.. values.Select((value, s) => s == 2 ? double.NaN : value)];
        int[] left = [.. Enumerable.Range(0, grid.Count).Where(s => s != 2)];
        var smaller = new ChoiceGrid(grid.Decisions, [.. left.Select(s => grid.Of(s).ToArray())]);
        var shares = ShapleyShares.Of(grid, [values, holed], 1);
        Assert.Equal(ShapleyShares.Of(smaller, [[.. left.Select(s => values[s])]], 1)[0]!, shares[1]!, new Near());
        Assert.Equal(ShapleyShares.Of(grid, [values], 1)[0]!, shares[0]!, new Near());
    }

    [Fact]
    public void Of_MoreDecisionsThanOrdersCanBeGoneThrough_DrawsOrdersThatAddUpToOne()
    {
        var (grid, values) = Random(33, 2, 0, 5, rows: 60);
        Assert.False(ShapleyShares.AreExact(grid, 1));
        double[] shares = ShapleyShares.Of(grid, [values], 7)[0]!, again = ShapleyShares.Of(grid, [values], 7)[0]!;
        Assert.Equal(1, shares.Sum(), 10);
        Assert.Equal(shares, again);
    }

    private static (ChoiceGrid Grid, double[] Values) Random(int decisions, int options, double kept, long seed, int rows = 0)
    {
        var stream = RandomStream.For(seed, 0);
        var all = Enumerable.Range(0, rows > 0 ? rows : (int)Math.Pow(options, decisions)).Select(row => Enumerable.Range(0, decisions)
            .Select(k => rows > 0 ? stream.NextInteger(options) : row / (int)Math.Pow(options, k) % options).ToArray());
        int[][] chosen = [.. all.Where(_ => rows > 0 || stream.NextUniform() < kept)];
        return (new([.. Enumerable.Range(0, decisions).Select(k => $"d{k}")], chosen), [.. chosen.Select(_ => stream.NextNormal())]);
    }

    private static double[] Brute(ChoiceGrid grid, double[] values)
    {
        var k = grid.Decisions.Count;
        double Worth(IReadOnlyCollection<int> set) => Enumerable.Range(0, grid.Count)
            .GroupBy(s => string.Join(",", set.Order().Select(d => grid.Of(s)[d])))
            .Sum(group => group.Count() * Math.Pow(group.Average(s => values[s]) - values.Average(), 2)) / values.Length;
        var orders = Orders([.. Enumerable.Range(0, k)]).ToList();
        var total = values.Sum(value => Math.Pow(value - values.Average(), 2)) / values.Length;
        return [.. Enumerable.Range(0, k).Select(d => orders.Average(order =>
        {
            int[] before = [.. order.TakeWhile(each => each != d)];
            return (Worth([.. before, d]) - Worth(before)) / total;
        }))];
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]] :
        items.SelectMany(first => Orders([.. items.Where(each => each != first)]).Select(rest => (int[])[first, .. rest]));

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-10;

        public int GetHashCode(double obj) => 0;
    }
}
