using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Tests.Sem.Specification;

/// <summary>The stages from a syntax to the rows of its table, one by one.</summary>
internal static class Drafts
{
    public static IReadOnlyList<Draft> Completed(string syntax, ModelOptions? options = null, int groups = 1)
    {
        var (roles, terms) = VariableRoles.Of(ModelSyntax.Parse(syntax).Terms);
        return new Completion(roles, terms, Options(options, groups, terms), Ordered(roles, terms, options)).Rows();
    }

    public static IReadOnlyList<Draft> Expanded(string syntax, int groups, ModelOptions? options = null)
    {
        var (roles, terms) = VariableRoles.Of(ModelSyntax.Parse(syntax).Terms);
        return [.. GroupExpansion.Expand(Completed(syntax, options, groups), groups, roles, Options(options, groups, terms), Ordered(roles, terms, options))];
    }

    public static (IReadOnlyList<Draft> Rows, IReadOnlyList<(int First, int Other)> Ties) Tied(string syntax, int groups, ModelOptions? options = null, params string[] exempt)
    {
        var (roles, terms) = VariableRoles.Of(ModelSyntax.Parse(syntax).Terms);
        return EqualityLabels.Tie(Expanded(syntax, groups, options), roles, Options(options, groups, terms), exempt);
    }

    /// <summary>A row as text: its name, with ? where it is free, the value where it is fixed, and S for the sample's moment.</summary>
    public static string Show(Draft row) => $"{row.Name} {(row.IsSampleMoment ? "S" : row.IsFree ? "?" : FormattableString.Invariant($"{row.Value}"))}";

    // Three categories each.
    private static OrderedCategories Ordered(VariableRoles roles, IReadOnlyList<Term> terms, ModelOptions? options) =>
        OrderedCategories.Of(roles, terms, options ?? new(), roles.Observed.ToDictionary(name => name, _ => 2));

    private static EffectiveOptions Options(ModelOptions? options, int groups, IReadOnlyList<Term> terms) =>
        new(options ?? new(), groups, terms.Any(term => term.Operator == "~1"), options is { Ordered.Count: > 0 });
}
