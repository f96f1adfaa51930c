using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// One row of the parameter table, estimated. Standard error, z, p and interval are null where the parameter is fixed or
/// they do not exist; the standardized values are null for definitions that cannot be standardized and for constraints.
/// </summary>
[TypeFormatterSource]
public sealed record Estimate
{
    /// <summary>The row of the table.</summary>
    public required Parameter Parameter { get; init; }

    /// <summary>Left side of the row.</summary>
    public string Lhs => Parameter.Lhs;

    /// <summary>The operator of the row.</summary>
    public Operator Operator => Parameter.Operator;

    /// <summary>Right side of the row.</summary>
    public string Rhs => Parameter.Rhs;

    /// <summary>Group, counted from 1; 0 for definitions.</summary>
    public int Group => Parameter.Group;

    /// <summary>Label, or empty.</summary>
    public string Label => Parameter.Label;

    /// <summary>The estimate, or the fixed value.</summary>
    public required double Value { get; init; }

    /// <summary>Standard error, in the unit of the value.</summary>
    public double? StandardError { get; init; }

    /// <summary>Value over standard error.</summary>
    public double? Z => StandardError is > 0 ? Value / StandardError : null;

    /// <summary>Two-sided p of z.</summary>
    public double? PValue { get; init; }

    /// <summary>Lower end of the normal-theory interval; the value itself when it is fixed.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the normal-theory interval; the value itself when it is fixed.</summary>
    public double? Upper { get; init; }

    /// <summary>The value when every latent variable has variance one.</summary>
    public double? StdLv { get; init; }

    /// <summary>The value when every variable has variance one.</summary>
    public double? StdAll { get; init; }
}
