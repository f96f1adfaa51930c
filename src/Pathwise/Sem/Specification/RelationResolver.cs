using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Turns definitions and constraints into functions of the free parameters, by the labels of a table's rows.</summary>
internal sealed class RelationResolver
{
    // Expressions are computed by recursion, and for every sample of a bootstrap.
    private const int Deepest = 2500;
    private const int Largest = 100_000;

    private readonly Dictionary<string, int> positions = [];
    private readonly Dictionary<string, double?> constants = [];
    private readonly Dictionary<string, Expression> definitions = [];

    public RelationResolver(IReadOnlyList<Parameter> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Add(EqualityLabels.PlainLabel(i), rows[i]);
            Add(rows[i].Label, rows[i]);
        }
    }

    /// <summary>The definition that a relation of <c>:=</c> makes; later relations can use its name.</summary>
    public Definition Define(ModelRelation relation)
    {
        if (positions.ContainsKey(relation.Lhs) || constants.ContainsKey(relation.Lhs) || definitions.ContainsKey(relation.Lhs))
            throw new SyntaxException(relation.Line, relation.Text, $"'{relation.Lhs}' is already the label of a parameter or of another definition.");
        var expression = Bounded(Resolve(relation.Right, relation), relation);
        definitions.Add(relation.Lhs, expression);
        return new Definition(relation.Lhs, relation.Rhs, Function(expression));
    }

    /// <summary>The constraint that a relation of <c>==</c>, <c>&lt;</c> or <c>&gt;</c> states.</summary>
    public Constraint Constrain(ModelRelation relation)
    {
        var difference = Bounded(Resolve(new Expression.Binary('-', relation.Left, relation.Right), relation), relation);
        if (difference.Names.Count == 0)
            throw new SyntaxException(relation.Line, relation.Text, "it restricts no free parameter.");
        return new Constraint(relation.Lhs, OperatorText.Parse(relation.Operator), relation.Rhs, Function(difference), true);
    }

    /// <summary>The constraint that two labels stand for the same value.</summary>
    public Constraint Tie(string first, string other)
    {
        var difference = new Expression.Binary('-', new Expression.Name(first), new Expression.Name(other));
        return new Constraint(first, Operator.EqualTo, other, Function(difference), false);
    }

    private void Add(string label, Parameter row)
    {
        if (label.Length == 0 || positions.ContainsKey(label) || constants.ContainsKey(label))
            return;
        if (row.IsFree)
            positions.Add(label, row.Free - 1);
        else
            constants.Add(label, row.FixedValue);
    }

    private ParameterFunction Function(Expression expression) => new(expression, name => positions[name]);

    private static Expression Bounded(Expression expression, ModelRelation relation) => expression.Depth <= Deepest && expression.Size <= Largest
        ? expression
        : throw new SyntaxException(relation.Line, relation.Text, $"with the definitions that it uses spelled out, it is nested more than {Deepest} levels deep or has more than {Largest} operations.");

    private Expression Resolve(Expression expression, ModelRelation relation) => expression.Substitute(name =>
        positions.ContainsKey(name) ? new Expression.Name(name)
        : definitions.TryGetValue(name, out var defined) ? defined
        : constants.TryGetValue(name, out var value) && value is { } constant ? new Expression.Number(constant)
        : throw new SyntaxException(relation.Line, relation.Text, Unknown(name)));

    private string Unknown(string name)
    {
        var labels = positions.Keys.Concat(constants.Keys).Where(label => label[0] != '.').Concat(definitions.Keys).ToList();
        return $"'{name}' is neither a label nor a definition made above. " +
            (labels.Count == 0 ? "The model has no labels." : $"There are: {string.Join(", ", labels)}.");
    }
}
