using Pathwise.Sem.Categorical;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class EmptyCellAdjustmentTests
{
    [Theory]
    [InlineData(new[] { 0, 4, 3, 5 }, new[] { 0.5, 3.5, 2.5, 5.5 })]
    [InlineData(new[] { 7, 0, 3, 5 }, new[] { 6.5, 0.5, 3.5, 4.5 })]
    [InlineData(new[] { 7, 4, 0, 5 }, new[] { 6.5, 4.5, 0.5, 4.5 })]
    [InlineData(new[] { 7, 4, 3, 0 }, new[] { 7.5, 3.5, 2.5, 0.5 })]
    [InlineData(new[] { 7, 4, 3, 1 }, new[] { 7.0, 4, 3, 1 })]
    [InlineData(new[] { 7, 0, 0, 1 }, new[] { 7.0, 0, 0, 1 })]
    public void Table_OfTwoByTwo_GetsHalfACaseAndKeepsItsMargins(int[] counts, double[] expected) =>
        Assert.Equal(expected, Weights(counts, 2, EmptyCellRule.HalfInTwoByTwo));

    [Fact]
    public void Rules_OfALargerTable_AddNothingOrOneCaseInAll()
    {
        int[] counts = [5, 0, 2, 0, 8, 3];
        Assert.Equal([5, 0, 2, 0, 8, 3], Weights(counts, 3, EmptyCellRule.HalfInTwoByTwo));
        Assert.Equal([5, 0, 2, 0, 8, 3], Weights(counts, 3, EmptyCellRule.None));
        Assert.Equal([5, 1.0 / 6, 2, 1.0 / 6, 8, 3], Weights(counts, 3, EmptyCellRule.ShareOfCells));
    }

    [Fact]
    public void Rule_OfTheBinaryItems_ChangesTheCorrelationOfSparseTablesAlone()
    {
        var @case = Samples.Case("binary");
        var (half, none) = (Samples.Of(@case)[0].Pairs(), Samples.Of(@case, new() { EmptyCells = EmptyCellRule.None })[0].Pairs());
        Assert.Contains(half, pair => pair.EmptyCells == 1);
        Assert.All(half.Zip(none), pairs => Assert.Equal(pairs.First.EmptyCells > 0, pairs.First.Correlation != pairs.Second.Correlation));
        Assert.Equal(["none", "0.5 in 2 x 2", "1/(rc)"], Enum.GetValues<EmptyCellRule>().Select(rule => rule.Text()));
    }

    private static double[] Weights(int[] counts, int columns, EmptyCellRule rule)
    {
        var weights = new double[counts.Length];
        Assert.Equal(counts.Count(count => count == 0), EmptyCellAdjustment.Write(counts, columns, rule, weights));
        return weights;
    }
}
