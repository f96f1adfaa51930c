using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>Null spaces of systems of linear equations, from their singular value decomposition.</summary>
internal static class NullSpace
{
    private const double Tolerance = 1e-9;

    /// <summary>Orthonormal columns (count x r) that the rows of the matrix are orthogonal to; the identity for no matrix.</summary>
    public static Matrix<double> Of(Matrix<double>? rows, int count)
    {
        if (rows is null)
            return Matrix<double>.Build.DenseIdentity(count);
        var decomposition = rows.Svd();
        var rank = Rank(decomposition.S);
        return count == rank
            ? Matrix<double>.Build.Dense(count, 1)
            : decomposition.VT.SubMatrix(rank, count - rank, 0, count).Transpose();
    }

    /// <summary>Number of independent rows; 0 for no matrix.</summary>
    public static int RankOf(Matrix<double>? rows) => rows is null ? 0 : Rank(rows.Svd(computeVectors: false).S);

    /// <summary>The shortest solution of rows x = sides.</summary>
    public static double[] LeastNorm(Matrix<double> rows, double[] sides)
    {
        var decomposition = rows.Svd();
        var rank = Rank(decomposition.S);
        var result = Vector<double>.Build.Dense(rows.ColumnCount);
        for (var k = 0; k < rank; k++)
        {
            var score = decomposition.U.Column(k).DotProduct(Vector<double>.Build.Dense(sides)) / decomposition.S[k];
            result += decomposition.VT.Row(k) * score;
        }

        return result.ToArray();
    }

    private static int Rank(Vector<double> singular) => singular.Count(value => value > Tolerance * singular.Maximum());
}
