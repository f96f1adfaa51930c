namespace Pathwise.Multiverse.Universes;

/// <summary>What was chosen in a decision.</summary>
/// <param name="Decision">The decision's name.</param>
/// <param name="Option">The option's name.</param>
[TypeFormatterSource]
public sealed record UniverseChoice(string Decision, string Option);
