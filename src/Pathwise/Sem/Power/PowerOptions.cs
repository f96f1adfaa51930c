using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>How a power study is simulated.</summary>
[TypeFormatterSource]
public sealed record PowerOptions
{
    /// <summary>Number of cases of each simulated sample.</summary>
    public required int Count { get; init; }

    /// <summary>Number of simulated samples.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>The seed; sample i is drawn from the stream of (seed, i).</summary>
    public required long Seed { get; init; }

    /// <summary>Kinds of intervals; an effect counts as found by a kind when its interval excludes zero.</summary>
    public IReadOnlyList<IntervalKind> Kinds { get; init => field = ValueList.Of(value); } = ValueList.Of<IntervalKind>([IntervalKind.Delta]);

    /// <summary>The effects, by <see cref="Effect.Name"/>, whose intervals are made; all of them when empty.</summary>
    public IReadOnlyList<string> Effects { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>Level of the intervals; one less this is the level of the tests.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Bootstrap samples of each simulated sample, for kinds that need them.</summary>
    public int BootstrapReplicates { get; init; } = 500;

    /// <summary>Likelihood of the fits.</summary>
    public Likelihood Likelihood { get; init; } = Likelihood.Normal;

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public PowerOptions Checked() => this switch
    {
        { Count: < 2 } => throw new InputException($"A sample needs at least 2 cases; {Count} were asked for."),
        { Replicates: < 2 } => throw new InputException($"A power study needs at least 2 samples; {Replicates} were asked for."),
        { Threads: < 0 } => throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor."),
        { Kinds: null } or { Effects: null } => throw new InputException("A power study needs lists of kinds of intervals and of effects; one of them is null."),
        { BootstrapReplicates: < 2 } when Kinds.Any(kind => kind.IsBootstrap()) => throw new InputException($"Intervals of the bootstrap need at least 2 samples; {BootstrapReplicates} were asked for."),
        _ when Levels.Problem(Level) is { } problem => throw new InputException(problem),
        _ => this,
    };
}
