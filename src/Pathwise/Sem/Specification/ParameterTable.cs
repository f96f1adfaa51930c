namespace Pathwise.Sem.Specification;

/// <summary>
/// Every parameter of a model, free or fixed, with the constraints and definitions on them: a specification after the
/// defaults have been applied.
/// </summary>
[TypeFormatterSource]
public sealed class ParameterTable
{
    /// <summary>
    /// One row for each parameter, group after group (first what the syntax says, then what defaults add), followed by
    /// the rows of definitions and constraints.
    /// </summary>
    public required IReadOnlyList<Parameter> Rows { get; init; }

    /// <summary>
    /// Observed variables: indicators, then endogenous, then exogenous variables, then those that occur only in
    /// covariances or intercepts; each kind in the order of the syntax.
    /// </summary>
    public required IReadOnlyList<string> ObservedVariables { get; init; }

    /// <summary>Latent variables in the order in which they are measured in the syntax.</summary>
    public required IReadOnlyList<string> LatentVariables { get; init; }

    /// <summary>
    /// Observed variables that only predict and whose moments are not modelled by the syntax; their moments are held at the
    /// sample's when <see cref="ModelOptions.FixedX"/> is set.
    /// </summary>
    public required IReadOnlyList<string> ExogenousVariables { get; init; }

    /// <summary>Observed variables whose values are ordered categories, in the order of <see cref="ObservedVariables"/>; every one has thresholds.</summary>
    public IReadOnlyList<string> OrderedVariables { get; init; } = [];

    /// <summary>Labels of the groups; one empty label for a single group.</summary>
    public required IReadOnlyList<string> GroupLabels { get; init; }

    /// <summary>True when means and intercepts are part of the model.</summary>
    public required bool HasMeanStructure { get; init; }

    /// <summary>Restrictions on the free parameters, those that shared labels imply included.</summary>
    public required IReadOnlyList<Constraint> Constraints { get; init; }

    /// <summary>Defined quantities in the order of the syntax.</summary>
    public required IReadOnlyList<Definition> Definitions { get; init; }

    /// <summary>The options by which the table was made.</summary>
    public required ModelOptions Options { get; init; }

    /// <summary>Number of groups.</summary>
    public int GroupCount => GroupLabels.Count;

    /// <summary>Length of the vector of free parameters, before constraints are counted.</summary>
    public int FreeCount => Rows.Count(row => row.IsFree);

    /// <summary>Number of thresholds of an ordered variable; 0 of a continuous one.</summary>
    internal int ThresholdCount(string name) => Rows.Count(row => row.Operator == Operator.Threshold && row.Group == 1 && row.Lhs == name);

    /// <summary>The same table with one more constraint.</summary>
    internal ParameterTable With(Constraint constraint) => With(Rows, [.. Constraints, constraint], Definitions);

    /// <summary>The same table with these rows and constraints, and without definitions.</summary>
    internal ParameterTable With(IReadOnlyList<Parameter> rows, IReadOnlyList<Constraint> constraints) => With(rows, constraints, []);

    /// <summary>The same table with these rows, and with its constraints and definitions or without.</summary>
    internal ParameterTable With(IReadOnlyList<Parameter> rows, bool keepsConstraints = true, bool keepsDefinitions = true) =>
        With(rows, keepsConstraints ? Constraints : [], keepsDefinitions ? Definitions : []);

    private ParameterTable With(IReadOnlyList<Parameter> rows, IReadOnlyList<Constraint> constraints, IReadOnlyList<Definition> definitions) => new()
    {
        Rows = rows,
        ObservedVariables = ObservedVariables,
        LatentVariables = LatentVariables,
        ExogenousVariables = ExogenousVariables,
        OrderedVariables = OrderedVariables,
        GroupLabels = GroupLabels,
        HasMeanStructure = HasMeanStructure,
        Constraints = constraints,
        Definitions = definitions,
        Options = Options,
    };
}
