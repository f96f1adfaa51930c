using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>A discrepancy of the implied covariances Sigma and means mu of p continuous variables.</summary>
internal abstract class CovarianceDiscrepancy : GroupDiscrepancy
{
    private double[] bySigma = [], byMu = [];

    /// <summary>
    /// Derivatives of F by Sigma (p x p, symmetric: dF = trace(bySigma dSigma)) and by mu, after <see cref="GroupDiscrepancy.Value"/> was
    /// computed at the same moments.
    /// </summary>
    public abstract void Slopes(Span<double> bySigma, Span<double> byMu);

    /// <summary>
    /// Adds <paramref name="weight"/> times half the Hessian of F by the first derivatives of the moments (their second derivatives come
    /// on top), t x t, after <see cref="GroupDiscrepancy.Value"/>.
    /// </summary>
    public abstract void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature);

    /// <inheritdoc/>
    public sealed override void AddGradient(ImpliedMoments moments, double weight, Span<double> gradient)
    {
        TakeSlopes(moments);
        for (var i = 0; i < bySigma.Length; i++)
            bySigma[i] *= weight;
        for (var i = 0; i < byMu.Length; i++)
            byMu[i] *= weight;
        moments.AddGradient(bySigma, byMu, gradient);
    }

    /// <inheritdoc/>
    public sealed override void AddHessian(ImpliedMoments moments, double weight, Span<double> hessian)
    {
        var columns = ImpliedColumns.Of(moments);
        TakeSlopes(moments);
        ImpliedCurvature.Add(moments, columns, bySigma, byMu, weight, hessian);
        AddCurvature(columns, weight, hessian);
    }

    private void TakeSlopes(ImpliedMoments moments)
    {
        if (byMu.Length == 0)
            (bySigma, byMu) = (new double[moments.Size * moments.Size], new double[moments.Size]);
        Slopes(bySigma, byMu);
    }
}
