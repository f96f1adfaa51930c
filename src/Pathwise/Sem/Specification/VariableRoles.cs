using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Which part each variable plays in a model, each list in the order of the syntax.</summary>
internal sealed class VariableRoles
{
    private readonly HashSet<string> indicators;
    private readonly HashSet<string> outcomes;
    private readonly HashSet<string> predictors;

    private VariableRoles(IReadOnlyList<Term> terms)
    {
        List<string> Sides(Func<Term, string> side, params string[] operators) =>
            [.. terms.Where(term => operators.Contains(term.Operator)).Select(side).Distinct()];

        Latent = Sides(term => term.Lhs, "=~");
        indicators = [.. Sides(term => term.Rhs, "=~")];
        outcomes = [.. Sides(term => term.Lhs, "~")];
        predictors = [.. Sides(term => term.Rhs, "~")];

        List<string> measuring = [.. Sides(term => term.Rhs, "=~").Except(Latent)];
        List<string> explained = [.. Sides(term => term.Lhs, "~").Except(Latent).Except(measuring)];
        List<string> explaining = [.. Sides(term => term.Rhs, "~").Except(Latent).Except(measuring).Except(explained)];
        List<string> withMoments = [.. Sides(term => term.Lhs, "~~"), .. Sides(term => term.Rhs, "~~"), .. Sides(term => term.Lhs, "~1", "|", "~*~")];
        Observed = [.. measuring.Concat(explained).Concat(explaining).Concat(withMoments.Except(Latent)).Distinct()];
        OpenProducts = [.. explaining.Where(IsOpen)];
        Exogenous = [.. explaining.Except(withMoments)];
        LatentProducts = [.. Latent.Where(name => ProductName.IsProduct(name) && !indicators.Contains(name) && !outcomes.Contains(name))];
    }

    /// <summary>All observed variables.</summary>
    public IReadOnlyList<string> Observed { get; }

    /// <summary>All latent variables.</summary>
    public IReadOnlyList<string> Latent { get; }

    /// <summary>Observed variables that only predict and whose moments the syntax leaves alone.</summary>
    public IReadOnlyList<string> Exogenous { get; }

    /// <summary>
    /// Observed products that only predict, of variables that the model explains or measures: they vary with the residuals of these, and nothing that the
    /// model says gives their covariances.
    /// </summary>
    public IReadOnlyList<string> OpenProducts { get; }

    /// <summary>Latent products that nothing explains.</summary>
    public IReadOnlyList<string> LatentProducts { get; }

    /// <summary>Whether products covary with more than exogenous variables, so that the moments of these cannot be held at the sample's without them.</summary>
    public bool ReleaseExogenous => OpenProducts.Count > 0 || LatentProducts.Count > 0;

    /// <summary>Whether the model explains a factor of a product by regressions, or measures it.</summary>
    public bool IsOpen(string product) => ProductName.IsProduct(product) && ProductName.Factors(product).Any(factor => outcomes.Contains(factor) || Latent.Contains(factor));

    /// <summary>Observed variables that are not exogenous.</summary>
    public IEnumerable<string> Modelled => Observed.Except(Exogenous);

    /// <summary>Latent variables that nothing explains.</summary>
    public IEnumerable<string> ExogenousLatent => Latent.Where(name => !indicators.Contains(name) && !outcomes.Contains(name));

    /// <summary>Variables that the model neither explains nor measures by: latent ones, then observed ones.</summary>
    public IEnumerable<string> Unexplained => Latent.Concat(Observed).Where(name => !outcomes.Contains(name) && !indicators.Contains(name));

    /// <summary>Variables that regressions explain: latent ones, then observed ones.</summary>
    public IEnumerable<string> Explained => Latent.Concat(Observed).Where(outcomes.Contains);

    /// <summary>Variables that are explained and explain nothing: latent ones, then observed ones.</summary>
    public IEnumerable<string> LastInLine => Latent.Concat(Observed)
        .Where(name => outcomes.Contains(name) && !indicators.Contains(name) && !predictors.Contains(name));

    /// <summary>The roles, and the terms with each covariance written in the order of its variables (latent ones first).</summary>
    public static (VariableRoles Roles, IReadOnlyList<Term> Terms) Of(IReadOnlyList<Term> terms)
    {
        var roles = new VariableRoles(terms);
        var place = roles.Latent.Concat(roles.Observed).Select((name, i) => (name, i)).ToDictionary(each => each.name, each => each.i);
        var ordered = terms
            .Select(term => term.Operator == "~~" && place[term.Lhs] > place[term.Rhs] ? term with { Lhs = term.Rhs, Rhs = term.Lhs } : term)
            .ToList();
        return (new VariableRoles(ordered), ordered);
    }
}
