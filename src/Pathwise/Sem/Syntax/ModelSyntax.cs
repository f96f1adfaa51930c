namespace Pathwise.Sem.Syntax;

/// <summary>A model syntax as it was written: its terms, definitions and constraints, before any default.</summary>
/// <param name="Terms">The parameters named, in the order of the syntax.</param>
/// <param name="Relations">Definitions and constraints, in the order of the syntax.</param>
internal sealed record ModelSyntax(IReadOnlyList<Term> Terms, IReadOnlyList<ModelRelation> Relations)
{
    /// <summary>Reads lavaan's model syntax; what is not supported is refused.</summary>
    public static ModelSyntax Parse(string syntax)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        var terms = new List<Term>();
        var relations = new List<ModelRelation>();
        foreach (var statement in Statement.Split(Tokenizer.Lines(syntax)))
        {
            if (statement.IsRelation)
                relations.Add(RelationParser.Parse(statement));
            else
                terms.AddRange(FormulaParser.Parse(statement));
        }

        if (terms.Count == 0)
            throw new InputException("The model syntax has no formula; a model needs at least one of =~, ~, ~~.");
        terms = ProductName.Unify(terms);
        RefuseRepeats(terms);
        return new ModelSyntax(terms, relations);
    }

    private static void RefuseRepeats(List<Term> terms)
    {
        var seen = new Dictionary<(string, string, string), Term>();
        foreach (var term in terms)
        {
            if (seen.TryGetValue((term.Lhs, term.Operator, term.Rhs), out var first)
                || (term.Operator == "~~" && seen.TryGetValue((term.Rhs, term.Operator, term.Lhs), out first)))
                throw new SyntaxException(term.Line, term.Text, $"this parameter is already given on line {first.Line}.");
            seen.Add((term.Lhs, term.Operator, term.Rhs), term);
        }
    }
}
