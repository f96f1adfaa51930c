using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>The distance of one group's implied moments from its sample, for each case. Scratch memory of one worker.</summary>
internal abstract class GroupDiscrepancy
{
    /// <summary>The discrepancy F, or positive infinity where it is not defined (implied covariances not positive definite).</summary>
    public abstract double Value(ImpliedMoments moments);

    /// <summary>
    /// Adds <paramref name="weight"/> times the derivatives of F by the free parameters to <paramref name="gradient"/>, after
    /// <see cref="Value"/> was computed at the same moments.
    /// </summary>
    public abstract void AddGradient(ImpliedMoments moments, double weight, Span<double> gradient);

    /// <summary>
    /// Adds <paramref name="weight"/> times the expected information of a case, half the expected Hessian of F, to
    /// <paramref name="information"/> (t x t over all free parameters), after <see cref="Value"/>.
    /// </summary>
    public abstract void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information);

    /// <summary>Adds <paramref name="weight"/> times half the Hessian of F, t x t, after <see cref="Value"/>.</summary>
    public abstract void AddHessian(ImpliedMoments moments, double weight, Span<double> hessian);
}
