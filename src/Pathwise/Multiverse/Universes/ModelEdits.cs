using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Universes;

/// <summary>
/// Takes formulas out of a model's syntax and adds others. A model that is not changed keeps its text; of one that is, comments are lost and each
/// formula is written anew, in its place.
/// </summary>
internal static class ModelEdits
{
    /// <summary>The text of a model without these formulas and with those at its end.</summary>
    /// <exception cref="InputException">A formula to take out is not in the model.</exception>
    public static string Apply(string text, IReadOnlyList<string> remove, IReadOnlyList<string> add)
    {
        if (remove.Count == 0 && add.Count == 0)
            return text;
        var edited = remove.Count == 0 ? text.TrimEnd() + "\n" : Without(text, remove);
        return edited + string.Concat(add.Select(line => line + "\n"));
    }

    /// <summary>The text of a model without these observed variables: no formula names them.</summary>
    /// <exception cref="InputException">The model does not have one, or a latent variable would be left without any.</exception>
    public static string Drop(string text, IReadOnlyCollection<string> items)
    {
        if (items.Count == 0)
            return text;
        var syntax = ModelSyntax.Parse(text);
        string[] indicators = [.. syntax.Terms.Where(term => term.Operator == "=~").Select(term => term.Rhs).Distinct()];
        if (items.FirstOrDefault(item => !indicators.Contains(item)) is { } unknown)
            throw new InputException(NearestName.Complaint("the items of the model", unknown, indicators));
        var left = syntax.Terms.Where(term => term.Operator == "=~" && !items.Contains(term.Rhs)).Select(term => term.Lhs).ToHashSet();
        if (syntax.Terms.FirstOrDefault(term => term.Operator == "=~" && !left.Contains(term.Lhs)) is { } bare)
            throw new InputException($"{bare.Lhs} would be left without items.");
        return Written(text, term => !items.Contains(term.Lhs) && !items.Contains(term.Rhs), _ => true);
    }

    /// <summary>The text of a model with those of its terms and relations that are to stay.</summary>
    public static string Written(string text, Func<Term, bool> keepsTerm, Func<Statement, bool> keepsRelation) => string.Concat(
        Statement.Split(Tokenizer.Lines(text)).SelectMany(statement => statement.IsRelation
            ? keepsRelation(statement) ? [$"{Token.Join(statement.Left)} {statement.Operator.Text} {Token.Join(statement.Right)}\n"] : Array.Empty<string>()
            : Formulas([.. FormulaParser.Parse(statement).Where(keepsTerm)])));

    private static string Without(string text, IReadOnlyList<string> remove)
    {
        var statements = Statement.Split(Tokenizer.Lines(string.Join('\n', remove)));
        Term[] terms = [.. statements.Where(statement => !statement.IsRelation).SelectMany(FormulaParser.Parse)];
        string[] relations = [.. statements.Where(statement => statement.IsRelation).Select(statement => statement.Text)];
        var met = new HashSet<string>();
        bool Meets(Term term) => terms.Where(each => IsSame(each, term)).Select(each => met.Add(each.Text)).ToList().Count > 0;
        bool MeetsRelation(Statement statement) => relations.Contains(statement.Text) && met.Add(statement.Text) is var _;
        var edited = Written(text, term => !Meets(term), statement => !MeetsRelation(statement));
        return terms.Select(term => term.Text).Concat(relations).FirstOrDefault(each => !met.Contains(each)) is { } absent
            ? throw new InputException($"there is no '{absent}' in the model that could be taken out.")
            : edited;
    }

    private static bool IsSame(Term one, Term other) => one.Operator == other.Operator
        && ((one.Lhs == other.Lhs && one.Rhs == other.Rhs) || (one.Operator == "~~" && one.Lhs == other.Rhs && one.Rhs == other.Lhs));

    // One line for the terms of one left side.
    private static IEnumerable<string> Formulas(Term[] terms) =>
        from each in terms.GroupBy(term => (term.Lhs, Operator: term.Operator == "~1" ? "~" : term.Operator))
        select $"{each.Key.Lhs} {each.Key.Operator} {string.Join(" + ", each.Select(Right))}\n";

    private static string Right(Term term)
    {
        var formula = Pathwise.Sem.Syntax.TermText.Formula(term with { Modifier = new() });
        var modified = Pathwise.Sem.Syntax.TermText.Formula(term);
        var plain = term.Operator == "~1" ? "1" : term.Rhs;
        return Pretty(term.Modifier, modified[(formula.Length - plain.Length)..]);
    }

    // A single value or label is written as people do.
    private static string Pretty(Modifier modifier, string written) => modifier switch
    {
        { Fixed: [{ } value], Start: null, Labels: null } => $"{value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}{written[written.IndexOf(")*", StringComparison.Ordinal)..][1..]}",
        { Fixed: [null], Start: null, Labels: null } => $"NA{written[written.IndexOf(")*", StringComparison.Ordinal)..][1..]}",
        { Labels: [{ Length: > 0 } label], IsEqualTo: false, Start: null, Fixed: null } => $"{label}{written[written.IndexOf(")*", StringComparison.Ordinal)..][1..]}",
        _ => written,
    };
}
