namespace Pathwise.Sem.Power;

/// <summary>How cut-offs of fit indices are simulated.</summary>
[TypeFormatterSource]
public sealed record CutoffOptions
{
    /// <summary>Samples of each population.</summary>
    public int Replicates { get; init; } = 500;

    /// <summary>The seed; sample i of population k is drawn from the stream of (seed, i), the same for each of them.</summary>
    public required long Seed { get; init; }

    /// <summary>How answers are distributed, one study for each.</summary>
    public IReadOnlyList<AnswerShape> Shapes { get; init => field = ValueList.Of(value); } = ValueList.Of<AnswerShape>([AnswerShape.Normal]);

    /// <summary>Number of cases of a sample; null for that of the data.</summary>
    public int? Count { get; init; }

    /// <summary>Number of threads; it changes no digit of the result. 0 takes one for each processor.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>These options, or a refusal of what has no meaning whatever the model.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public CutoffOptions Checked() => this switch
    {
        { Replicates: < 20 } => throw new InputException($"Cut-offs need at least 20 samples of each population; {Replicates} were asked for."),
        { Count: < 2 } => throw new InputException($"A sample needs at least 2 cases; {Count} were asked for."),
        { Threads: < 0 } => throw new InputException($"The number of threads is {Threads}; expected 1 or more, or 0 for one for each processor."),
        { Shapes: null or [] } => throw new InputException("Cut-offs need at least one shape of answers."),
        _ => this,
    };
}
