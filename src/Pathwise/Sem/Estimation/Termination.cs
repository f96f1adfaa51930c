namespace Pathwise.Sem.Estimation;

/// <summary>How the minimiser ended: the reason, the steps taken and the largest element of the last gradient.</summary>
[TypeFormatterSource]
public sealed record Termination(StopReason Reason, int Iterations, double Gradient)
{
    /// <summary>True when the estimates are a minimum as far as the gradient tells.</summary>
    public bool HasConverged => Reason == StopReason.GradientVanished;
}
