using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Equivalents;

/// <summary>How equivalent models are looked for and what is shown of them.</summary>
[TypeFormatterSource]
public sealed record EquivalentOptions
{
    /// <summary>Structural variables that nothing can act upon and nothing be confounded with, as a randomized cause: arrows to them are not considered.</summary>
    public IReadOnlyList<string> First { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The most models that are fitted; a structural part that can be turned in more ways is refused.</summary>
    public int Most { get; init; } = 2000;

    /// <summary>Intervals of the indirect effects.</summary>
    public EffectOptions Effects { get; init; } = new() { IsStandardized = false };

    /// <summary>The bootstrap of every model whose chi-square is within <see cref="Near"/> of the own one's, or null: intervals of the bootstrap need it.</summary>
    public BootstrapOptions? Bootstrap { get; init; }

    /// <summary>A model whose chi-square is so near to the own one's is marked.</summary>
    public double Near { get; init; } = 2;

    /// <summary>Number of threads, 0 for one each processor; it changes no digit.</summary>
    public int Threads { get; init; }

    /// <summary>These options, or a refusal of what has no meaning whatever the model.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public EquivalentOptions Checked() => this switch
    {
        { First: null } or { Effects: null } => throw new InputException("Equivalent models need a list of names and options of effects; one of them is null."),
        { Most: < 1 } => throw new InputException($"At least one model must be allowed; {Most} were."),
        { Near: < 0 or double.NaN } => throw new InputException($"The difference of chi-squares at which models are near must be 0 or more, not {Near}."),
        { Threads: < 0 } => throw new InputException($"The number of threads must be 0 or more, not {Threads}."),
        { Bootstrap: null } when Effects.Kinds.FirstOrDefault(kind => kind.IsBootstrap(), IntervalKind.Delta) is var kind and not IntervalKind.Delta =>
            throw new InputException($"Intervals of kind {kind.Text()} need a bootstrap."),
        _ => this with { Effects = Effects.Checked(), Bootstrap = Bootstrap?.Checked() },
    };
}
