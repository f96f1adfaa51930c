using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Sam;

/// <summary>
/// What the measurement model of a block says of its factors and observed variables: loadings Lambda, residual covariances Theta, and the mapping
/// (Lambda' W Lambda)^-1 Lambda' W. One worker's.
/// </summary>
internal sealed class BlockMapping
{
    private readonly ImpliedMoments moments;
    private readonly int[] rows;
    private readonly int[] factors;
    private readonly int[] places;
    private readonly double[] loadings;
    private readonly double[] residuals;
    private readonly double[] weighted;
    private readonly double[] weights;
    private readonly double[] cross;
    private readonly double[] mapping;
    private readonly int q;
    private readonly int f;
    private bool isUnweighted;

    public BlockMapping(ModelStructure structure, SamBlock block, string[] names, string[] variables, int group)
    {
        moments = new ImpliedMoments(structure, group);
        (q, f) = (structure.Observed.Count, block.Factors.Count);
        rows = [.. structure.Observed.Select(name => Array.IndexOf(names, name))];
        factors = [.. block.Factors.Select(name => Array.IndexOf([.. structure.Latents], name))];
        places = [.. block.Factors.Select(name => Array.IndexOf(variables, name))];
        (loadings, residuals, weights) = (new double[q * f], new double[q * q], new double[q * q]);
        (weighted, cross, mapping) = (new double[f * q], new double[f * f], new double[f * q]);
    }

    /// <summary>Computes Lambda and Theta, and the weights of the mapping; false where the model implies no moments.</summary>
    public bool TryUpdate(ReadOnlySpan<double> values, bool unweighted)
    {
        isUnweighted = unweighted;
        if (!moments.Update(values))
            return false;
        var m = moments.LatentSize;
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < f; j++)
                loadings[(i * f) + j] = moments.TotalLoadings[(i * m) + factors[j]];
        }

        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < q; j++)
                residuals[(i * q) + j] = moments.Sigma[(i * q) + j] - Common(i, j, m);
        }

        return true;
    }

    // Weights from Sigma = Lambda Phi Lambda' + Theta map as those from Theta do, also where an indicator has no residual.
    /// <summary>Computes the mapping matrix; false where it does not exist.</summary>
    public bool TryMap()
    {
        moments.Sigma.CopyTo(weights, 0);
        if (!isUnweighted && !Cholesky.TryFactor(weights, q))
            return false;
        var column = new double[q];
        for (var j = 0; j < f; j++)
        {
            for (var i = 0; i < q; i++)
                column[i] = loadings[(i * f) + j];
            if (!isUnweighted)
                Cholesky.Solve(weights, q, column);
            column.CopyTo(weighted, j * q);
        }

        FlatMatrix.Multiply(weighted, loadings, cross, f, q, f);
        if (!Cholesky.TryFactor(cross, f))
            return false;
        var row = new double[f];
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < f; j++)
                row[j] = weighted[(j * q) + i];
            Cholesky.Solve(cross, f, row);
            for (var j = 0; j < f; j++)
                mapping[(j * q) + i] = row[j];
        }

        return true;
    }

    /// <summary>Writes the mapping into the rows of the factors of M, K x p.</summary>
    public void CopyMatrix(double[] target, int p)
    {
        for (var j = 0; j < f; j++)
        {
            for (var i = 0; i < q; i++)
                target[(places[j] * p) + rows[i]] = mapping[(j * q) + i];
        }
    }

    /// <summary>Writes Lambda into that of all variables, p x K.</summary>
    public void CopyLoadings(double[] target, int k)
    {
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < f; j++)
                target[(rows[i] * k) + places[j]] = loadings[(i * f) + j];
        }
    }

    /// <summary>Writes Theta into that of all variables, p x p.</summary>
    public void CopyErrors(double[] target, int p)
    {
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < q; j++)
                target[(rows[i] * p) + rows[j]] = residuals[(i * q) + j];
        }
    }

    private double Common(int i, int j, int m)
    {
        var sum = 0.0;
        for (var a = 0; a < f; a++)
        {
            for (var b = 0; b < f; b++)
                sum += loadings[(i * f) + a] * moments.LatentCovariance[(factors[a] * m) + factors[b]] * loadings[(j * f) + b];
        }

        return sum;
    }
}
