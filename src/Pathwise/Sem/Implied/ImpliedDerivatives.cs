using Pathwise.Numerics;

namespace Pathwise.Sem.Implied;

/// <summary>
/// Derivatives of one group's implied moments. Each free cell changes Sigma by a matrix of rank two at most,
/// dSigma = u w' + w u', so rows of U and W (t x p) hold them all; row k of dMu (t x p) is the change of mu.
/// </summary>
internal sealed class ImpliedDerivatives
{
    private readonly int size;

    private ImpliedDerivatives(int count, int size)
    {
        this.size = size;
        Positions = new int[count];
        (U, W, Mu) = (new double[count * size], new double[count * size], new double[count * size]);
    }

    /// <summary>The free cells of the rows.</summary>
    public ModelCell[] Cells { get; private init; } = [];

    /// <summary>Position among the free parameters, counted from 0, of each row.</summary>
    public int[] Positions { get; }

    /// <summary>The vectors u, one row for each free cell.</summary>
    public double[] U { get; }

    /// <summary>The vectors w, one row for each free cell.</summary>
    public double[] W { get; }

    /// <summary>The derivatives of mu, one row for each free cell.</summary>
    public double[] Mu { get; }

    /// <summary>Derivatives at the last update of the moments.</summary>
    public static ImpliedDerivatives Of(ImpliedMoments moments)
    {
        var free = moments.Cells.Where(cell => cell.Free >= 0).ToArray();
        var result = new ImpliedDerivatives(free.Length, moments.Size) { Cells = free };
        for (var k = 0; k < free.Length; k++)
        {
            result.Positions[k] = free[k].Free;
            result.Set(k, free[k], moments);
        }

        return result;
    }

    /// <summary>
    /// The derivatives with those of some variables' own moments set to zero: a second set of rows takes them off again.
    /// </summary>
    public ImpliedDerivatives Without(IReadOnlyList<int> held)
    {
        if (held.Count == 0)
            return this;
        var result = new ImpliedDerivatives(2 * Positions.Length, size);
        for (var half = 0; half < 2; half++)
            Positions.CopyTo(result.Positions, half * Positions.Length);
        U.CopyTo(result.U, 0);
        W.CopyTo(result.W, 0);
        Mu.CopyTo(result.Mu, 0);
        for (var k = 0; k < Positions.Length; k++)
        {
            foreach (var i in held)
            {
                result.U[U.Length + (k * size) + i] = U[(k * size) + i];
                result.W[U.Length + (k * size) + i] = -W[(k * size) + i];
                result.Mu[(k * size) + i] = 0;
            }
        }

        return result;
    }

    /// <summary>The derivatives whose vectors are multiplied by a symmetric matrix M, p x p: those of M dSigma M and M dmu.</summary>
    public ImpliedDerivatives Times(ReadOnlySpan<double> matrix)
    {
        var (count, result) = (Positions.Length, new ImpliedDerivatives(Positions.Length, size));
        Positions.CopyTo(result.Positions, 0);
        FlatMatrix.Multiply(U, matrix, result.U, count, size, size);
        FlatMatrix.Multiply(W, matrix, result.W, count, size, size);
        FlatMatrix.Multiply(Mu, matrix, result.Mu, count, size, size);
        return result;
    }

    private void Set(int k, ModelCell cell, ImpliedMoments moments)
    {
        int p = size, m = moments.LatentSize, i = cell.Row, j = cell.Column;
        Span<double> u = U.AsSpan(k * p, p), w = W.AsSpan(k * p, p), mu = Mu.AsSpan(k * p, p);
        switch (cell.Matrix)
        {
            case ModelMatrix.Lambda:
                u[i] = 1;
                Column(moments.LatentToObserved, j, m, 1, w);
                mu[i] = moments.LatentMeans[j];
                break;
            case ModelMatrix.Beta:
                Column(moments.TotalLoadings, i, m, 1, u);
                Column(moments.LatentToObserved, j, m, 1, w);
                Column(moments.TotalLoadings, i, m, moments.LatentMeans[j], mu);
                break;
            case ModelMatrix.Psi:
                Column(moments.TotalLoadings, i, m, 1, u);
                Column(moments.TotalLoadings, j, m, i == j ? 0.5 : 1, w);
                break;
            case ModelMatrix.Theta:
                u[i] = 1;
                w[j] = i == j ? 0.5 : 1;
                break;
            case ModelMatrix.Nu:
                mu[i] = 1;
                break;
            case ModelMatrix.Tau:
            case ModelMatrix.Delta:
                break;
            default:
                Column(moments.TotalLoadings, i, m, 1, mu);
                break;
        }
    }

    private static void Column(double[] matrix, int column, int columns, double factor, Span<double> target)
    {
        for (var k = 0; k < target.Length; k++)
            target[k] = factor * matrix[(k * columns) + column];
    }
}
