using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// One group's complete cases and the derivatives of its implied moments, in coordinates in which the normal-theory weights at the implied moments are the identity:
/// with Sigma = C C', a change dSigma becomes C^-1 dSigma C^-T, its diagonal over sqrt 2, and a change of the means C^-1 dmu. No matrix of m x m moments is needed for them.
/// </summary>
internal sealed class WhitenedMoments
{
    private static readonly double Half = Math.Sqrt(0.5);

    private readonly double[] inverse;
    private readonly int p;
    private readonly bool hasMeans;

    private WhitenedMoments(FitResult fit, int group, double[] factor)
    {
        var sample = fit.Sample[group - 1];
        (p, hasMeans, Count) = (sample.Names.Count, fit.Table.HasMeanStructure, sample.Count);
        inverse = new double[p * p];
        Cholesky.InvertLower(factor, p, inverse);
        Size = (p * (p + 1) / 2) + (hasMeans ? p : 0);
        Cases = OfCases(sample, PredictedMoments.Of(fit.Table, sample));
        int[] held = [.. fit.Table.HeldVariables().Select(sample.IndexOf)];
        Slopes = OfDerivatives(ImpliedDerivatives.Of(fit.Implied(group)).Without(held), fit.Values.Count);
    }

    /// <summary>Number of the coordinates, m.</summary>
    public int Size { get; }

    /// <summary>Number of cases, n.</summary>
    public int Count { get; }

    /// <summary>Deviations of the cases' products and values from their means, n x m row-major: their mean outer product is the moments' covariance matrix of a case.</summary>
    public double[] Cases { get; }

    /// <summary>The derivatives by the t free parameters, t x m row-major.</summary>
    public double[] Slopes { get; }

    /// <summary>Of a group, counted from 1; null where the implied covariances are not positive definite.</summary>
    public static WhitenedMoments? Of(FitResult fit, int group)
    {
        var factor = fit.ImpliedCovariance(group).ToRowMajorArray();
        return Cholesky.TryFactor(factor, fit.Sample[group - 1].Names.Count) ? new(fit, group, factor) : null;
    }

    /// <summary>A symmetric matrix of p x p, as covariances are, in these coordinates, without the scale of the diagonal: C^-1 S C^-T, row-major.</summary>
    public double[] Whitened(ReadOnlySpan<double> symmetric)
    {
        var (left, both) = (new double[p * p], new double[p * p]);
        FlatMatrix.Multiply(inverse, symmetric, left, p, p, p);
        FlatMatrix.MultiplyTransposed(left, inverse, both, p, p, p);
        return both;
    }

    // dd' - qq' for deviations d and what fixed exogenous variables predict of them, q; then d - q.
    private double[] OfCases(SampleMoments sample, PredictedMoments? predicted)
    {
        var (result, means) = (new double[Count * Size], sample.Means!);
        double[] deviation = new double[p], given = new double[p], white = new double[p], whiteGiven = new double[p];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < p; j++)
                given[j] = deviation[j] = sample.Cases![i, j] - means[j];
            FlatMatrix.MultiplyTransposed(inverse, deviation, white, p, p, 1);
            if (predicted is not null)
            {
                predicted.Project(given);
                FlatMatrix.MultiplyTransposed(inverse, given, whiteGiven, p, p, 1);
            }

            var row = result.AsSpan(i * Size, Size);
            AddProducts(white, white, Half * Half, row);
            if (predicted is not null)
                AddProducts(whiteGiven, whiteGiven, -Half * Half, row);
            for (var j = 0; hasMeans && j < p; j++)
                row[Size - p + j] = white[j] - whiteGiven[j];
        }

        Centre(result);
        return result;
    }

    private void Centre(double[] rows)
    {
        var mean = new double[Size];
        for (var i = 0; i < Count; i++)
            VectorKernels.AddScaled(1.0 / Count, rows.AsSpan(i * Size, Size), mean);
        for (var i = 0; i < Count; i++)
            VectorKernels.AddScaled(-1, mean, rows.AsSpan(i * Size, Size));
    }

    private double[] OfDerivatives(ImpliedDerivatives derivatives, int parameters)
    {
        var count = derivatives.Positions.Length;
        double[] u = new double[count * p], w = new double[count * p], mu = new double[count * p], result = new double[parameters * Size];
        FlatMatrix.MultiplyTransposed(derivatives.U, inverse, u, count, p, p);
        FlatMatrix.MultiplyTransposed(derivatives.W, inverse, w, count, p, p);
        FlatMatrix.MultiplyTransposed(derivatives.Mu, inverse, mu, count, p, p);
        for (var k = 0; k < count; k++)
        {
            var row = result.AsSpan(derivatives.Positions[k] * Size, Size);
            AddProducts(u.AsSpan(k * p, p), w.AsSpan(k * p, p), 1, row);
            for (var j = 0; hasMeans && j < p; j++)
                row[Size - p + j] += mu[(k * p) + j];
        }

        return result;
    }

    // A multiple of u w' + w u', the lower triangle row by row.
    private void AddProducts(ReadOnlySpan<double> u, ReadOnlySpan<double> w, double weight, Span<double> row)
    {
        for (int i = 0, k = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
                row[k++] += weight * ((u[i] * w[j]) + (w[i] * u[j]));
            row[k++] += weight * 2 * Half * u[i] * w[i];
        }
    }
}
