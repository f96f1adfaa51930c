using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// D' W G W D for the derivatives D of a model's moments, the normal-theory weights W at the moments that a first stage has found and their asymptotic covariance G
/// (<see cref="FirstStageCovariance"/>).
/// </summary>
internal static class FirstStageSandwich
{
    /// <summary>Of all groups, weighted by their shares of the cases, t x t; NaN where a first stage has no asymptotic covariance.</summary>
    public static double[] Middle(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples, FirstStageKind kind)
    {
        var (t, result, total) = (free.Length, new double[free.Length * free.Length], (double)samples.Sum(sample => sample.Count));
        for (var g = 0; g < samples.Count; g++)
        {
            var moments = new ImpliedMoments(structure, g);
            moments.Update(free);
            var slopes = Weighted(MomentSandwich.Rows(moments, t, structure.HasMeans), samples[g], structure.HasMeans);
            var m = slopes.Length / Math.Max(t, 1);
            if (Covariance(samples[g], kind, m) is not { } covariance)
            {
                Array.Fill(result, double.NaN);
                return result;
            }

            var (spread, product) = (new double[slopes.Length], new double[t * t]);
            FlatMatrix.Multiply(slopes, covariance, spread, t, m, m);
            FlatMatrix.MultiplyTransposed(slopes, spread, product, t, m, t);
            VectorKernels.AddScaled(samples[g].Count / total, product, result);
        }

        return result;
    }

    /// <summary>tr(W G) of one sample, with its means or without; null where the first stage has no asymptotic covariance.</summary>
    public static double? Trace(SampleMoments sample, bool hasMeans, FirstStageKind kind)
    {
        var p = sample.Names.Count;
        var m = (p * (p + 1) / 2) + (hasMeans ? p : 0);
        if (Covariance(sample, kind, m) is not { } covariance)
            return null;
        var weights = MomentHessian.Of(sample, sample, MomentVector.Whole(sample.Names));
        var (sum, all) = (0.0, (p * (p + 1) / 2) + p);
        for (var k = 0; k < m; k++)
            sum += VectorKernels.Dot(weights.AsSpan(k * all, m), covariance.AsSpan(k * m, m));
        return sum;
    }

    // Without means what is known of the covariances alone.
    private static double[]? Covariance(SampleMoments sample, FirstStageKind kind, int m)
    {
        var whole = FirstStageCovariance.Of(sample.FirstStage!, kind);
        if (whole is null || whole.Length == m * m)
            return whole;
        var all = (int)Math.Sqrt(whole.Length);
        return [.. from i in Enumerable.Range(0, m) from j in Enumerable.Range(0, m) select whole[(i * all) + j]];
    }

    // W d without W: V C V for the covariances' part C of d, of which a variance counts half, and V e for the means' part e; V is the inverse of the covariances.
    private static double[] Weighted(double[] rows, SampleMoments sample, bool hasMeans)
    {
        var p = sample.Names.Count;
        var covariances = p * (p + 1) / 2;
        var m = covariances + (hasMeans ? p : 0);
        var v = sample.Covariance.Inverse().ToRowMajorArray();
        var (result, full, product, weighted) = (new double[rows.Length], new double[p * p], new double[p * p], new double[p * p]);
        for (var row = 0; row < rows.Length; row += m)
        {
            for (int i = 0, k = row; i < p; i++)
            {
                for (var j = 0; j <= i; j++, k++)
                    full[(i * p) + j] = full[(j * p) + i] = rows[k];
            }

            FlatMatrix.Multiply(v, full, product, p, p, p);
            FlatMatrix.Multiply(product, v, weighted, p, p, p);
            for (int i = 0, k = row; i < p; i++)
            {
                for (var j = 0; j <= i; j++, k++)
                    result[k] = weighted[(i * p) + j] * (i == j ? 0.5 : 1);
            }

            for (var i = 0; hasMeans && i < p; i++)
                result[row + covariances + i] = VectorKernels.Dot(v.AsSpan(i * p, p), rows.AsSpan(row + covariances, p));
        }

        return result;
    }
}
