using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Sam;

/// <summary>Which latent variables have to be measured together: those joined by indicators, residual covariances, labels or constraints.</summary>
internal sealed class BlockPartition
{
    private readonly IReadOnlyList<Term> loadings;
    private readonly string[] latent;
    private readonly int[] parents;

    private BlockPartition(IReadOnlyList<Term> terms)
    {
        loadings = [.. terms.Where(term => term.Operator == "=~")];
        latent = [.. loadings.Select(term => term.Lhs).Distinct()];
        parents = [.. Enumerable.Range(0, latent.Length)];
    }

    /// <summary>The blocks, each its latent variables in the order of the syntax.</summary>
    /// <exception cref="InputException">A name is of no latent variable, one is left out, or blocks asked for are joined.</exception>
    public static IReadOnlyList<string[]> Of(IReadOnlyList<Term> terms, IReadOnlyList<IReadOnlyList<string>> asked)
    {
        var partition = new BlockPartition(terms);
        partition.JoinMeasured(terms);
        partition.JoinLabelled(terms);
        if (asked.Count > 0)
            partition.Ask(asked);
        return [.. Enumerable.Range(0, partition.latent.Length).GroupBy(partition.Root).Select(same => same.Select(i => partition.latent[i]).ToArray())];
    }

    private void JoinMeasured(IReadOnlyList<Term> terms)
    {
        foreach (var shared in loadings.GroupBy(term => term.Rhs))
        {
            string[] measured = [.. shared.Select(term => term.Lhs), .. latent.Contains(shared.Key) ? new[] { shared.Key } : []];
            Join(measured);
        }

        foreach (var term in terms.Where(term => term.Operator == "~~" && term.Lhs != term.Rhs))
        {
            if (MeasuredBy(term.Lhs) is { } one && MeasuredBy(term.Rhs) is { } other)
                Join(one, other);
        }
    }

    private void JoinLabelled(IReadOnlyList<Term> terms)
    {
        foreach (var same in terms.SelectMany(term => (term.Modifier.Labels ?? []).Where(label => label.Length > 0).Select(label => (label, Factor: FactorOf(term)))).Where(each => each.Factor is not null).GroupBy(each => each.label))
            Join([.. same.Select(each => each.Factor!).Distinct()]);
    }

    /// <summary>The factor whose measurement a term is about, or null.</summary>
    private string? FactorOf(Term term) => term.Operator == "=~" ? term.Lhs : term.Operator == "~~" && MeasuredBy(term.Rhs) is not null ? MeasuredBy(term.Lhs) : null;

    private string? MeasuredBy(string indicator) => loadings.FirstOrDefault(term => term.Rhs == indicator)?.Lhs;

    private void Ask(IReadOnlyList<IReadOnlyList<string>> asked)
    {
        string[] named = [.. asked.SelectMany(block => block)];
        if (named.FirstOrDefault(name => !latent.Contains(name)) is { } unknown)
            throw new InputException($"mm.list: {Tables.NearestName.Complaint("the latent variables", unknown, latent)}");
        if (named.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"mm.list names {twice.Key} twice.");
        for (var one = 0; one < asked.Count; one++)
        {
            for (var other = one + 1; other < asked.Count; other++)
            {
                if ((from a in asked[one] from b in asked[other] where Root(At(a)) == Root(At(b)) select (a, b)).FirstOrDefault() is { a: not null } joined)
                    throw new InputException($"mm.list has {joined.a} and {joined.b} in different blocks, but an indicator, a residual covariance, a label or a factor joins them; expected both in one block.");
            }
        }

        foreach (var block in asked)
            Join([.. block]);
        if (Array.Find(latent, name => !named.Any(other => Root(At(other)) == Root(At(name)))) is { } left)
            throw new InputException($"mm.list leaves out {left}; expected every latent variable in a block.");
    }

    private int At(string name) => Array.IndexOf(latent, name);

    private void Join(params string[] names)
    {
        foreach (var name in names.Skip(1))
        {
            var (one, other) = (Root(At(names[0])), Root(At(name)));
            parents[Math.Max(one, other)] = Math.Min(one, other);
        }
    }

    private int Root(int i)
    {
        while (parents[i] != i)
            i = parents[i];
        return i;
    }
}
