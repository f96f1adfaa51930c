using Pathwise.Numerics;

namespace Pathwise.Sem.Implied;

/// <summary>
/// The few vectors that all derivatives of one group's implied moments are made of, U = [I | Lambda A | Lambda A Psi A'], p x (p + 2m): a
/// product of two derivatives in a quadratic form is then made of elements of U'MU.
/// </summary>
internal sealed class ImpliedColumns
{
    private readonly int p;
    private readonly int m;
    private readonly double[] columns;

    private ImpliedColumns(ImpliedMoments moments)
    {
        (p, m) = (moments.Size, moments.LatentSize);
        columns = new double[2 * p * m];
        FlatMatrix.Transpose(moments.TotalLoadings, columns, p, m);
        FlatMatrix.Transpose(moments.LatentToObserved, columns.AsSpan(p * m), p, m);
        Slopes = [.. moments.Cells.Where(cell => cell.Free >= 0).Select(cell => Slope(cell, moments))];
    }

    /// <summary>Number of columns, p + 2m.</summary>
    public int Count => p + (2 * m);

    /// <summary>The derivative of each free cell.</summary>
    public CellSlope[] Slopes { get; }

    /// <summary>The columns at the last update of the moments.</summary>
    public static ImpliedColumns Of(ImpliedMoments moments) => new(moments);

    /// <summary>Position of the unit vector of an observed variable.</summary>
    public static int Unit(int variable) => variable;

    /// <summary>Position of a column of Lambda A.</summary>
    public int Loading(int latent) => p + latent;

    /// <summary>Position of a column of Lambda A Psi A'.</summary>
    public int Covariance(int latent) => p + m + latent;

    /// <summary>U'MU for a symmetric M, p x p.</summary>
    public double[] Gram(ReadOnlySpan<double> matrix)
    {
        var (n, k) = (Count, 2 * m);
        var (mixed, small, result) = (new double[k * p], new double[k * k], new double[n * n]);
        FlatMatrix.Multiply(columns, matrix, mixed, k, p, p);
        FlatMatrix.MultiplyTransposed(mixed, columns, small, k, p, k);
        for (var i = 0; i < p; i++)
            matrix.Slice(i * p, p).CopyTo(result.AsSpan(i * n, p));
        for (var a = 0; a < k; a++)
        {
            mixed.AsSpan(a * p, p).CopyTo(result.AsSpan((p + a) * n, p));
            small.AsSpan(a * k, k).CopyTo(result.AsSpan(((p + a) * n) + p, k));
            for (var i = 0; i < p; i++)
                result[(i * n) + p + a] = mixed[(a * p) + i];
        }

        return result;
    }

    /// <summary>U'v for a vector v of p elements.</summary>
    public double[] Times(ReadOnlySpan<double> vector)
    {
        var result = new double[Count];
        vector.CopyTo(result);
        for (var a = 0; a < 2 * m; a++)
            result[p + a] = VectorKernels.Dot(columns.AsSpan(a * p, p), vector);
        return result;
    }

    /// <summary>The derivative of a variance, counted from 0, by a free cell.</summary>
    public double Variance(CellSlope slope, int variable) => Covariance(slope, variable, variable);

    /// <summary>The derivative of a covariance, its variables counted from 0, by a free cell.</summary>
    public double Covariance(CellSlope slope, int i, int j) => slope.Scale == 0 ? 0
        : slope.Scale * ((Element(slope.Left, i) * Element(slope.Right, j)) + (Element(slope.Right, i) * Element(slope.Left, j)));

    /// <summary>The derivative of a mean, counted from 0, by a free cell.</summary>
    public double Mean(CellSlope slope, int variable) => slope.Shift == 0 ? 0 : slope.Shift * Element(slope.Mean, variable);

    private double Element(int column, int variable) =>
        column >= p ? columns[((column - p) * p) + variable] : column == variable ? 1 : 0;

    private CellSlope Slope(ModelCell cell, ImpliedMoments moments)
    {
        var (i, j) = (cell.Row, cell.Column);
        return cell.Matrix switch
        {
            ModelMatrix.Lambda => new(cell, Unit(i), Covariance(j), 1, Unit(i), moments.LatentMeans[j]),
            ModelMatrix.Beta => new(cell, Loading(i), Covariance(j), 1, Loading(i), moments.LatentMeans[j]),
            ModelMatrix.Psi => new(cell, Loading(i), Loading(j), i == j ? 0.5 : 1, 0, 0),
            ModelMatrix.Theta => new(cell, Unit(i), Unit(j), i == j ? 0.5 : 1, 0, 0),
            ModelMatrix.Nu => new(cell, 0, 0, 0, Unit(i), 1),
            ModelMatrix.Tau or ModelMatrix.Delta => new(cell, 0, 0, 0, 0, 0),
            _ => new(cell, 0, 0, 0, Loading(i), 1),
        };
    }
}
