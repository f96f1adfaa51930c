using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;

namespace Pathwise.Sem.Resampling;

/// <summary>Draws and fits one sample after the other, on one thread, with memory of its own.</summary>
internal abstract class ReplicateWorker
{
    /// <summary>The discrepancy of the last fit.</summary>
    public abstract double Discrepancy { get; }

    /// <summary>What is to be known of the sample of the last fit.</summary>
    public virtual DrawMarks Marks => DrawMarks.None;

    /// <summary>Draws a sample from the stream and fits it; estimates and effects are written when it converges.</summary>
    public abstract FitStatus Draw(RandomStream stream, EstimateSpans target);

    /// <summary>Fits the sample without one of its cases (counted over all groups).</summary>
    public abstract FitStatus LeaveOut(int omitted, EstimateSpans target);

    /// <summary>Moves a stream past a sample that was drawn before.</summary>
    public abstract void Skip(RandomStream stream);

    /// <summary>
    /// Draws and fits the samples of open replicates, each from its own stream, and names each that is finished. Between two of them other
    /// samples may be drawn and fitted.
    /// </summary>
    public virtual IEnumerable<int> DrawAll(OpenRows rows, long seed)
    {
        var stream = RandomStream.For(seed, 0);
        while (rows.TryTake(out var row))
        {
            stream.Restart(seed, rows.First + row);
            var status = Draw(stream, rows.Table.Row(row));
            rows.Table.Finish(row, status, Discrepancy, Marks);
            yield return row;
        }
    }

    /// <summary>
    /// Draws the samples of open replicates anew, each from where its own stream is after its first draw, until a solution is proper or so many
    /// were drawn, and names each that is finished. One that an interrupt finds at work is left open.
    /// </summary>
    public virtual IEnumerable<int> RedrawAll(OpenRows rows, long seed, int mostDraws)
    {
        var stream = RandomStream.For(seed, 0);
        while (rows.TryTake(out var row))
        {
            stream.Restart(seed, rows.First + row);
            Skip(stream);
            if (TryRedraw(stream, rows, row, mostDraws))
                yield return row;
        }
    }

    private bool TryRedraw(RandomStream stream, OpenRows rows, int row, int mostDraws)
    {
        for (var draw = 1; !rows.IsInterrupted; draw++)
        {
            var status = Draw(stream, rows.Table.Row(row));
            if (status != FitStatus.Proper && draw < mostDraws)
                continue;
            rows.Table.Finish(row, status, Discrepancy, Marks);
            return true;
        }

        return false;
    }

    /// <summary>Fits the sample without each of the open cases, and names each that is finished.</summary>
    public virtual IEnumerable<int> LeaveOutAll(OpenRows rows)
    {
        while (rows.TryTake(out var row))
        {
            var status = LeaveOut(row, rows.Table.Row(row));
            rows.Table.Finish(row, status, Discrepancy, Marks);
            yield return row;
        }
    }
}
