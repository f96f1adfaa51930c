using Pathwise.Shards;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>
/// What one shard has drawn of a power study at several numbers of cases, perhaps not all of it yet: sums for each number of cases, whose
/// total over all shards has the bits of a study that one run has drawn. May be written while it is drawn.
/// </summary>
internal sealed class PowerShard
{
    private readonly Lock gate = new();
    private readonly PowerSizes studies;
    private readonly PowerSums[] sums;

    /// <summary>Nothing yet, of the studies at these numbers of cases.</summary>
    public PowerShard(PowerSizes studies) => (this.studies, sums) = (studies, [.. studies.Each.Select(study => study.Sums())]);

    /// <summary>How many samples are drawn, of all numbers of cases.</summary>
    public int Drawn => sums.Sum(each => each.Drawn);

    /// <summary>How many samples a shard has, of all numbers of cases.</summary>
    public int Total(Shard shard) => checked(sums.Length * shard.Of(studies.Replicates).Count);

    /// <summary>Draws what the shard lacks.</summary>
    public void Draw(Shard shard, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var (first, count) = shard.Of(studies.Replicates);
        for (var i = 0; i < sums.Length && !cancellation.IsCancellationRequested; i++)
        {
            var (own, drawn) = (sums[i], sums[i].Drawn);
            if (drawn < count)
                studies.Each[i].Draw(first + drawn, count - drawn, more => Take(own, more), progress, cancellation);
        }
    }

    /// <summary>Takes up what another shard has drawn.</summary>
    public void Add(PowerShard other)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i].Add(other.sums[i]);
    }

    /// <summary>What the samples drawn show.</summary>
    public PowerCurve Curve() => new(studies.Each.Select((study, i) => study.Result(sums[i])));

    /// <summary>Writes what is drawn so far.</summary>
    public void Write(BinaryWriter writer)
    {
        lock (gate)
        {
            foreach (var each in sums)
                each.Write(writer);
        }
    }

    /// <summary>Takes over what <see cref="Write"/> wrote of the same studies.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public void Read(BinaryReader reader)
    {
        foreach (var each in sums)
            each.Read(reader);
    }

    private void Take(PowerSums own, PowerSums more)
    {
        lock (gate)
            own.Add(more);
    }
}
