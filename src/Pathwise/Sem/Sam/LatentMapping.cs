using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Sam;

/// <summary>
/// Maps the covariances S of observed variables to those of the K factors and observed variables of the structural model: M S M' - M Theta M', where M Lambda = I (Rosseel
/// and Loh 2024). Of a second-order factor Lambda and Theta are those that its block implies between it and the observed variables: first-order disturbances are then
/// part of Theta. One worker's.
/// </summary>
internal sealed class LatentMapping
{
    private readonly SamOptions options;
    private readonly BlockMapping[] blocks;
    private readonly int p;
    private readonly int k;
    private readonly int[] observed;
    private readonly double[] half;
    private readonly double[] trial;

    /// <summary>Of a group, counted from 0.</summary>
    /// <param name="structures">The measurement models.</param>
    /// <param name="parts">The same blocks.</param>
    /// <param name="names">The p observed variables, in the order of S.</param>
    /// <param name="variables">The K variables of the structural model, products of latent ones apart.</param>
    /// <param name="group">The group.</param>
    /// <param name="options">How they are mapped.</param>
    public LatentMapping(IReadOnlyList<ModelStructure> structures, SamParts parts, IReadOnlyList<string> names, IReadOnlyList<string> variables, int group, SamOptions options)
    {
        this.options = options;
        (p, k) = (names.Count, variables.Count);
        string[] all = [.. names], wanted = [.. variables];
        blocks = [.. structures.Select((structure, b) => new BlockMapping(structure, parts.Blocks[b], all, wanted, group))];
        observed = [.. wanted.Select(name => Array.IndexOf(all, name))];
        (Matrix, half, trial) = (new double[k * p], new double[k * p], new double[k * k]);
        (Scores, Errors, Covariance) = (new double[k * k], new double[k * k], new double[k * k]);
    }

    /// <summary>M, K x p; the rows of observed variables are theirs.</summary>
    public double[] Matrix { get; }

    /// <summary>M S M', the covariances of factor scores, K x K.</summary>
    public double[] Scores { get; }

    /// <summary>M Theta M', those of their errors, K x K.</summary>
    public double[] Errors { get; }

    /// <summary>The covariances of factors and observed variables, K x K.</summary>
    public double[] Covariance { get; }

    /// <summary>By what the errors were multiplied before they were taken away; 1 without correction.</summary>
    public double Multiplier { get; private set; }

    /// <summary>Whether the covariances would not be positive definite without correction.</summary>
    public bool IsCorrected { get; private set; }

    /// <summary>Computes everything; false where a matrix has no inverse.</summary>
    /// <param name="values">The measurement parameters of each block.</param>
    /// <param name="s">S, p x p.</param>
    /// <param name="n">The number of cases.</param>
    public bool TryUpdate(IReadOnlyList<double[]> values, double[] s, int n)
    {
        Array.Clear(Matrix);
        for (var i = 0; i < k; i++)
        {
            if (observed[i] >= 0)
                Matrix[(i * p) + observed[i]] = 1;
        }

        for (var b = 0; b < blocks.Length; b++)
        {
            if (!blocks[b].TryUpdate(values[b], options.Mapping == MappingMethod.ULS) || !blocks[b].TryMap())
                return false;
            blocks[b].CopyMatrix(Matrix, p);
        }

        if (options.Mapping == MappingMethod.GLS && !new GeneralizedMapping(blocks, observed, p, k).TryMap(s, Matrix))
            return false;
        Product(s, Scores);
        MapErrors();
        Subtract(n);
        return true;
    }

    // M S M'.
    private void Product(double[] s, double[] target)
    {
        FlatMatrix.Multiply(Matrix, s, half, k, p, p);
        FlatMatrix.MultiplyTransposed(half, Matrix, target, k, p, k);
    }

    private void MapErrors()
    {
        var theta = new double[p * p];
        foreach (var block in blocks)
            block.CopyErrors(theta, p);
        Product(theta, Errors);
    }

    private void Subtract(int n)
    {
        var kept = 1 - Math.Min(options.AlphaCorrection / (n - 1.0), 1);
        (Multiplier, IsCorrected) = (kept, false);
        if (options.HasLambdaCorrection && !IsClear(kept * (1 + (1 / (n - 1.0)))) && SmallestRoot.Of(Scores, Errors, k) is { } root && root / kept is var lambda && lambda < 1 + (1 / (n - 1.0)))
            (Multiplier, IsCorrected) = (kept * (lambda - (1 / (n - 1.0))), true);
        for (var i = 0; i < Covariance.Length; i++)
            Covariance[i] = Scores[i] - (Multiplier * Errors[i]);
    }

    // The root is beyond a bound where what is left at the bound is positive definite.
    private bool IsClear(double bound)
    {
        for (var i = 0; i < trial.Length; i++)
            trial[i] = Scores[i] - (bound * Errors[i]);
        return Cholesky.TryFactor(trial, k);
    }
}
