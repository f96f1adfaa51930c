using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>The distance of one group's implied moments from its sample, for each case. Scratch memory of one worker.</summary>
internal abstract class GroupDiscrepancy
{
    /// <summary>The discrepancy F, or positive infinity where it is not defined (implied covariances not positive definite).</summary>
    public abstract double Value(ImpliedMoments moments);

    /// <summary>
    /// Derivatives of F by Sigma (p x p, symmetric: dF = trace(bySigma dSigma)) and by mu, after <see cref="Value"/> was
    /// computed at the same moments.
    /// </summary>
    public abstract void Slopes(Span<double> bySigma, Span<double> byMu);

    /// <summary>
    /// Adds <paramref name="weight"/> times the expected information of a case, trace(V dSigma_i V dSigma_j) / 2 +
    /// dmu_i' V dmu_j, to <paramref name="information"/> (t x t over all free parameters), after <see cref="Value"/>.
    /// </summary>
    public abstract void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information);

    /// <summary>
    /// Adds <paramref name="weight"/> times half the Hessian of F by the first derivatives of the moments (their second derivatives come
    /// on top), t x t, after <see cref="Value"/>.
    /// </summary>
    public abstract void AddCurvature(ImpliedColumns columns, double weight, Span<double> curvature);
}
