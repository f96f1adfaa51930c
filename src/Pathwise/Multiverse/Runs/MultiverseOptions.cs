using Pathwise.Sem.Resampling;
using Pathwise.Shards;

namespace Pathwise.Multiverse.Runs;

/// <summary>How the universes of a plan are run.</summary>
[TypeFormatterSource]
public sealed record MultiverseOptions
{
    /// <summary>The file of cases; null for that of the plan.</summary>
    public string? Data { get; init; }

    /// <summary>The codebook; null for that of the plan, or the one beside the data.</summary>
    public string? Codebook { get; init; }

    /// <summary>Number of resamples, which all universes share; 0 for none.</summary>
    public int Replicates { get; init; }

    /// <summary>The seed of the resamples: replicate r draws its case numbers from the stream of (seed, r).</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Number of threads; it changes no digit. 0 takes one for each processor.</summary>
    public int Threads { get; init; }

    /// <summary>Which part of the universes is run; null for all.</summary>
    internal Shard? Shard { get; init; }

    /// <summary>These options, or a refusal of what has no meaning.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public MultiverseOptions Checked()
    {
        if (Replicates < 0 || Replicates == 1)
            throw new InputException($"The number of resamples is {Replicates}; expected 0 for none, or 2 and more.");
        if (Replicates > 0)
            _ = Bootstrap.Checked();
        return Threads >= 0 ? this : throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor.");
    }

    /// <summary>The resamples.</summary>
    internal BootstrapOptions Bootstrap => new() { Replicates = Replicates, Seed = Seed };
}
