namespace Pathwise.Sem.Resampling;

/// <summary>Which intervals of effects are wanted.</summary>
[TypeFormatterSource]
public sealed record EffectOptions
{
    /// <summary>Kinds of intervals; those of the bootstrap need its result.</summary>
    public IReadOnlyList<IntervalKind> Kinds { get; init; } = [IntervalKind.Delta];

    /// <summary>
    /// The effects, by <see cref="Effect.Name"/>, whose intervals and robust spreads are made; all of them when empty. Profile intervals of every effect of a large
    /// model take their time.
    /// </summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>Level of confidence.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether intervals of the standardized effects are made as well.</summary>
    public bool IsStandardized { get; init; } = true;

    /// <summary>Number of draws of the Monte Carlo interval.</summary>
    public int MonteCarloDraws { get; init; } = 20_000;

    /// <summary>Seed of the Monte Carlo draws.</summary>
    public long Seed { get; init; } = 1;
}
