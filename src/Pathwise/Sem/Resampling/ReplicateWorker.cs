using Pathwise.Numerics;

namespace Pathwise.Sem.Resampling;

/// <summary>Draws and fits one sample after the other, on one thread, with memory of its own.</summary>
internal abstract class ReplicateWorker
{
    /// <summary>The discrepancy of the last fit.</summary>
    public abstract double Discrepancy { get; }

    /// <summary>Draws a sample from the stream and fits it; estimates and effects are written when it converges.</summary>
    public abstract FitStatus Draw(RandomStream stream, Estimates target);

    /// <summary>Fits the sample without one of its cases (counted over all groups).</summary>
    public abstract FitStatus LeaveOut(int omitted, Estimates target);
}
