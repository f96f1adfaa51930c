namespace Pathwise.Sem.Power;

/// <summary>Draws simulated samples and estimates the effects in them, on one thread, with memory of its own.</summary>
internal abstract class PowerWorker
{
    /// <summary>
    /// What the samples of these numbers give, each from its own stream and in its order; the next is written over the last. It ends early
    /// when it is to stop.
    /// </summary>
    public abstract IEnumerable<PowerSample> Samples(int first, int count, CancellationToken stopping);
}
