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

    /// <summary>Moves a stream past a sample that was drawn before.</summary>
    public abstract void Skip(RandomStream stream);

    /// <summary>Draws and fits the samples of some replicates, each from its own stream.</summary>
    public virtual void DrawAll(ReadOnlySpan<int> replicates, long seed, ReplicateTable table)
    {
        var stream = RandomStream.For(seed, 0);
        foreach (var i in replicates)
        {
            stream.Restart(seed, i);
            var status = Draw(stream, table.Row(i));
            table.Finish(i, status, Discrepancy);
        }
    }

    /// <summary>Fits the sample without each of some cases.</summary>
    public virtual void LeaveOutAll(ReadOnlySpan<int> omitted, ReplicateTable table)
    {
        foreach (var i in omitted)
        {
            var status = LeaveOut(i, table.Row(i));
            table.Finish(i, status, Discrepancy);
        }
    }
}
