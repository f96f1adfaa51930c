namespace Pathwise.Sem.Resampling;

/// <summary>The tables of a bootstrap.</summary>
/// <param name="First">Every replicate as it was drawn first.</param>
/// <param name="Redrawn">Those without a proper solution, drawn anew; null when they were not.</param>
/// <param name="Jackknife">The sample without each case in turn; null when it was not asked for.</param>
internal sealed record Replicates(ReplicateTable First, ReplicateTable? Redrawn, ReplicateTable? Jackknife)
{
    /// <summary>Those without a proper solution, fitted once more within bounds; null when they were not.</summary>
    public ReplicateTable? Bounded { get; init; }
}
