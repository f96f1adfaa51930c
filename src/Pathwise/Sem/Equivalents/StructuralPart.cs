using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Equivalents;

/// <summary>
/// What a model says about its structural variables (latent ones that measure no other, observed ones that are no indicators), and all the
/// rest of it, which stays as it is when the structural part is turned.
/// </summary>
internal sealed class StructuralPart
{
    private readonly ModelSpecification model;
    private readonly string[] rest;

    private StructuralPart(ModelSpecification model, StructuralGraph graph, IReadOnlySet<StructuralRelation> settled, string[] rest) =>
        (this.model, Graph, Settled, this.rest) = (model, graph, settled, rest);

    /// <summary>The structural part as the model has it.</summary>
    public StructuralGraph Graph { get; }

    /// <summary>Covariances of observed causes, which are the data's and no claim of the model: they are not turned.</summary>
    public IReadOnlySet<StructuralRelation> Settled { get; }

    /// <summary>Reads the structural part of a fitted model.</summary>
    /// <exception cref="InputException">The model has no arrow between structural variables, a feedback loop, or constraints and fixed values in its structural part.</exception>
    public static StructuralPart Of(ModelSpecification model, FitResult fit)
    {
        var variables = VariablesOf(model, fit.Table);
        Parameter[] rows = [.. fit.Table.Rows.Where(row => IsStructural(variables, row.Lhs, row.Operator.Text(), row.Rhs))];
        Parameter[] free = [.. rows.Where(row => row.IsFree || row.IsSampleMoment)];
        Refuse(model, fit, rows);
        var graph = StructuralGraph.Of([.. variables.Where(name => free.Any(row => row.Lhs == name || row.Rhs == name))], free.Select(Relation).Distinct());
        if (!graph.IsAcyclic)
            throw new InputException($"{model.Source}: the structural part has a feedback loop; arrows can be turned only in a model without one.");
        return new(model, graph, new HashSet<StructuralRelation>(graph.Covariances.Where(each => IsOfCauses(fit.Table, each))), Rest(model, variables));
    }

    /// <summary>The whole model with another structural part.</summary>
    public ModelSpecification With(StructuralGraph graph) => ModelSpecification.Parse(
        string.Join("\n", [.. rest, .. graph.Lines(), .. graph.Zeros()]) + "\n", $"{model.Source}, its structural part turned");

    private static string[] VariablesOf(ModelSpecification model, ParameterTable table)
    {
        HashSet<string> indicators = [.. model.Terms.Where(term => term.Operator == "=~").Select(term => term.Rhs)];
        HashSet<string> regressed = [.. model.Terms.Where(term => term.Operator == "~").SelectMany(term => new[] { term.Lhs, term.Rhs })];
        return [.. table.LatentVariables.Concat(table.ObservedVariables.Where(regressed.Contains)).Where(name => !indicators.Contains(name))];
    }

    private static void Refuse(ModelSpecification model, FitResult fit, Parameter[] rows)
    {
        if (!rows.Any(row => row.Operator == Operator.Regression && row.IsFree))
            throw new InputException($"{model.Source}: no arrow joins two structural variables (y ~ x), so there is none to turn.");
        if (rows.FirstOrDefault(row => row is { IsFree: false, IsSampleMoment: false, FixedValue: not 0 }) is { } set)
            throw new InputException($"{model.Source}: {Text(set)} is fixed at {set.FixedValue}; arrows are turned in structural parts whose parameters are free.");
        HashSet<int> held = [.. fit.Table.Constraints.SelectMany(constraint => constraint.Difference.Positions)];
        if (rows.FirstOrDefault(row => row.IsFree && held.Contains(row.Free - 1)) is { } constrained)
            throw new InputException($"{model.Source}: a constraint holds {Text(constrained)}; arrows are turned in structural parts without constraints.");
    }

    private static bool IsStructural(IReadOnlyCollection<string> variables, string lhs, string kind, string rhs) =>
        kind is "~" or "~~" && lhs != rhs && variables.Contains(lhs) && variables.Contains(rhs);

    private static StructuralRelation Relation(Parameter row) =>
        row.Operator == Operator.Regression ? new(row.Rhs, row.Lhs, true) : new(row.Lhs, row.Rhs, false);

    private static bool IsOfCauses(ParameterTable table, StructuralRelation each) =>
        table.ExogenousVariables.Contains(each.From) && table.ExogenousVariables.Contains(each.To);

    private static string Text(Parameter row) => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}";

    // Definitions speak of labels that turned arrows do not have.
    private static string[] Rest(ModelSpecification model, IReadOnlyCollection<string> variables) =>
    [
        .. model.Terms.Where(term => !IsStructural(variables, term.Lhs, term.Operator, term.Rhs)).Select(TermText.Formula),
        .. model.Relations.Where(relation => relation.Operator != ":=").Select(relation => $"{relation.Lhs} {relation.Operator} {relation.Rhs}"),
    ];
}
