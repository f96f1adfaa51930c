using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>How influential cases are looked for.</summary>
[TypeFormatterSource]
public sealed record InfluenceOptions
{
    /// <summary>The effect, by <see cref="Effect.Name"/>; the direct and the total effect of the same pair are searched beside it.</summary>
    public required string Effect { get; init; }

    /// <summary>When an effect counts as significant in the search.</summary>
    public SignificanceRule Rule { get; init; } = SignificanceRule.Wald;

    /// <summary>Level of confidence; one less this is the level of the tests.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>
    /// How many fits the enumeration of all sets of a size may take, for all sizes together; a size that would take more is not begun. At
    /// least one for each case.
    /// </summary>
    public int Budget { get; init; } = 150_000;

    /// <summary>Most cases that are left out together; null for half of them, at most a hundred.</summary>
    public int? Most { get; init; }

    /// <summary>Whether one-step approximations stand beside the exact changes.</summary>
    public bool HasOneStep { get; init; }

    /// <summary>Number of samples of each reference; 0 for none.</summary>
    public int ReferenceSamples { get; init; }

    /// <summary>Seed of the reference; sample i is drawn from the stream of (seed, i).</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The interval of the analysis, with which each set found is confirmed.</summary>
    public IntervalKind Interval { get; init; } = IntervalKind.Delta;

    /// <summary>The bootstrap of the analysis; needed by intervals of the bootstrap.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public InfluenceOptions Checked() => this switch
    {
        { Effect: null or "" } => throw new InputException("The search for influential cases needs the name of an effect, such as x -> m -> y."),
        { Most: < 1 } => throw new InputException($"At most {Most} cases would be left out; expected 1 or more."),
        { ReferenceSamples: < 0 or > 0 and < 19 } => throw new InputException($"A reference needs at least 19 samples, or 0 for none; {ReferenceSamples} were asked for."),
        { Threads: < 0 } => throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor."),
        { Bootstrap: null } when Interval.IsBootstrap() => throw new InputException($"Intervals of kind {Interval.Text()} need a bootstrap."),
        _ when Levels.Problem(Level) is { } problem => throw new InputException(problem),
        _ => this,
    };
}
