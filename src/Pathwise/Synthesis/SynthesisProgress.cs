namespace Pathwise.Synthesis;

/// <summary>Where a search stands: what it is doing, how many targets the sheet at hand meets, how far the rest are.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Met">Exact targets that are met.</param>
/// <param name="Targets">Exact targets that the search aims at.</param>
/// <param name="Farthest">The target that is farthest away, and its distance in half units of its last printed digit; null when all are met.</param>
[TypeFormatterSource]
public sealed record SynthesisProgress(string Stage, int Met, int Targets, (string Id, double Distance)? Farthest);
