using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Intervals;

/// <summary>Which intervals of effects are wanted.</summary>
[TypeFormatterSource]
public sealed record EffectOptions
{
    /// <summary>Kinds of intervals; those of the bootstrap need its result.</summary>
    public IReadOnlyList<IntervalKind> Kinds { get; init => field = ValueList.Of(value); } = ValueList.Of<IntervalKind>([IntervalKind.Delta]);

    /// <summary>
    /// The effects, by <see cref="Effect.Name"/>, whose intervals and robust spreads are made; all of them when empty. Profile intervals of every effect of a large
    /// model take their time.
    /// </summary>
    public IReadOnlyList<string> Effects { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Level of confidence.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether intervals of the standardized effects are made as well.</summary>
    public bool IsStandardized { get; init; } = true;

    /// <summary>Number of draws of the Monte Carlo interval.</summary>
    public int MonteCarloDraws { get; init; } = 20_000;

    /// <summary>Seed of the Monte Carlo draws.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Moderators, at whose values conditional effects are estimated; none when empty.</summary>
    public IReadOnlyList<string> Moderators { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>
    /// The values of the moderators, a text for all of them or, after <c>NAME=</c>, for one: <c>mean,sd</c>, <c>16,50,84</c> (percentiles), <c>p10,p90</c>,
    /// numbers, or <c>FROM:TO:STEP</c>. A moderator of which nothing is said has its two values where it has no more, else the mean and one standard
    /// deviation on either side.
    /// </summary>
    public IReadOnlyList<string> At { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Whether effects are compared between the groups of the model, each with each.</summary>
    public bool ComparesGroups { get; init; }

    /// <summary>How the hypothesis is tested that each indirect effect is zero; not at all when empty. Those of the bootstrap need its result.</summary>
    public IReadOnlyList<MediationTestKind> Tests { get; init => field = ValueList.Of(value); } = ValueList.Of<MediationTestKind>([]);

    /// <summary>
    /// How large a standardized direct effect may be on either side of zero and still be called negligible; null where equivalence is not tested.
    /// </summary>
    public double? Equivalence { get; init; }

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public EffectOptions Checked() => this switch
    {
        { Kinds: null } or { Effects: null } => throw new InputException("Effects need lists of kinds of intervals and of names; one of them is null."),
        _ when Kinds.Any(kind => !Enum.IsDefined(kind)) => throw new InputException($"Not a kind of interval: {Kinds.First(kind => !Enum.IsDefined(kind))}."),
        _ when Levels.Problem(Level) is { } problem => throw new InputException(problem),
        { MonteCarloDraws: < 2 } => throw new InputException($"A Monte Carlo interval needs at least 2 draws; {MonteCarloDraws} were asked for."),
        _ when Tests.Any(kind => !Enum.IsDefined(kind)) => throw new InputException($"Not a test of an indirect effect: {Tests.First(kind => !Enum.IsDefined(kind))}."),
        { Equivalence: { } bound } when bound is not (> 0 and < 1) => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The bound of equivalence is a standardized effect between 0 and 1; it is {bound}.")),
        { Equivalence: not null, Level: <= 0.5 } => throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Two one-sided tests each at {1 - Level:0.####} need an interval of level {(2 * Level) - 1:0.####}; expected a level of intervals above 0.5; it is {Level}.")),
        _ => this,
    };
}
