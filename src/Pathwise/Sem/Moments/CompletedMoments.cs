using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// What cases with missing values say once these are regressed on the values that there are, at given means mu and covariances Sigma: the
/// expectation step of Dempster, Laird and Rubin (1977). With it come the likelihood and, by Fisher's identity, its slopes. The regressions are
/// read off the inverse of Sigma, a few operations for each missing value. Scratch memory of one worker.
/// </summary>
internal sealed class CompletedMoments
{
    // The largest Sigma_ii (Sigma^-1)_ii, the inflation of a variable's variance by the others, at which the inverse has digits enough.
    private const double LargestInflation = 1e4;

    private readonly IReadOnlyList<MissingPattern> patterns;
    private readonly int[][] missing;
    private readonly int p;
    private readonly double[] factor, scratch, block, lower, product, completed;

    public CompletedMoments(IReadOnlyList<MissingPattern> patterns, int size)
    {
        (this.patterns, p) = (patterns, size);
        missing = [.. patterns.Select(pattern => Enumerable.Range(0, size).Except(pattern.Observed).ToArray())];
        (factor, scratch, block, lower) = (new double[p * p], new double[p * p], new double[p * p], new double[p * p]);
        (product, completed) = (new double[p], new double[p]);
        (Inverse, Spread, Within, Shift) = (new double[p * p], new double[p * p], new double[p * p], new double[p]);
    }

    /// <summary>The inverse of Sigma, p x p.</summary>
    public double[] Inverse { get; }

    /// <summary>Mean cross products about mu of the completed cases, p x p.</summary>
    public double[] Spread { get; }

    /// <summary>Mean covariances of the missing values given the observed ones, p x p.</summary>
    public double[] Within { get; }

    /// <summary>Mean distance of the completed cases from mu, p.</summary>
    public double[] Shift { get; }

    /// <summary>-2 log-likelihood of a case, without its constant.</summary>
    public double Value { get; private set; }

    /// <summary>Computes everything; false where Sigma is too nearly singular to be inverted.</summary>
    public bool TryUpdate(ReadOnlySpan<double> mu, ReadOnlySpan<double> sigma)
    {
        sigma[..(p * p)].CopyTo(factor);
        if (!Cholesky.TryFactor(factor, p))
            return false;
        Cholesky.Invert(factor, p, Inverse, scratch);
        for (var i = 0; i < p; i++)
        {
            if (!(Inverse[(i * p) + i] * sigma[(i * p) + i] < LargestInflation))
                return false;
        }

        Value = Cholesky.LogDeterminant(factor, p);
        Array.Clear(Spread);
        Array.Clear(Within);
        Array.Clear(Shift);
        for (var k = 0; k < patterns.Count; k++)
            Add(k, mu);
        Mirror(Spread);
        Value += VectorKernels.Dot(Inverse, Spread);
        return double.IsFinite(Value);
    }

    /// <summary>
    /// For the missing variables of a pattern, writes the inverse of the factor F of their block of the inverse of Sigma, FF', into
    /// <paramref name="root"/>: their covariances given the observed ones are F'^-1 F^-1.
    /// </summary>
    public ReadOnlySpan<int> Condition(int k, Span<double> root)
    {
        var at = missing[k];
        var n = at.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                block[(i * n) + j] = Inverse[(at[i] * p) + at[j]];
        }

        // A block of a positive definite matrix.
        Cholesky.TryFactor(block, n);
        Cholesky.InvertLower(block, n, root);
        return at;
    }

    /// <summary>The distance of a pattern's means from mu, completed by regression after <see cref="Condition"/>.</summary>
    public void Distance(int k, ReadOnlySpan<double> mu, ReadOnlySpan<double> root, Span<double> target)
    {
        var pattern = patterns[k];
        target.Clear();
        for (var i = 0; i < pattern.Observed.Length; i++)
            target[pattern.Observed[i]] = pattern.Means[i] - mu[pattern.Observed[i]];
        Complete(missing[k], root, target);
    }

    /// <summary>A row of a pattern's roots, completed by regression after <see cref="Condition"/>.</summary>
    public void Root(int k, int row, ReadOnlySpan<double> root, Span<double> target)
    {
        var (at, roots) = (patterns[k].Observed, patterns[k].Roots);
        target.Clear();
        for (var i = 0; i < at.Length; i++)
            target[at[i]] = roots[(row * at.Length) + i];
        Complete(missing[k], root, target);
    }

    private void Add(int k, ReadOnlySpan<double> mu)
    {
        var (pattern, share) = (patterns[k], patterns[k].Share);
        var at = Condition(k, lower);
        var n = at.Length;
        Value += share * Cholesky.LogDeterminant(block, n);
        AddWithin(at, share);
        Distance(k, mu, lower, completed);
        VectorKernels.AddScaled(share, completed, Shift);
        AddOuter(share);
        if (n == 0)
            VectorKernels.AddScaled(share, pattern.Covariance, Spread);
        for (var row = 0; row * pattern.Observed.Length < pattern.Roots.Length; row++)
        {
            Root(k, row, lower, completed);
            AddOuter(share);
        }
    }

    private void AddOuter(double share)
    {
        for (var i = 0; i < p; i++)
            VectorKernels.AddScaled(share * completed[i], completed.AsSpan(0, i + 1), Spread.AsSpan(i * p, i + 1));
    }

    // Given what is observed, missing values are at -W Omega_mo d_o with W the inverse of Omega_mm.
    private void Complete(int[] at, ReadOnlySpan<double> root, Span<double> target)
    {
        var n = at.Length;
        for (var i = 0; i < n; i++)
            product[i] = VectorKernels.Dot(Inverse.AsSpan(at[i] * p, p), target);
        for (var i = n - 1; i >= 0; i--)
            product[i] = VectorKernels.Dot(root.Slice(i * n, i + 1), product);
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
                target[at[j]] -= root[(i * n) + j] * product[i];
        }
    }

    private void AddWithin(ReadOnlySpan<int> at, double share)
    {
        var n = at.Length;
        for (var row = 0; row < n; row++)
        {
            for (var i = 0; i <= row; i++)
            {
                for (var j = 0; j <= row; j++)
                    Within[(at[i] * p) + at[j]] += share * lower[(row * n) + i] * lower[(row * n) + j];
            }
        }
    }

    private void Mirror(double[] matrix)
    {
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
                matrix[(j * p) + i] = matrix[(i * p) + j];
        }
    }
}
