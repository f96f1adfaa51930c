using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

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
        var saturated = SaturatedGroup.AtSample(fit, group);
        return Moments(fit, saturated) is { } covariance ? Laid(fit, saturated, covariance.Diagonal()) : null;
    }

    /// <summary>Of the residuals; NaN for residuals that do not vary. Null when the information is singular.</summary>
    public static MomentVariances? OfResiduals(FitResult raw, int group)
    {
        var fit = raw.Working;
        var saturated = SaturatedGroup.AtSample(fit, group);
        if (Moments(fit, saturated) is not { } covariance)
            return null;
        if (fit.Values.Count == 0)
            return Laid(fit, saturated, covariance.Diagonal());
        if (Inverse(fit) is not { } inverse)
            return null;
        var derivatives = saturated.Derivatives();
        var projection = -(derivatives * inverse * derivatives.TransposeThisAndMultiply(Weights(fit, group))) * fit.Sample[group - 1].Count / fit.CaseCount;
        projection += Matrix<double>.Build.DenseIdentity(projection.RowCount);
        var spread = projection * covariance;
        var variances = Vector<double>.Build.Dense(projection.RowCount, i => spread.Row(i) * projection.Row(i));
        return Laid(fit, saturated, variances.PointwiseDivide(covariance.Diagonal()).Map(left => left > 1e-10 ? left : double.NaN).PointwiseMultiply(covariance.Diagonal()));
    }

    // (D' W D)^-1 over all groups, in the directions that the constraints leave free.
    private static Matrix<double>? Inverse(FitResult fit)
    {
        var information = Matrix<double>.Build.Dense(fit.Values.Count, fit.Values.Count);
        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            var derivatives = SaturatedGroup.AtModel(fit, group).Derivatives();
            information += derivatives.TransposeThisAndMultiply(Weights(fit, group) * derivatives) * fit.Sample[group - 1].Count / fit.CaseCount;
        }

        return ParameterCovariance.Inverse(information.ToRowMajorArray(), ParameterCovariance.Basis(fit));
    }

    private static Matrix<double> Weights(FitResult fit, int group) => Informed(fit, SaturatedGroup.AtModel(fit, group));

    private static Matrix<double>? Moments(FitResult fit, SaturatedGroup saturated)
    {
        if (ParameterCovariance.Inverse(Informed(fit, saturated)) is not { } inverse)
            return null;
        var unit = fit.Options.IsRobust() ? inverse * saturated.FirstOrder() * inverse : inverse;
        return unit / saturated.Count;
    }

    private static Matrix<double> Informed(FitResult fit, SaturatedGroup saturated) => fit.Options.Estimator == Estimator.ULS
        ? saturated.CompleteInformation()
        : saturated.Information(fit.Options.InformationUsed());

    // Moments of fixed variables do not vary.
    private static MomentVariances Laid(FitResult fit, SaturatedGroup saturated, Vector<double> variances)
    {
        var p = fit.Table.ObservedVariables.Count;
        var all = Vector<double>.Build.Dense((p * (p + 1) / 2) + p, double.NaN);
        for (var k = 0; k < variances.Count; k++)
            all[saturated.Kept[k]] = variances[k];
        return new(
            Matrix<double>.Build.Dense(p, p, (i, j) => all[(Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j)]),
            Vector<double>.Build.Dense(p, i => all[(p * (p + 1) / 2) + i]));
    }
}
