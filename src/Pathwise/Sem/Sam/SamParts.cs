using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Sam;

/// <summary>
/// A model taken apart: measurement blocks, and the structural model of their factors and of observed variables, in which the factors stand like observed variables.
/// </summary>
internal sealed class SamParts
{
    private readonly IReadOnlyList<Term> terms;
    private readonly HashSet<string> latent;
    private readonly HashSet<string> indicators;

    private SamParts(ModelSpecification model, SamOptions options)
    {
        terms = model.Terms;
        latent = [.. terms.Where(term => term.Operator == "=~").Select(term => term.Lhs)];
        indicators = [.. terms.Where(term => term.Operator == "=~").Select(term => term.Rhs)];
        Check();
        Products = model.UnmeasuredProducts;
        CheckProducts();
        var named = BlockPartition.Of(terms, options.Blocks);
        var relations = new RelationParts(model, [.. named.Select(names => terms.Where(term => IsIn(term, names)).ToArray())], [.. terms.Where(IsStructural)]);
        Blocks = [.. named.Select((names, b) => Block(names, relations.OfBlock(b)))];
        Structure = new([.. terms.Where(IsStructural), .. Covariances()], relations.OfStructure);
        Joint = new([.. terms.Where(term => !IsStructural(term)), .. Structure.Terms.Where(term => !HasProduct(term))], Products.Count > 0 ? [] : model.Relations);
    }

    /// <summary>The measurement blocks.</summary>
    public IReadOnlyList<SamBlock> Blocks { get; }

    /// <summary>Products of latent variables.</summary>
    public IReadOnlyList<string> Products { get; }

    /// <summary>The structural model; exogenous variables covary freely.</summary>
    public ModelSyntax Structure { get; }

    /// <summary>The whole model with the covariances that the structural one has, but without the products of latent variables.</summary>
    public ModelSyntax Joint { get; }

    /// <summary>Takes a model apart.</summary>
    /// <exception cref="InputException">It cannot be estimated in two steps.</exception>
    public static SamParts Of(ModelSpecification model, SamOptions options) => new(model, options);

    private void Check()
    {
        if (latent.Count == 0)
            throw new InputException("The model measures no latent variable, so that there is no measurement to be estimated first; expected =~.");
        if (terms.FirstOrDefault(term => term.Operator is "~1" or "|" or "~*~") is { } other)
            throw new InputException($"'{other.Text}': two steps estimate covariance structures, not means or thresholds; leave it out.");
        if (terms.FirstOrDefault(term => term.Operator == "~" && (indicators.Contains(term.Lhs) || ProductName.Factors(term.Rhs).Any(indicators.Contains))) is { } mixed)
            throw new InputException($"'{mixed.Text}': an indicator takes part in a regression, so that measurement and structure cannot be told apart; expected regressions among factors and variables that measure none.");
        if (terms.FirstOrDefault(term => term.Operator == "~~" && indicators.Contains(term.Lhs) != indicators.Contains(term.Rhs)) is { } across)
            throw new InputException($"'{across.Text}': an indicator covaries with a variable of the structural model, so that measurement and structure cannot be told apart; leave it out.");
        if (terms.FirstOrDefault(term => term.Operator == "~~" && term.Lhs == term.Rhs && latent.Contains(term.Lhs) && !indicators.Contains(term.Lhs) && term.Modifier.Fixed is not null) is { } scaled)
            throw new InputException($"'{scaled.Text}': the variance of a factor is fixed; in two steps its unit comes from a loading. Leave it out.");
    }

    private void CheckProducts()
    {
        foreach (var product in Products)
        {
            var factors = ProductName.Factors(product);
            if (factors.Length > 2)
                throw new InputException($"'{product}' is a product of three variables, one of them latent; expected two.");
            if (terms.All(term => term.Operator != "~" || (term.Lhs != factors[0] && term.Rhs != factors[0])) || terms.All(term => term.Operator != "~" || (term.Lhs != factors[1] && term.Rhs != factors[1])))
                throw new InputException($"'{product}': a factor of the product is in no regression by itself; put both into the regression that has the product.");
            if (terms.FirstOrDefault(term => term.Lhs == product) is { } explained)
                throw new InputException($"'{explained.Text}': a product of latent variables predicts and is not explained.");
        }

        if (latent.FirstOrDefault(ProductName.IsProduct) is { } measured)
            throw new InputException($"{measured} is measured by products of indicators; in two steps the moments of products follow from those of their factors. Leave out {measured} =~ ....");
    }

    private bool IsStructural(Term term) => term.Operator == "~" || (term.Operator == "~~" && !indicators.Contains(term.Lhs));

    private bool HasProduct(Term term) => Products.Contains(term.Lhs) || Products.Contains(term.Rhs);

    private bool IsIn(Term term, string[] names) => term.Operator == "=~" ? names.Contains(term.Lhs)
        : !IsStructural(term) && terms.Any(loading => loading.Operator == "=~" && loading.Rhs == term.Lhs && names.Contains(loading.Lhs));

    private SamBlock Block(string[] names, IReadOnlyList<ModelRelation> relations)
    {
        Term[] own = [.. terms.Where(term => IsIn(term, names))];
        return new(
            names,
            [.. names.Where(name => !indicators.Contains(name))],
            [.. own.Where(term => term.Operator == "=~").Select(term => term.Rhs).Where(name => !latent.Contains(name)).Distinct()],
            new(own, relations));
    }

    // Every exogenous variable covaries with every other, latent or not; what nothing else names has its variance.
    private IEnumerable<Term> Covariances()
    {
        string[] factors = [.. latent.Where(name => !indicators.Contains(name))];
        Term[] own = [.. terms.Where(IsStructural)];
        string[] all = [.. factors.Concat(own.SelectMany(term => new[] { term.Lhs, term.Rhs })).Distinct()];
        var explained = own.Where(term => term.Operator == "~").Select(term => term.Lhs).ToHashSet();
        string[] exogenous = [.. all.Where(name => !explained.Contains(name) && !ProductName.Factors(name).Any(explained.Contains))];
        var named = own.Where(term => term.Operator == "~~").SelectMany(term => new[] { (term.Lhs, term.Rhs), (term.Rhs, term.Lhs) }).ToHashSet();
        return from i in Enumerable.Range(0, exogenous.Length)
               from j in Enumerable.Range(i, exogenous.Length - i)
               where !named.Contains((exogenous[i], exogenous[j]))
               select new Term(exogenous[i], "~~", exogenous[j], new(), 0);
    }
}
