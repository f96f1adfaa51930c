using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Completes a syntax to a parameter table.</summary>
internal static class TableBuilder
{
    public static ParameterTable Build(ModelSyntax syntax, ModelOptions options, IReadOnlyList<string> groupLabels, IReadOnlyDictionary<string, int>? thresholds = null)
    {
        ProductName.RequireMeasured(syntax.Terms);
        var (roles, terms) = VariableRoles.Of(syntax.Terms);
        options = roles.ReleaseExogenous ? options with { FixedX = false } : options;
        var ordered = OrderedCategories.Of(roles, terms, options, thresholds);
        var effective = new EffectiveOptions(options, groupLabels.Count, terms.Any(term => term.Operator == "~1"), ordered.Names.Count > 0);
        var completed = new Completion(roles, terms, effective, ordered).Rows();
        var expanded = GroupExpansion.Expand(completed, groupLabels.Count, roles, effective, ordered);
        var (drafts, ties) = EqualityLabels.Tie(expanded, roles, effective, Exempt(options, completed));

        var rows = Number(drafts);
        var resolver = new RelationResolver(rows);
        var definitions = new List<Definition>();
        var constraints = new List<Constraint>();
        foreach (var relation in syntax.Relations)
        {
            if (relation.Operator == ":=")
                definitions.Add(resolver.Define(relation));
            else
                constraints.Add(resolver.Constrain(relation));
        }

        constraints.AddRange(ties.Select(tie => resolver.Tie(EqualityLabels.PlainLabel(tie.First), EqualityLabels.PlainLabel(tie.Other))));
        return new ParameterTable
        {
            Rows = [.. rows, .. syntax.Relations.Select(Row), .. constraints.Where(each => !each.IsFromUser).Select(Row)],
            ObservedVariables = roles.Observed,
            LatentVariables = roles.Latent,
            ExogenousVariables = roles.Exogenous,
            OrderedVariables = ordered.Names,
            GroupLabels = [.. groupLabels],
            HasMeanStructure = effective.HasMeanStructure,
            Constraints = constraints,
            Definitions = definitions,
            Options = options,
        };
    }

    private static List<string> Exempt(ModelOptions options, IReadOnlyList<Draft> rows)
    {
        var known = rows.Select(row => row.Plain).ToHashSet();
        var exempt = options.GroupPartial.Select(text => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)))).ToList();
        return exempt.Find(name => !known.Contains(name)) is { } unknown
            ? throw new InputException($"group-partial: '{unknown}' is no parameter of the model; parameters are written as in the syntax: f=~x2, x1~1, x1~~x1.")
            : exempt;
    }

    private static List<Parameter> Number(IReadOnlyList<Draft> drafts)
    {
        var count = 0;
        return [.. drafts.Select(draft => draft.ToParameter(draft.IsFree ? ++count : 0))];
    }

    private static Parameter Row(ModelRelation relation) => new()
    {
        Lhs = relation.Lhs,
        Operator = OperatorText.Parse(relation.Operator),
        Rhs = relation.Rhs,
        Group = 0,
        Label = relation.Operator == ":=" ? relation.Lhs : "",
        IsFromUser = true,
    };

    private static Parameter Row(Constraint constraint) => new()
    {
        Lhs = constraint.Lhs,
        Operator = constraint.Operator,
        Rhs = constraint.Rhs,
        Group = 0,
    };
}
