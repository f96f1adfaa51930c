namespace Pathwise.Sem.Syntax;

/// <summary>Names of products of variables: <c>x:w</c> is the product of <c>x</c> and <c>w</c>, as in lavaan.</summary>
internal static class ProductName
{
    private const char Sign = ':';

    /// <summary>True for the name of a product.</summary>
    public static bool IsProduct(string name) => name.Contains(Sign, StringComparison.Ordinal);

    /// <summary>The variables that are multiplied, in the order of the name; the variable itself where the name is of no product.</summary>
    public static string[] Factors(string name) => name.Split(Sign);

    /// <summary>The name of a product of these variables.</summary>
    public static string Of(params IEnumerable<string> factors) => string.Join(Sign, factors);

    /// <summary>Joins names with a colon between them to one name.</summary>
    public static List<Token> Fold(IReadOnlyList<Token> tokens)
    {
        var folded = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(":") && folded is [.., { Kind: TokenKind.Name } before] && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Name)
                folded[^1] = before with { Text = Of(before.Text, tokens[++i].Text) };
            else
                folded.Add(tokens[i]);
        }

        return folded;
    }

    /// <summary>
    /// The terms with one name for each product, the one that is written first: w:x is x:w. A product of a variable with itself is refused.
    /// </summary>
    /// <exception cref="SyntaxException">See above.</exception>
    public static List<Term> Unify(List<Term> terms)
    {
        var first = new Dictionary<string, string>();
        return terms.ConvertAll(term => term with { Lhs = Unified(term.Lhs, term), Rhs = Unified(term.Rhs, term) });

        string Unified(string name, Term term)
        {
            if (!IsProduct(name))
                return name;
            if (Factors(name) is var factors && factors.Distinct().Count() < factors.Length)
                throw new SyntaxException(term.Line, term.Text, $"'{name}' is a product of a variable with itself; compute the square in the data and name it.");
            return first.TryGetValue(Key(name), out var known) ? known : first[Key(name)] = name;
        }
    }

    /// <summary>The products of a latent variable that nothing measures, in the order of the terms.</summary>
    public static IReadOnlyList<string> Unmeasured(IReadOnlyList<Term> terms) => [.. UnmeasuredTerms(terms).Select(each => each.Product).Distinct()];

    /// <summary>Refuses products of a latent variable that nothing measures.</summary>
    /// <exception cref="SyntaxException">There is one.</exception>
    public static void RequireMeasured(IReadOnlyList<Term> terms)
    {
        foreach (var (term, product, factor) in UnmeasuredTerms(terms))
            throw new SyntaxException(term.Line, term.Text, $"'{product}' is a product of the latent variable '{factor}' and has no indicators; measure it by products of indicators, such as {product} =~ x1:w1 + x2:w2, or estimate the model in two steps (--sam local).");
    }

    private static IEnumerable<(Term Term, string Product, string Factor)> UnmeasuredTerms(IReadOnlyList<Term> terms)
    {
        var latent = terms.Where(term => term.Operator == "=~").Select(term => Key(term.Lhs)).ToHashSet();
        return from term in terms
               from name in new[] { term.Lhs, term.Rhs }
               where IsProduct(name) && !latent.Contains(Key(name))
               let factor = Array.Find(Factors(name), latent.Contains)
               where factor is not null
               select (term, name, factor);
    }

    private static string Key(string name) => Of(Factors(name).Order(StringComparer.Ordinal));
}
