using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>
/// The covariances of products that no regression of the model implies: with each other, with exogenous variables, and, where a factor of the product is
/// itself explained, with the residuals of what the product does not act on. Held at zero they would be claims that nobody made, and that a constant added
/// to a factor would change: (m + c) w = m w + c w.
/// </summary>
internal sealed class ProductCovariances(VariableRoles roles, IReadOnlyList<Term> terms)
{
    private readonly Dictionary<string, int> places = roles.Latent.Concat(roles.Observed).Select((name, i) => (name, i)).ToDictionary(each => each.name, each => each.i);

    /// <summary>The pairs, each in the order in which tables name covariances.</summary>
    public IEnumerable<(string First, string Second)> Pairs
    {
        get
        {
            string[] products = [.. roles.LatentProducts, .. roles.OpenProducts];
            return products.SelectMany((product, i) => Partners(product).Concat(products[(i + 1)..]).Distinct().Select(other => Sorted(product, other)));
        }
    }

    private IEnumerable<string> Partners(string product)
    {
        var others = roles.Unexplained.Where(name => name != product);
        if (!roles.IsOpen(product) || !ProductName.Factors(product).Any(roles.Explained.Contains))
            return others;
        var below = Below(product);
        return others.Concat(roles.Explained.Where(name => !below.Contains(name)));
    }

    // What the product acts on, over any number of regressions.
    private HashSet<string> Below(string product)
    {
        HashSet<string> below = [product];
        for (var known = 0; known < below.Count;)
        {
            known = below.Count;
            below.UnionWith(terms.Where(term => term.Operator == "~" && below.Contains(term.Rhs)).Select(term => term.Lhs).ToList());
        }

        return below;
    }

    private (string, string) Sorted(string one, string other) => places[one] <= places[other] ? (one, other) : (other, one);
}
