namespace Pathwise.Sem.Effects;

/// <summary>An effect and what it is computed from.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="First">The cause; for contrasts and proportions the position of the first effect; for a defined quantity its own.</param>
/// <param name="Second">The outcome; for contrasts and proportions the position of the second effect.</param>
/// <param name="Path">The variables of the path, cause and outcome included; empty for totals.</param>
internal sealed record EffectEntry(Effect Effect, int First, int Second, int[] Path);
