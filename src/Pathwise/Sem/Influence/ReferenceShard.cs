using Pathwise.Shards;

namespace Pathwise.Sem.Influence;

/// <summary>
/// How far searches go in samples without odd cases: of every sample of each kind, for each claim the extent, null above the limit; empty for a
/// sample that cannot be fitted. Workers keep samples of their own, and what is kept may be written meanwhile.
/// </summary>
/// <param name="samples">How many samples there are of each kind.</param>
internal sealed class ReferenceShard(int samples)
{
    private const int MostClaims = 16;

    private static readonly ReferenceKind[] Kinds = Enum.GetValues<ReferenceKind>();

    private readonly double?[]?[][] counts = [.. Kinds.Select(_ => new double?[]?[samples])];

    /// <summary>How many samples a shard has, of all kinds.</summary>
    public int Total(Shard shard) => checked(Kinds.Length * shard.Of(samples).Count);

    /// <summary>How many of them are drawn.</summary>
    public int Done(Shard shard) => Total(shard) - Kinds.Sum(kind => Open(kind, shard).Length);

    /// <summary>The samples of a kind.</summary>
    public IEnumerable<double?[]> Of(ReferenceKind kind) => counts[(int)kind].Select(each => each!);

    /// <summary>The samples of a shard that are not drawn yet.</summary>
    public int[] Open(ReferenceKind kind, Shard shard)
    {
        var (first, count) = shard.Of(samples);
        return [.. Enumerable.Range(first, count).Where(i => Volatile.Read(ref counts[(int)kind][i]) is null)];
    }

    /// <summary>Keeps a sample.</summary>
    public void Keep(ReferenceKind kind, int sample, double?[] extents) => Volatile.Write(ref counts[(int)kind][sample], extents);

    /// <summary>Writes what is drawn so far.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var kind in Kinds)
        {
            int[] done = [.. Enumerable.Range(0, samples).Where(i => Volatile.Read(ref counts[(int)kind][i]) is not null)];
            writer.Write(done.Length);
            foreach (var i in done)
            {
                writer.Write(i);
                writer.Write((byte)counts[(int)kind][i]!.Length);
                foreach (var extent in counts[(int)kind][i]!)
                    writer.Write(extent ?? double.NaN);
            }
        }
    }

    /// <summary>Adds what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public void Read(BinaryReader reader)
    {
        foreach (var kind in Kinds)
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var (i, length) = (reader.ReadInt32(), reader.ReadByte());
                if (i < 0 || i >= samples || length > MostClaims)
                    throw new InvalidDataException($"it tells of sample {i} with {length} claims");
                double?[] extents = new double?[length];
                for (var place = 0; place < length; place++)
                    extents[place] = reader.ReadDouble() is var extent && double.IsNaN(extent) ? null : extent;
                Keep(kind, i, extents);
            }
        }
    }
}
