namespace Pathwise.Sem.Power;

/// <summary>What a test decides in one simulated sample.</summary>
/// <param name="IsRejected">Whether it rejects; null where it does not exist.</param>
/// <param name="Why">Why it does not exist; null where it does, or where nobody says.</param>
internal readonly record struct SimulatedDecision(bool? IsRejected, string? Why = null);
