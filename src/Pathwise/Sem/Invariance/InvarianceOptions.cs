namespace Pathwise.Sem.Invariance;

/// <summary>How far invariance is followed, and what is done where it does not hold.</summary>
[TypeFormatterSource]
public sealed record InvarianceOptions
{
    /// <summary>The last level that is fitted.</summary>
    public InvarianceLevel Last { get; init; } = InvarianceLevel.Strict;

    /// <summary>How many equalities may be freed at each level, one after the other, where its difference test rejects; 0 for none.</summary>
    public int MostFreed { get; init; }

    /// <summary>The level of the difference tests and of the equivalence tests.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The RMSEA that the equivalence tests tolerate.</summary>
    public double Tolerated { get; init; } = 0.08;

    /// <summary>These options, or a refusal of what has no meaning.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public InvarianceOptions Checked() => this switch
    {
        { MostFreed: < 0 } => throw new InputException($"The number of equalities to free is {MostFreed}; expected 0 or more."),
        { Alpha: not (> 0 and < 1) } => throw new InputException(FormattableString.Invariant($"The level of the tests is {Alpha}; expected a number between 0 and 1, such as 0.05.")),
        { Tolerated: not (> 0) } or { Tolerated: double.PositiveInfinity } => throw new InputException(FormattableString.Invariant($"The RMSEA tolerated is {Tolerated}; expected a number above 0, such as 0.08.")),
        _ when !Enum.IsDefined(Last) => throw new InputException($"Not a level of invariance: {Last}."),
        _ => this,
    };
}
