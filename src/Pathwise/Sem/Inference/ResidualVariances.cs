using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Normal-theory sampling variances at the sample's covariances: of the moments, (s_ii s_jj + s_ij^2) / N, and of their residuals, the diagonal of
/// Q G Q' / N with Q = I - D (D' W D)^-1 D' W (Bollen 1989; Maydeu-Olivares and Shi 2017).
/// </summary>
internal static class ResidualVariances
{
    /// <summary>Of the sample's moments.</summary>
    public static MomentVariances OfSample(FitResult fit, int group)
    {
        var (s, cases) = (fit.Saturated[group - 1].Covariance, fit.Sample[group - 1].Count);
        return new(s.MapIndexed((i, j, value) => ((s[i, i] * s[j, j]) + (value * value)) / cases, Zeros.Include), s.Diagonal() / cases);
    }

    /// <summary>Of the residuals; NaN for residuals that do not vary. Null when the information is singular.</summary>
    public static MomentVariances? OfResiduals(FitResult fit, int group)
    {
        if (ParameterCovariance.Inverse(fit.Objective().Information(), ParameterCovariance.Basis(fit)) is not { } inverse)
            return null;
        var jacobians = fit.Sample.Select((_, g) => MomentJacobian.Of(fit.Implied(g + 1), fit.Values.Count)).ToArray();
        var own = jacobians[group - 1].Derivatives * inverse;
        var variances = Vector<double>.Build.Dense(own.RowCount);
        for (var h = 0; h < jacobians.Length; h++)
        {
            double cases = fit.Sample[h].Count;
            var projection = -own * jacobians[h].Weighted * (cases / fit.CaseCount);
            if (h == group - 1)
                projection += Matrix<double>.Build.DenseIdentity(own.RowCount);
            var spread = projection * MomentJacobian.NormalCovariance(fit.Saturated[h].Covariance);
            variances += Vector<double>.Build.Dense(own.RowCount, a => spread.Row(a) * projection.Row(a) / cases);
        }

        return Laid(variances, OfSample(fit, group));
    }

    private static MomentVariances Laid(Vector<double> variances, MomentVariances of)
    {
        var p = of.Means.Count;
        double Left(int at, double whole) => variances[at] > 1e-10 * whole ? variances[at] : double.NaN;
        return new(
            of.Covariance.MapIndexed((i, j, whole) => Left((Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j), whole), Zeros.Include),
            of.Means.MapIndexed((i, whole) => Left((p * (p + 1) / 2) + i, whole), Zeros.Include));
    }
}
