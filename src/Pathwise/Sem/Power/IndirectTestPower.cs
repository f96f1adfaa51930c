using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Power;

/// <summary>How often a test rejects that an indirect effect is zero: its size where that is so in the population, its power where it is not.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Kind">The test.</param>
/// <param name="Population">The effect in the population.</param>
/// <param name="Count">Number of samples in which the test exists: of these is the share.</param>
/// <param name="Rejected">Share of them in which it rejects at one less the level of the intervals; null where there are none.</param>
[TypeFormatterSource]
public sealed record IndirectTestPower(Effect Effect, MediationTestKind Kind, double Population, int Count, double? Rejected)
{
    /// <summary>Standard error of the share from the number of samples.</summary>
    public double? RejectedError => Rejected is { } share ? Math.Sqrt(share * (1 - share) / Count) : null;

    /// <summary>Number of fitted samples in which the test does not exist, by reason.</summary>
    public IReadOnlyDictionary<string, int> Without { get; init => field = new ValueDictionary<string, int>(value); } = new ValueDictionary<string, int>([]);
}
