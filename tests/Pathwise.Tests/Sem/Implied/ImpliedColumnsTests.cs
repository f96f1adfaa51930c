using Pathwise.Sem.Implied;
using Xunit;

namespace Pathwise.Tests.Sem.Implied;

public sealed class ImpliedColumnsTests
{
    private static readonly ImpliedMoments Moments = ModelInPlace.At(ModelInPlace.Point);
    private static readonly ImpliedColumns Columns = ImpliedColumns.Of(Moments);

    [Fact]
    public void Gram_IsTheProductOfColumns()
    {
        var (p, n) = (Moments.Size, Columns.Count);
        double[] matrix = [.. Enumerable.Range(0, p * p).Select(e => 1.0 / (1 + (e / p) + (e % p)))];
        var gram = Columns.Gram(matrix);
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                double sum = 0;
                for (var e = 0; e < p * p; e++)
                    sum += Element(a, e / p) * matrix[e] * Element(b, e % p);
                Assert.Equal(sum, gram[(a * n) + b], 12);
            }
        }
    }

    [Fact]
    public void Variance_IsTheDerivativeByDifferences()
    {
        var p = Moments.Size;
        foreach (var slope in Columns.Slopes)
        {
            var expected = Slopes.Of(free => ModelInPlace.At(free).Sigma, ModelInPlace.Point, slope.Cell.Free);
            for (var i = 0; i < p; i++)
                Oracle.Near(expected[(i * p) + i], Columns.Variance(slope, i), 1e-8);
        }
    }

    private static double Element(int column, int variable)
    {
        var (p, m) = (Moments.Size, Moments.LatentSize);
        return column < p ? column == variable ? 1 : 0
            : column < p + m ? Moments.TotalLoadings[(variable * m) + column - p]
            : Moments.LatentToObserved[(variable * m) + column - p - m];
    }
}
