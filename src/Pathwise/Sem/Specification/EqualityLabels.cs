using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>Finds the rows that must be equal: those that share a label, name each other, or are equal over groups.</summary>
internal sealed class EqualityLabels
{
    private readonly List<Draft> rows;
    private readonly EffectiveOptions options;
    private readonly HashSet<string> latent;
    private readonly HashSet<string> modelled;
    private readonly HashSet<string> exempt;

    private EqualityLabels(List<Draft> rows, VariableRoles roles, EffectiveOptions options, IEnumerable<string> exempt)
    {
        this.rows = rows;
        this.options = options;
        latent = [.. roles.Latent];
        modelled = [.. roles.Modelled];
        this.exempt = [.. exempt];
    }

    /// <summary>
    /// The rows with labels where they are tied, and the ties as pairs of positions (the first of the set, another). A
    /// set with a fixed member is fixed as a whole, and has no ties.
    /// </summary>
    public static (IReadOnlyList<Draft> Rows, IReadOnlyList<(int First, int Other)> Ties) Tie(
        IEnumerable<Draft> drafts, VariableRoles roles, EffectiveOptions options, IEnumerable<string> exempt)
    {
        var rows = drafts.ToList();
        var names = new EqualityLabels(rows, roles, options, exempt).Names();
        var sets = names.Select((name, i) => (name, i)).GroupBy(each => each.name, each => each.i)
            .Select(set => set.ToList()).Where(set => set.Count > 1).OrderBy(set => set[1]);
        var ties = new List<(int, int)>();
        foreach (var set in sets)
        {
            if (set.FindIndex(i => !rows[i].IsFree) is var held and >= 0)
                Hold(rows, set, set[held]);
            else
                Join(rows, set, ties);
        }

        return (rows, ties);
    }

    private static void Hold(List<Draft> rows, List<int> set, int held)
    {
        if (set.FindIndex(i => !rows[i].IsFree && rows[i].Value != rows[held].Value) is var at and >= 0)
        {
            throw new InputException(
                $"'{rows[held].Name}' and '{rows[set[at]].Name}' are to be equal, yet are fixed at different values " +
                $"({FormattableString.Invariant($"{rows[held].Value} and {rows[set[at]].Value}")}).");
        }

        foreach (var i in set)
            rows[i] = rows[i].FixedAt(rows[held].Value);
    }

    private static void Join(List<Draft> rows, List<int> set, List<(int, int)> ties)
    {
        ties.AddRange(set.Skip(1).Select(other => (set[0], other)));
        foreach (var i in set.Where(i => rows[i].Label.Length == 0))
            rows[i] = rows[i] with { Label = PlainLabel(set[0]) };
    }

    /// <summary>The label that a row has without being given one: its place in the table, as lavaan writes it.</summary>
    public static string PlainLabel(int position) => $".p{position + 1}.";

    private List<string> Names()
    {
        var perGroup = rows.Count / rows[^1].Group;
        var names = rows.Select((row, i) =>
            row.Label.Length > 0 ? row.Label
            : row.Group > 1 && IsEqualOverGroups(rows[i % perGroup]) ? row.Plain
            : row.Name).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is { Term: { Modifier.IsEqualTo: true } term, Label.Length: > 0 } row)
                names[i] = Resolve(row.Label, term, names);
        }

        return names;
    }

    // equal("f=~x1") names a row; where that row has a label of its own, the label is what is shared.
    private string Resolve(string label, Term term, List<string> names) =>
        rows.FindIndex(row => row.Name == label) is var at and >= 0 ? names[at]
        : rows.Exists(row => row.Label == label && row.Term != term) ? label
        : throw new SyntaxException(term.Line, term.Text, $"equal(\"{label}\") names no parameter of the model.");

    private bool IsEqualOverGroups(Draft row) => !exempt.Contains(row.Plain) && (row.Operator switch
    {
        Operator.Loading => options.Equal(GroupEquality.Loadings),
        Operator.Regression => options.Equal(GroupEquality.Regressions),
        Operator.Threshold => options.Equal(GroupEquality.Thresholds),
        Operator.Scale => false,
        Operator.Intercept => IsEqual(row, GroupEquality.Means, GroupEquality.Intercepts),
        _ when row.IsVariance => IsEqual(row, GroupEquality.LatentVariances, GroupEquality.Residuals),
        _ => IsEqual(row, GroupEquality.LatentCovariances, GroupEquality.ResidualCovariances),
    });

    private bool IsEqual(Draft row, GroupEquality ofLatent, GroupEquality ofObserved) =>
        latent.Contains(row.Lhs) ? options.Equal(ofLatent) : modelled.Contains(row.Lhs) && options.Equal(ofObserved);
}
