using Pathwise.Sem.Estimation;
using Pathwise.Shards;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// What shards of a bootstrap have drawn: what files of them hold, and what is drawn besides; may be written meanwhile. A bootstrap that carries
/// on from all of them has the bits of one that was never shared out.
/// </summary>
internal sealed class BootstrapShard
{
    private readonly FitResult fit;
    private readonly BootstrapOptions options;
    private readonly BootstrapResult empty;
    private Replicates read;
    private Replicates now;

    /// <summary>Nothing yet, of a bootstrap of a fit.</summary>
    public BootstrapShard(FitResult fit, BootstrapOptions options)
    {
        (this.fit, this.options) = (fit, options.Checked());
        empty = Bootstrapping.Nothing(fit, options);
        read = now = empty.Replicates;
    }

    /// <summary>What the files hold, for a bootstrap to carry on from.</summary>
    public BootstrapResult Result => new(fit, options with { Rule = read.Redrawn is not null ? ImproperRule.Redraw : read.Bounded is not null ? ImproperRule.Bounded : ImproperRule.Keep }, empty.Catalogue, read, empty.Original);

    /// <summary>How many samples a shard has, those without a case among them.</summary>
    public int Total(Shard shard) => shard.Of(options.Replicates).Count + (options.HasJackknife ? shard.Of(fit.CaseCount).Count : 0);

    /// <summary>How many of them are drawn.</summary>
    public int Done(Shard shard) =>
        Count(shard, read.First, now.First) + (options.HasJackknife ? Count(shard, read.Jackknife!, now.Jackknife!) : 0);

    /// <summary>
    /// Draws what the shard lacks, and redraws its improper samples as <paramref name="isRedrawn"/> asks for of what it has drawn. True when it came to its end.
    /// </summary>
    public bool Draw(Shard shard, Func<BootstrapResult, bool> isRedrawn, IProgress<BootstrapProgress>? progress, CancellationToken cancellation)
    {
        var drawn = Bootstrapping.CarryOn(fit, options, [Result], tables => now = tables, shard, progress, cancellation);
        if (!cancellation.IsCancellationRequested && isRedrawn(drawn))
            Bootstrapping.CarryOn(fit, options with { Rule = ImproperRule.Redraw }, [drawn, Result], tables => now = tables, shard, progress, cancellation);
        return !cancellation.IsCancellationRequested;
    }

    /// <summary>Writes what is drawn so far.</summary>
    public void Write(BinaryWriter writer) => BootstrapFile.WriteRows(writer, fit, options, [now, read]);

    /// <summary>Adds what <see cref="Write"/> wrote of the same bootstrap.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public void Read(BinaryReader reader)
    {
        var earlier = BootstrapFile.ReadOptions(reader);
        if ((earlier.Seed, earlier.Kind, earlier.HasJackknife) != (options.Seed, options.Kind, options.HasJackknife))
            throw new InvalidDataException("it is of another bootstrap");
        read.First.Take(reader);
        if (earlier.Rule == ImproperRule.Bounded)
            (read = read with { Bounded = read.Bounded ?? new(options.Replicates, empty.Catalogue) }).Bounded!.Take(reader);
        if (earlier.Rule == ImproperRule.Redraw)
            (read = read with { Redrawn = read.Redrawn ?? new(options.Replicates, empty.Catalogue) }).Redrawn!.Take(reader);
        if (options.HasJackknife)
            read.Jackknife!.Take(reader);
    }

    private static int Count(Shard shard, ReplicateTable one, ReplicateTable other)
    {
        var (first, count) = shard.Of(one.Count);
        return Enumerable.Range(first, count).Count(row => one.IsDone(row) || other.IsDone(row));
    }
}
