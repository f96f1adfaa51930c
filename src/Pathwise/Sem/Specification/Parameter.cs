namespace Pathwise.Sem.Specification;

/// <summary>One row of a parameter table: a parameter of the model, a definition or a constraint.</summary>
[TypeFormatterSource]
public sealed record Parameter
{
    /// <summary>Left side: a variable, the name of a defined quantity, or the text of an expression.</summary>
    public required string Lhs { get; init; }

    /// <summary>What the row says of its sides.</summary>
    public required Operator Operator { get; init; }

    /// <summary>Right side: a variable, the text of an expression, or empty for an intercept.</summary>
    public required string Rhs { get; init; }

    /// <summary>Group, counted from 1; 0 for definitions and constraints, which belong to no group.</summary>
    public int Group { get; init; } = 1;

    /// <summary>The user's label, or one the defaults gave (group equality); empty when there is none.</summary>
    public string Label { get; init; } = "";

    /// <summary>
    /// Position in the vector of free parameters, counted from 1; 0 when the row is not free. Rows that a shared label
    /// makes equal each keep a position of their own: the equality is a constraint of the table.
    /// </summary>
    public int Free { get; init; }

    /// <summary>Value of a fixed parameter; null when it is free, defined, or taken from the sample.</summary>
    public double? FixedValue { get; init; }

    /// <summary>Starting value that the user gave with <c>start()</c>, else null.</summary>
    public double? Start { get; init; }

    /// <summary>True for a moment of exogenous observed variables that is held at its sample value (fixed.x).</summary>
    public bool IsSampleMoment { get; init; }

    /// <summary>True when the row was written in the syntax, false when a default added it.</summary>
    public bool IsFromUser { get; init; }

    /// <summary>True when the row is estimated.</summary>
    public bool IsFree => Free > 0;
}
