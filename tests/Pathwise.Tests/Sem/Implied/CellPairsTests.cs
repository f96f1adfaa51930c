using Pathwise.Sem.Implied;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class CellPairsTests
{
    // Cells of the parameters 1, 0 and 1 with the sizes 2, 3 and 5: the parameter of two cells has their sum.
    [Fact]
    public void Add_CellsOfOneParameter_AddUp()
    {
        CellSlope[] slopes = [Slope(1, 2), Slope(0, 3), Slope(1, 5)];
        double[] target = [100, 0, 0, 0];
        CellPairs.Add(slopes, 10, target, (a, b) => a.Scale * b.Scale);
        Assert.Equal([100 + 90, 210, 210, 490], target);
    }

    private static CellSlope Slope(int free, double scale) => new(new ModelCell(0, ModelMatrix.Lambda, 0, 0, free, double.NaN), 0, 0, scale, 0, 0);
}
