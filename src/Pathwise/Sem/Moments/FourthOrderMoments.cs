using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// N times the asymptotic covariance of the covariances and means of p continuous variables, whatever their distribution (Browne 1984): means of products of
/// the cases' deviations from their moments, divided by N as in lavaan. In the order of <see cref="MomentVector"/>; immutable.
/// </summary>
internal sealed class FourthOrderMoments
{
    private readonly double[] asymptotic;
    private readonly Lazy<double[]?> inverse;

    private FourthOrderMoments(Matrix<double> cases, bool hasMeans)
    {
        var rows = Deviations(cases, hasMeans);
        (Size, Count) = (rows.Length, cases.RowCount);
        asymptotic = new double[Size * Size];
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j <= i; j++)
                asymptotic[(i * Size) + j] = asymptotic[(j * Size) + i] = VectorKernels.Dot(rows[i], rows[j]) / Count;
        }

        inverse = new(Invert);
    }

    /// <summary>Number of the moments, m.</summary>
    public int Size { get; }

    /// <summary>Number of cases.</summary>
    public int Count { get; }

    /// <summary>The covariance, m x m and row-major.</summary>
    public double[] Asymptotic => asymptotic;

    /// <summary>Its inverse; null where it has none, as with no more cases than moments.</summary>
    public double[]? Inverse => inverse.Value;

    /// <summary>Of n x p complete cases, with the means among the moments or without.</summary>
    public static FourthOrderMoments Of(Matrix<double> cases, bool hasMeans) => new(cases, hasMeans);

    // Products of deviations less their mean, one row for each covariance; then the deviations themselves.
    private static double[][] Deviations(Matrix<double> cases, bool hasMeans)
    {
        double[][] centred = [.. cases.ToColumnArrays().Zip(CaseMoments.Means(cases), (column, mean) => Array.ConvertAll(column, value => value - mean))];
        var products = from i in Enumerable.Range(0, centred.Length)
                       from j in Enumerable.Range(0, i + 1)
                       select Product(centred[i], centred[j]);
        return [.. products, .. hasMeans ? centred : []];
    }

    private static double[] Product(double[] left, double[] right)
    {
        var product = left.Zip(right, (a, b) => a * b).ToArray();
        var mean = product.Average();
        return Array.ConvertAll(product, value => value - mean);
    }

    private double[]? Invert()
    {
        var factor = (double[])asymptotic.Clone();
        if (Size >= Count || !Cholesky.TryFactor(factor, Size))
            return null;
        var (result, scratch) = (new double[Size * Size], new double[Size * Size]);
        Cholesky.Invert(factor, Size, result, scratch);
        return result;
    }
}
