namespace Pathwise.Sem.Power;

/// <summary>Counts of what one test decides over simulated samples, of a size that does not grow with their number.</summary>
internal sealed class SimulatedDecisions
{
    private readonly SortedDictionary<string, int> without = new(StringComparer.Ordinal);

    /// <summary>In how many samples the test exists.</summary>
    public int Count { get; private set; }

    /// <summary>In how many of them it rejects.</summary>
    public int Rejected { get; private set; }

    /// <summary>The share of them in which it rejects; null where there are none.</summary>
    public double? Share => Count > 0 ? (double)Rejected / Count : null;

    /// <summary>In how many samples it does not exist, by reason; of samples without a reason nothing is counted.</summary>
    public IReadOnlyDictionary<string, int> Without => without;

    /// <summary>Takes up a sample.</summary>
    public void Add(SimulatedDecision decision)
    {
        Count += decision.IsRejected is null ? 0 : 1;
        Rejected += decision.IsRejected is true ? 1 : 0;
        if (decision is { IsRejected: null, Why: { } reason })
            Add(reason, 1);
    }

    /// <summary>Takes up the samples of another.</summary>
    public void Add(SimulatedDecisions other)
    {
        (Count, Rejected) = (Count + other.Count, Rejected + other.Rejected);
        foreach (var (reason, count) in other.without)
            Add(reason, count);
    }

    /// <summary>Writes all of it.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Rejected);
        writer.Write(without.Count);
        foreach (var (reason, count) in without)
        {
            writer.Write(reason);
            writer.Write(count);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SimulatedDecisions Read(BinaryReader reader)
    {
        var result = new SimulatedDecisions { Count = reader.ReadInt32(), Rejected = reader.ReadInt32() };
        for (var left = reader.ReadInt32(); left > 0; left--)
            result.Add(reader.ReadString(), reader.ReadInt32());
        return result;
    }

    private void Add(string reason, int count) => without[reason] = without.GetValueOrDefault(reason) + count;
}
