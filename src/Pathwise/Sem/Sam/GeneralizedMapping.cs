using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Sam;

/// <summary>The mapping of all factors together with weights S^-1.</summary>
internal sealed class GeneralizedMapping(IReadOnlyList<BlockMapping> blocks, int[] observed, int p, int k)
{
    /// <summary>Writes (Lambda' S^-1 Lambda)^-1 Lambda' S^-1, K x p; false where a matrix has no inverse.</summary>
    public bool TryMap(double[] s, double[] target)
    {
        var lambda = new double[p * k];
        foreach (var block in blocks)
            block.CopyLoadings(lambda, k);
        for (var j = 0; j < k; j++)
        {
            if (observed[j] >= 0)
                lambda[(observed[j] * k) + j] = 1;
        }

        var loadings = Matrix<double>.Build.DenseOfRowMajor(p, k, lambda);
        try
        {
            var weighted = Matrix<double>.Build.DenseOfRowMajor(p, p, s).Cholesky().Solve(loadings);
            loadings.TransposeThisAndMultiply(weighted).Cholesky().Solve(weighted.Transpose()).ToRowMajorArray().CopyTo(target, 0);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
