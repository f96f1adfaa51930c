using Pathwise.Multiverse.Plans;

namespace Pathwise.Multiverse.Runs;

/// <summary>All universes of a plan with what each of them found, in the order of the plan. Immutable.</summary>
[TypeFormatterSource]
public sealed class MultiverseResult
{
    private readonly double[][]? draws;

    internal MultiverseResult(MultiversePlan plan, IReadOnlyList<UniverseRow> rows, double[][]? draws, int replicates, long seed)
    {
        (Plan, Rows, this.draws, Replicates, Seed) = (plan, ValueList.Of(rows), draws, replicates, seed);
    }

    /// <summary>The plan.</summary>
    public MultiversePlan Plan { get; }

    /// <summary>The universes.</summary>
    public IReadOnlyList<UniverseRow> Rows { get; }

    /// <summary>Number of bootstrap replicates, whose case numbers all universes share; 0 without a bootstrap.</summary>
    public int Replicates { get; }

    /// <summary>The seed of the bootstrap.</summary>
    public long Seed { get; }

    /// <summary>Whether the draws of the claims' effects were kept.</summary>
    public bool HasDraws => draws is not null;

    /// <summary>The published analysis.</summary>
    public UniverseRow Reference => Rows.First(row => row.IsReference);

    /// <summary>
    /// The standardized effect of a claim in every replicate (replicate r draws the same cases in all universes); NaN where the replicate has no
    /// estimate, and empty where the universe has none or draws were not kept. Universes that differ in inference alone share one array.
    /// </summary>
    /// <param name="row">The universe, by its position in <see cref="Rows"/>.</param>
    /// <param name="claim">The claim, by its position in the plan.</param>
    public ReadOnlySpan<double> Draws(int row, int claim) =>
        draws is null || draws[row] is not { Length: > 0 } all ? [] : all.AsSpan(claim * Replicates, Replicates);
}
