using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Sampling variances of one group's moments and of their residuals, as lavaan has them. The moments' covariance matrix G is the inverse of
/// the information at the sample's moments, or a sandwich of it for robust estimators; that of the residuals is Q G Q' with Q = I - D (D' W D)^-1 D' W
/// and the estimator's weights W (Bollen 1989; Maydeu-Olivares and Shi 2017). What equalities carry over from the other groups' samples is left out.
/// lavaan has none for unweighted least squares; ours are then of normal theory.
/// </summary>
internal static class ResidualVariances
{
    /// <summary>Of the sample's moments; null when their information is singular.</summary>
    public static MomentVariances? OfSample(FitResult raw, int group)
    {
        var fit = raw.Working;
        return WeightedMoments.Of(fit, group) is { } moments ? Laid(fit, moments, moments.Variances()) : null;
    }

    /// <summary>Of the residuals; NaN for residuals that do not vary. Null when the information is singular.</summary>
    public static MomentVariances? OfResiduals(FitResult raw, int group)
    {
        var fit = raw.Working;
        if (WeightedMoments.Of(fit, group) is not { } moments)
            return null;
        if (fit.Values.Count == 0)
            return Laid(fit, moments, moments.Variances());
        if (Inverse(fit) is not { } inverse)
            return null;
        var variances = moments.Variances();
        var left = Left(moments, inverse, (double)fit.Sample[group - 1].Count / fit.CaseCount);
        for (var k = 0; k < left.Length; k++)
            left[k] = left[k] > 1e-10 * variances[k] ? left[k] : double.NaN;
        return Laid(fit, moments, left);
    }

    /// <summary>
    /// The covariance matrix of a group's residuals, m x m row-major, and the moments that it is of; null when the information is singular.
    /// </summary>
    public static (double[] Covariance, MomentVector Vector)? CovarianceOfResiduals(FitResult raw, int group)
    {
        var fit = raw.Working;
        if (WeightedMoments.Of(fit, group) is not { } moments)
            return null;
        var (result, share) = (moments.Covariance(), (double)fit.Sample[group - 1].Count / fit.CaseCount);
        if (fit.Values.Count > 0)
        {
            if (Inverse(fit) is not { } inverse)
                return null;
            Subtract(moments, inverse, share, result);
        }

        return (Array.ConvertAll(result, value => value / moments.Count), moments.Vector);
    }

    // D M D' - (D E (G W D)' + its transpose), with M = E K E.
    private static void Subtract(WeightedMoments moments, double[] inverse, double share, double[] result)
    {
        var (m, t) = (moments.Vector.Count, (int)Math.Sqrt(inverse.Length));
        double[] slopes = new double[m * t], weighted = new double[m * t], scratch = new double[t * t], middle = new double[t * t], left = new double[m * t];
        for (var k = 0; k < m; k++)
        {
            moments.Slopes(k, slopes.AsSpan(k * t, t));
            moments.WeightedSlopes(k, weighted.AsSpan(k * t, t));
        }

        FlatMatrix.Multiply(inverse, moments.Spread(), scratch, t, t, t);
        FlatMatrix.Multiply(scratch, inverse, middle, t, t, t);
        FlatMatrix.Multiply(slopes, middle, left, m, t, t);
        var product = new double[m * m];
        FlatMatrix.MultiplyTransposed(left, slopes, product, m, t, m);
        VectorKernels.AddScaled(share * share, product, result);
        FlatMatrix.Multiply(slopes, inverse, left, m, t, t);
        FlatMatrix.MultiplyTransposed(left, weighted, product, m, t, m);
        VectorKernels.AddScaled(-share, product, result);
        FlatMatrix.MultiplyTransposed(weighted, left, product, m, t, m);
        VectorKernels.AddScaled(-share, product, result);
    }

    // The diagonal of G - D E (G W D)' - (G W D) E D' + D E K E D' with E = (D' W D)^-1 times the group's share and K = D' W G W D.
    private static double[] Left(WeightedMoments moments, double[] inverse, double share)
    {
        var t = (int)Math.Sqrt(inverse.Length);
        var (scratch, middle) = (new double[t * t], new double[t * t]);
        FlatMatrix.Multiply(inverse, moments.Spread(), scratch, t, t, t);
        FlatMatrix.Multiply(scratch, inverse, middle, t, t, t);
        var (result, slopes, weighted, product) = (moments.Variances(), new double[t], new double[t], new double[t]);
        for (var k = 0; k < result.Length; k++)
        {
            moments.Slopes(k, slopes);
            moments.WeightedSlopes(k, weighted);
            result[k] += share * ((share * Quadratic(slopes, slopes, middle, product)) - (2 * Quadratic(slopes, weighted, inverse, product)));
        }

        return result;
    }

    // a' M b, for an a of which most elements are zero.
    private static double Quadratic(double[] a, double[] b, double[] matrix, double[] product)
    {
        Array.Clear(product);
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != 0)
                VectorKernels.AddScaled(a[i], matrix.AsSpan(i * a.Length, a.Length), product);
        }

        return VectorKernels.Dot(product, b);
    }

    // (D' W D)^-1 over all groups, in the directions that the constraints leave free.
    private static double[]? Inverse(FitResult fit)
    {
        var information = new double[fit.Values.Count * fit.Values.Count];
        for (var group = 1; group <= fit.Table.GroupCount; group++)
            WeightedMoments.AddInformation(fit, group, (double)fit.Sample[group - 1].Count / fit.CaseCount, information);
        return ParameterCovariance.Inverse(information, ParameterCovariance.Basis(fit))?.ToRowMajorArray();
    }

    // Moments of fixed variables do not vary.
    private static MomentVariances Laid(FitResult fit, WeightedMoments moments, double[] variances)
    {
        var p = fit.Table.ObservedVariables.Count;
        var all = moments.Vector.Place([.. variances.Select(variance => variance / moments.Count)]);
        return new(
            Matrix<double>.Build.Dense(p, p, (i, j) => all[MomentVector.PositionOfCovariance(i, j)]),
            Vector<double>.Build.Dense(p, i => all[MomentVector.PositionOfMean(i, p)]));
    }
}
