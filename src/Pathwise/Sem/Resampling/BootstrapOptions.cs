namespace Pathwise.Sem.Resampling;

/// <summary>How a bootstrap is drawn.</summary>
[TypeFormatterSource]
public sealed record BootstrapOptions
{
    /// <summary>Number of replicates.</summary>
    public int Replicates { get; init; } = 5000;

    /// <summary>The seed; replicate i draws from the stream of (seed, i).</summary>
    public required long Seed { get; init; }

    /// <summary>What samples are drawn from.</summary>
    public ResamplingKind Kind { get; init; } = ResamplingKind.Nonparametric;

    /// <summary>
    /// What becomes of improper solutions in the result as it is returned; the other rules can be asked for afterwards, except
    /// redrawing, which has to be drawn.
    /// </summary>
    public ImproperRule Rule { get; init; } = ImproperRule.Keep;

    /// <summary>Fits also every sample that lacks one case, which BCa intervals need; of the nonparametric bootstrap alone.</summary>
    public bool HasJackknife { get; init; }

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>These options, or a refusal of what has no meaning whatever the model: to be asked before any work.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public BootstrapOptions Checked() => this switch
    {
        { Replicates: < 1 } => throw new InputException($"A bootstrap needs at least 1 replicate; {Replicates} were asked for."),
        { Threads: < 0 } => throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor."),
        _ when !Enum.IsDefined(Kind) || !Enum.IsDefined(Rule) => throw new InputException($"Not a kind of bootstrap and a rule for improper solutions: {Kind}, {Rule}."),
        { HasJackknife: true, Kind: not ResamplingKind.Nonparametric } => throw new InputException("The jackknife of BCa intervals belongs to the nonparametric bootstrap."),
        _ => this,
    };
}
