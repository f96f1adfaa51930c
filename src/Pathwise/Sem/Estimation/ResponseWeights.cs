using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>The weight matrix W, q x q, of the statistics of one sample, stored as what it is.</summary>
internal sealed class ResponseWeights
{
    private readonly double[]? diagonal, full;

    private ResponseWeights(int size, double[]? diagonal, double[]? full) => (Size, this.diagonal, this.full) = (size, diagonal, full);

    /// <summary>Number of the statistics, q.</summary>
    public int Size { get; }

    /// <summary>Weights of one, of so many statistics.</summary>
    public static ResponseWeights Unit(int size) => new(size, null, null);

    /// <summary>A diagonal matrix.</summary>
    public static ResponseWeights Diagonal(double[] weights) => new(weights.Length, weights, null);

    /// <summary>A whole matrix, row-major.</summary>
    public static ResponseWeights Full(double[] weights, int size) => new(size, null, weights);

    /// <summary>The weights of a kind.</summary>
    /// <exception cref="InputException">Full weights of more statistics than the cases allow.</exception>
    public static ResponseWeights Of(ResponseWeighting kind, ResponseStatistics statistics)
    {
        var q = statistics.Values.Length;
        return kind switch
        {
            ResponseWeighting.Diagonal => Diagonal([.. Enumerable.Range(0, q).Select(k => 1 / statistics.Asymptotic[(k * q) + k])]),
            ResponseWeighting.Full => Full(statistics.Inverse ?? throw new InputException(
                $"Full weighted least squares needs the inverse of the asymptotic covariance of {q} thresholds and correlations, which has none with so few cases; use WLSMV, or join categories."), q),
            _ => Unit(q),
        };
    }

    /// <summary>Writes R W for so many rows R of q numbers.</summary>
    public void Times(ReadOnlySpan<double> rows, Span<double> target, int count)
    {
        if (full is not null)
        {
            FlatMatrix.Multiply(rows, full, target, count, Size, Size);
            return;
        }

        rows.CopyTo(target);
        for (var i = 0; diagonal is not null && i < count; i++)
        {
            var row = target.Slice(i * Size, Size);
            for (var k = 0; k < diagonal.Length; k++)
                row[k] *= diagonal[k];
        }
    }

    /// <summary>R W.</summary>
    public double[] Times(double[] rows)
    {
        var result = new double[rows.Length];
        Times(rows, result, rows.Length / Size);
        return result;
    }
}
