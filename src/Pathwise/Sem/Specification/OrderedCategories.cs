using System.Globalization;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Sem.Specification;

/// <summary>The ordered variables of a model, in the order of its observed ones, and how many thresholds each has in the data.</summary>
internal sealed class OrderedCategories
{
    private const string All = "all";

    private readonly Dictionary<string, int> thresholds;

    private OrderedCategories(IReadOnlyList<string> names, Dictionary<string, int> thresholds) => (Names, this.thresholds) = (names, thresholds);

    /// <summary>The ordered variables.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of thresholds of an ordered variable.</summary>
    public int Thresholds(string name) => thresholds[name];

    /// <summary>Whether a variable is ordered.</summary>
    public bool Contains(string name) => thresholds.ContainsKey(name);

    /// <summary>What the options and the syntax name, in the order of the observed variables; covariates, which nothing is assumed of, are taken as numbers.</summary>
    /// <exception cref="InputException">A name is none of the model's observed variables.</exception>
    public static IReadOnlyList<string> NamesOf(VariableRoles roles, IReadOnlyList<Term> terms, ModelOptions options)
    {
        var areAll = options.Ordered is [All] && !roles.Observed.Contains(All);
        if (!areAll && options.Ordered.FirstOrDefault(name => !roles.Observed.Contains(name)) is { } stranger)
            throw new InputException(NearestName.Complaint("the observed variables of the model, so that it could be ordered", stranger, roles.Observed));
        if (terms.FirstOrDefault(term => term.Operator is "|" or "~*~" && roles.Latent.Contains(term.Lhs)) is { } latent)
            throw new SyntaxException(latent.Line, latent.Text, $"{latent.Lhs} is latent; thresholds and scales are of the responses behind observed variables.");
        var written = terms.Where(term => term.Operator is "|").Select(term => term.Lhs);
        var chosen = (areAll ? roles.Modelled : options.Ordered).Concat(written).ToHashSet();
        return roles.Observed.FirstOrDefault(name => ProductName.IsProduct(name) && ProductName.Factors(name).Append(name).Any(chosen.Contains)) is { } product
            ? throw new InputException($"{product} is a product of ordered variables, which are categories and no numbers to multiply; expected continuous ones.")
            : [.. (options.FixedX ? roles.Modelled : roles.Observed).Where(chosen.Contains)];
    }

    /// <summary>The ordered variables with their thresholds in the data, by name; null where the data are not known.</summary>
    public static OrderedCategories Of(VariableRoles roles, IReadOnlyList<Term> terms, ModelOptions options, IReadOnlyDictionary<string, int>? thresholds)
    {
        var names = NamesOf(roles, terms, options);
        if (names.Count > 0 && thresholds is null)
            throw new InputException($"The thresholds of {string.Join(", ", names)} follow from the categories in the data; fit the model to cases.");
        var result = new OrderedCategories(names, names.ToDictionary(name => name, name => thresholds![name]));
        foreach (var term in terms)
            result.Check(term, options.Parameterization);
        return result;
    }

    private void Check(Term term, Parameterization parameterization)
    {
        if (term.Operator == "|" && int.Parse(term.Rhs[1..], CultureInfo.InvariantCulture) > thresholds[term.Lhs])
            throw new SyntaxException(term.Line, term.Text, $"{term.Lhs} has {thresholds[term.Lhs] + 1} categories in the data, and {thresholds[term.Lhs]} thresholds.");
        if (term.Operator == "~*~" && !Contains(term.Lhs))
            throw new SyntaxException(term.Line, term.Text, $"{term.Lhs} is not among the ordered variables, which alone have a scale.");
        if (term.Operator == "~*~" && parameterization == Parameterization.Theta)
            throw new SyntaxException(term.Line, term.Text, "scales are parameters of the delta parameterization; in theta they follow from the residual variances.");
        if (term.Operator == "~~" && term.Lhs == term.Rhs && Contains(term.Lhs) && parameterization == Parameterization.Delta)
            throw new SyntaxException(term.Line, term.Text, $"in the delta parameterization the residual variance of an ordered variable follows from its scale; write {term.Lhs} ~*~ {term.Lhs}, or use theta.");
    }
}
