using Pathwise.Numerics;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Sam;

/// <summary>
/// Covariances of variables and of products of two of them, from factor scores corrected for their errors (Wall and Amemiya 2000; Rosseel, Burghgraeve, Loh and
/// Schermelleh-Engel 2025). Scores are f = eta + e with normal errors e of covariances T that do not depend on eta. With H = E(eta eta'), products of eta_a, eta_b and of
/// eta_c, eta_d covary by H_ac T_bd + T_ac H_bd + H_ad T_bc + T_ad H_bc + T_ac T_bd + T_ad T_bc less than those of the scores; a single variable is its product with the
/// constant. One worker's.
/// </summary>
internal sealed class ProductMoments
{
    private readonly (int First, int Other)[] pairs;
    private readonly int k;
    private readonly int size;
    private readonly double[] h;
    private readonly double[] t;
    private readonly double[] means;
    private readonly double[] values;
    private readonly double[] scores;
    private readonly double[] errors;
    private readonly double[] trial;

    /// <summary>Of K variables and products of these; 0 stands for the constant.</summary>
    public ProductMoments(IReadOnlyList<string> variables, IReadOnlyList<string> products)
    {
        string[] names = [.. variables];
        int Place(string name) => Array.IndexOf(names, name) + 1;
        k = names.Length;
        pairs = [.. Enumerable.Range(1, k).Select(i => (0, i)), .. products.Select(product => (Place(ProductName.Factors(product)[0]), Place(ProductName.Factors(product)[1])))];
        size = pairs.Length;
        (h, t) = (new double[(k + 1) * (k + 1)], new double[(k + 1) * (k + 1)]);
        (means, values) = (new double[size], new double[size]);
        (scores, errors, trial) = (new double[size * size], new double[size * size], new double[size * size]);
        Covariance = new double[size * size];
    }

    /// <summary>The covariances of variables and products, in this order.</summary>
    public double[] Covariance { get; }

    /// <summary>Whether they would not be positive definite without correction.</summary>
    public bool IsCorrected { get; private set; }

    /// <summary>Computes them.</summary>
    /// <param name="mapping">The mapping of the sample.</param>
    /// <param name="cases">Scores of cases, n x K; the mean of a latent variable is zero.</param>
    /// <param name="weights">How often each case counts; the sum is that of the cases.</param>
    /// <param name="options">How they are corrected.</param>
    public void Update(LatentMapping mapping, ReadOnlySpan<double> cases, ReadOnlySpan<double> weights, SamOptions options)
    {
        var total = OfScores(cases, weights);
        for (var a = 0; a <= k; a++)
        {
            for (var b = 0; b <= k; b++)
            {
                var isVariable = a > 0 && b > 0;
                t[(a * (k + 1)) + b] = isVariable ? mapping.Errors[((a - 1) * k) + b - 1] : 0;
                h[(a * (k + 1)) + b] = (isVariable ? mapping.Covariance[((a - 1) * k) + b - 1] : 0) + (Mean(a) * Mean(b));
            }
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                errors[(i * size) + j] = Error(pairs[i], pairs[j]);
        }

        Subtract(options, total);
    }

    private double Mean(int variable) => variable == 0 ? 1 : means[variable - 1];

    private double OfScores(ReadOnlySpan<double> cases, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        Array.Clear(means);
        Array.Clear(scores);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            total += weights[i];
            Values(cases.Slice(i * k, k));
            VectorKernels.AddScaled(weights[i], values, means);
        }

        for (var j = 0; j < size; j++)
            means[j] /= total;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            Values(cases.Slice(i * k, k));
            for (var j = 0; j < size; j++)
                values[j] -= means[j];
            for (var j = 0; j < size; j++)
                VectorKernels.AddScaled(weights[i] * values[j] / total, values, scores.AsSpan(j * size, size));
        }

        return total;
    }

    private void Values(ReadOnlySpan<double> scored)
    {
        for (var j = 0; j < size; j++)
            values[j] = (pairs[j].First == 0 ? 1 : scored[pairs[j].First - 1]) * scored[pairs[j].Other - 1];
    }

    private double Error((int First, int Other) one, (int First, int Other) two)
    {
        var ((a, b), (c, d)) = (one, two);
        return (H(a, c) * T(b, d)) + (T(a, c) * H(b, d)) + (H(a, d) * T(b, c)) + (T(a, d) * H(b, c)) + (T(a, c) * T(b, d)) + (T(a, d) * T(b, c));
    }

    private double H(int a, int b) => h[(a * (k + 1)) + b];

    private double T(int a, int b) => t[(a * (k + 1)) + b];

    // The bound and the step of lavaan, which are wider than those without products.
    private void Subtract(SamOptions options, double n)
    {
        var kept = 1 - Math.Min(options.AlphaCorrection / (n - 1), 1);
        var multiplier = kept;
        IsCorrected = false;
        if (options.HasLambdaCorrection && !IsClear(kept * (1 + (2 / n))) && SmallestRoot.Of(scores, errors, size) is { } root && root / kept is var lambda && lambda < 1 + (2 / n))
            (multiplier, IsCorrected) = (kept * Math.Max(0, lambda - (size / (n - 1))), true);
        for (var i = 0; i < Covariance.Length; i++)
            Covariance[i] = scores[i] - (multiplier * errors[i]);
    }

    private bool IsClear(double bound)
    {
        for (var i = 0; i < trial.Length; i++)
            trial[i] = scores[i] - (bound * errors[i]);
        return Cholesky.TryFactor(trial, size);
    }
}
