using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Adds to the syntax' terms the rows that the defaults ask for, and fixes what they fix: one group's rows.</summary>
internal sealed class Completion(VariableRoles roles, IReadOnlyList<Term> terms, EffectiveOptions options, OrderedCategories ordered)
{
    private readonly HashSet<string> latent = [.. roles.Latent];
    private readonly HashSet<string> exogenous = [.. roles.Exogenous];

    /// <summary>What the syntax says, then what the defaults add.</summary>
    public IReadOnlyList<Draft> Rows()
    {
        var fromUser = terms.Select(term => new Draft(term.Lhs, OperatorText.Parse(term.Operator), term.Rhs) { Term = term }).ToList();
        var named = fromUser.Select(row => row.Plain).ToHashSet();
        var added = Added().Where(row => named.Add(row.Plain));
        var scaled = FixFirstLoadings([.. fromUser, .. added]);
        return [.. scaled.Select(Fix)];
    }

    private IEnumerable<Draft> Added()
    {
        foreach (var name in ordered.Names)
        {
            for (var t = 1; t <= ordered.Thresholds(name); t++)
                yield return new Draft(name, Operator.Threshold, $"t{t}");
        }

        foreach (var name in roles.Modelled.Concat(roles.Latent))
            yield return Covariance(name, name);
        foreach (var (first, second) in options.ExogenousCovary ? Pairs([.. roles.ExogenousLatent]) : [])
            yield return Covariance(first, second);
        foreach (var (first, second) in options.EndogenousCovary ? Pairs([.. roles.LastInLine]) : [])
            yield return Covariance(first, second);
        for (var i = 0; i < roles.Exogenous.Count; i++)
        {
            for (var j = i; j < roles.Exogenous.Count; j++)
                yield return Covariance(roles.Exogenous[i], roles.Exogenous[j]);
        }

        foreach (var (first, second) in options.ExogenousCovary ? new ProductCovariances(roles, terms).Pairs : [])
            yield return Covariance(first, second);
        foreach (var name in ordered.Names)
            yield return new Draft(name, Operator.Scale, name);
        foreach (var name in options.HasMeanStructure ? roles.Observed.Concat(roles.Latent) : [])
            yield return new Draft(name, Operator.Intercept, "");
    }

    private static Draft Covariance(string first, string second) => new(first, Operator.Covariance, second);

    private static IEnumerable<(string First, string Second)> Pairs(List<string> names) =>
        names.SelectMany((first, i) => names.Skip(i + 1).Select(second => (first, second)));

    private List<Draft> FixFirstLoadings(List<Draft> rows)
    {
        if (!options.FixesFirstLoading)
            return rows;
        var scaled = new HashSet<string>();
        return rows.ConvertAll(row => row.Operator == Operator.Loading && scaled.Add(row.Lhs) ? row.FixedAt(1) : row);
    }

    // The later rule wins, as in lavaan.
    private Draft Fix(Draft row)
    {
        if (row.IsDefault && row.IsVariance && !options.FreesVariances)
            row = row.FixedAt(0);
        if (row.IsVariance && options.StdLv && latent.Contains(row.Lhs))
            row = row.FixedAt(1);
        if (!row.IsDefault)
            return row;
        if (ordered.Contains(row.Lhs))
            return FixOrdered(row);
        if (row.IsVariance && options.FreesVariances && options.FixesSingleIndicator && IsSingleIndicator(row.Lhs))
            row = row.FixedAt(0);
        if (options.Orthogonal && IsLatentCovariance(row))
            row = row.FixedAt(0);
        if (row.Operator == Operator.Intercept && !(latent.Contains(row.Lhs) ? options.FreesLatentMeans : options.FreesObservedIntercepts))
            row = row.FixedAt(0);
        return options.FixedX && exogenous.Contains(row.Lhs) ? row.FixedAt(null) with { IsSampleMoment = true } : row;
    }

    // Which of residual variance and scale is a parameter, and which follows from it, is the parameterization's; either is held at one.
    private static Draft FixOrdered(Draft row) => row.Operator switch
    {
        Operator.Scale => row.FixedAt(1),
        Operator.Intercept => row.FixedAt(0),
        _ => row.IsVariance ? row.FixedAt(1) : row,
    };

    private bool IsLatentCovariance(Draft row) =>
        row.Operator == Operator.Covariance && !row.IsVariance && latent.Contains(row.Lhs) && latent.Contains(row.Rhs);

    private bool IsSingleIndicator(string name)
    {
        var measured = terms.Where(term => term.Operator == "=~" && term.Rhs == name).ToList();
        return measured.Count == 1 && terms.Count(term => term.Operator == "=~" && term.Lhs == measured[0].Lhs) == 1;
    }
}
