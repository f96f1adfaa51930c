using Pathwise.Sem.Power;

namespace Pathwise.Analyses;

/// <summary>A power study: how samples are simulated, of which sizes, and the power wanted.</summary>
/// <param name="Options">How one size is simulated; its number of cases is the first of <paramref name="Counts"/>.</param>
/// <param name="Counts">Numbers of cases.</param>
/// <param name="Target">The power wanted, between 0 and 1; null when none is.</param>
[TypeFormatterSource]
public sealed record PowerPlan(PowerOptions Options, IReadOnlyList<int> Counts, double? Target)
{
    /// <summary>Numbers of cases.</summary>
    public IReadOnlyList<int> Counts { get; init => field = ValueList.Of(value); } = ValueList.Of(Counts);
}
