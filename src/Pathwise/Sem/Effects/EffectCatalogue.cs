using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Effects;

/// <summary>
/// All effects of a model without the user naming one: for every pair of variables joined by regressions the direct effect, each
/// specific indirect effect, the total indirect and the total effect; contrasts of the specific indirect effects of a pair
/// and its proportion mediated; then what the syntax defines. Where a pair has very many paths the shortest of them are listed, and no contrasts;
/// <see cref="Omissions"/> says so.
/// </summary>
internal sealed class EffectCatalogue
{
    private const int MostPathsOfAPair = 200;
    private const int MostNamed = 40;

    // Contrasts grow with the square of the paths: ten paths have 45.
    private const int MostPathsWithContrasts = 10;

    private EffectCatalogue(ParameterTable table, IReadOnlyList<string> variables, List<EffectEntry> entries, List<string> omissions)
    {
        Omissions = omissions;
        Variables = variables;
        Entries = entries;
        Effects = [.. entries.Select(entry => entry.Effect)];
        FreeCount = table.FreeCount;
        Arguments = new DefinitionArguments(table, entries);
    }

    /// <summary>The structural variables, in the order of the matrices that effects are computed from.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The effects, each with the positions it is computed from.</summary>
    public IReadOnlyList<EffectEntry> Entries { get; }

    /// <summary>The effects alone, in the same order.</summary>
    public IReadOnlyList<Effect> Effects { get; }

    /// <summary>What the list leaves out, a sentence for each pair of variables concerned.</summary>
    public IReadOnlyList<string> Omissions { get; }

    /// <summary>Number of free parameters of the model.</summary>
    public int FreeCount { get; }

    /// <summary>What the standardized values of definitions are computed from.</summary>
    public DefinitionArguments Arguments { get; }

    /// <summary>The effects of a table whose matrices hold <paramref name="variables"/> in this order.</summary>
    public static EffectCatalogue Of(ParameterTable table, IReadOnlyList<string> variables)
    {
        var (entries, omissions) = (new List<EffectEntry>(), new List<string>());
        for (var group = 1; group <= table.GroupCount; group++)
        {
            var edges = Edges(table, variables, group);
            for (var cause = 0; cause < variables.Count; cause++)
            {
                for (var outcome = 0; outcome < variables.Count; outcome++)
                {
                    if (cause != outcome)
                        AddPair(entries, omissions, variables, edges, (cause, outcome), (group, table.GroupLabels[group - 1]));
                }
            }
        }

        for (var k = 0; k < table.Definitions.Count; k++)
            entries.Add(new(new Effect(table.Definitions[k].Name, "", EffectKind.Defined, [], 1), k, -1, []));
        return new EffectCatalogue(table, variables, entries, [.. omissions.Distinct()]);
    }

    /// <summary>Stops unless there are effects of these names.</summary>
    /// <exception cref="InputException">A name is that of no effect; the message lists those there are.</exception>
    public void Require(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => Entries.All(entry => entry.Effect.Name != name)) is not { } unknown)
            return;
        var known = Entries.Select(entry => entry.Effect.Name).Distinct().ToList();
        var more = known.Count > MostNamed ? $" and {known.Count - MostNamed} more" : "";
        throw new InputException($"Not an effect of the model: {unknown}. It has: {string.Join(", ", known.Take(MostNamed))}{more}.");
    }

    /// <summary>For each variable those it acts on: by regressions, and by loadings among variables that take part in regressions.</summary>
    private static List<int>[] Edges(ParameterTable table, IReadOnlyList<string> variables, int group)
    {
        var position = variables.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var rows = table.Rows.Where(row => row.Group == group && (row.IsFree || row.FixedValue is not 0)).ToList();
        var nodes = rows.Where(row => row.Operator == Operator.Regression).SelectMany(row => new[] { row.Lhs, row.Rhs }).ToHashSet();
        var edges = variables.Select(_ => new List<int>()).ToArray();
        foreach (var row in rows)
        {
            if (row.Operator == Operator.Regression)
                edges[position[row.Rhs]].Add(position[row.Lhs]);
            else if (row.Operator == Operator.Loading && nodes.Contains(row.Lhs) && nodes.Contains(row.Rhs))
                edges[position[row.Lhs]].Add(position[row.Rhs]);
        }

        return edges;
    }

    private static void AddPair(List<EffectEntry> entries, List<string> omissions, IReadOnlyList<string> variables, List<int>[] edges, (int Cause, int Outcome) pair, (int Number, string Label) group)
    {
        var (cause, outcome) = pair;
        var paths = Paths(edges, cause, outcome);
        if (paths.Count == 0)
            return;
        var areAll = paths.Count <= MostPathsOfAPair;
        if (!areAll)
        {
            paths.RemoveRange(MostPathsOfAPair, paths.Count - MostPathsOfAPair);
            omissions.Add($"{variables[cause]} reaches {variables[outcome]} along more than {MostPathsOfAPair} paths: the shortest {MostPathsOfAPair} are listed; totals hold all of them.");
        }

        Effect Named(EffectKind kind, IReadOnlyList<string> via) => new(variables[outcome], variables[cause], kind, via, group.Number) { GroupLabel = group.Label };
        var direct = -1;
        var indirect = new List<int>();
        foreach (var path in paths)
        {
            if (path.Length == 2)
                direct = entries.Count;
            else
                indirect.Add(entries.Count);
            entries.Add(new(Named(path.Length == 2 ? EffectKind.Direct : EffectKind.SpecificIndirect, [.. path[1..^1].Select(i => variables[i])]), cause, outcome, path));
        }

        if (indirect.Count > 0)
            entries.Add(new(Named(EffectKind.TotalIndirect, []), cause, outcome, []));
        entries.Add(new(Named(EffectKind.Total, []), cause, outcome, []));
        var total = entries.Count - 1;
        if (indirect.Count > 0 && direct >= 0)
            entries.Add(new(Named(EffectKind.ProportionMediated, []), total - 1, total, []));
        if (indirect.Count > MostPathsWithContrasts)
        {
            omissions.Add($"{variables[cause]} reaches {variables[outcome]} along {(areAll ? "" : "more than ")}{indirect.Count} indirect paths: their differences are left out; define those of interest with := in the model.");
            return;
        }

        foreach (var (one, other) in Pairs(indirect))
            entries.Add(new(Named(EffectKind.Contrast, [.. entries[one].Effect.Via, "", .. entries[other].Effect.Via]), one, other, []));
    }

    private static IEnumerable<(int One, int Other)> Pairs(List<int> positions) =>
        from i in Enumerable.Range(0, positions.Count)
        from j in Enumerable.Range(i + 1, positions.Count - i - 1)
        select (positions[i], positions[j]);

    /// <summary>
    /// The paths that go through no variable twice, the shortest first, those of one length in the order of the variables; one more than are
    /// listed where there are more.
    /// </summary>
    private static List<int[]> Paths(List<int>[] edges, int cause, int outcome)
    {
        var leads = Leading(edges, outcome);
        var found = new List<int[]>();
        for (List<int[]> open = [[cause]], longer; open.Count > 0 && found.Count <= MostPathsOfAPair; open = longer)
        {
            longer = [];
            foreach (var (path, next) in from path in open from next in edges[path[^1]].Distinct() where !path.Contains(next) select (path, next))
            {
                if (next == outcome)
                    found.Add([.. path, next]);
                else if (leads[next])
                    longer.Add([.. path, next]);
            }
        }

        return found;
    }

    /// <summary>For each variable whether a path leads from it to the outcome.</summary>
    private static bool[] Leading(List<int>[] edges, int outcome)
    {
        var leads = new bool[edges.Length];
        leads[outcome] = true;
        for (var isNew = true; isNew;)
        {
            isNew = false;
            for (var i = 0; i < edges.Length; i++)
            {
                if (!leads[i] && edges[i].Exists(next => leads[next]))
                    isNew = leads[i] = true;
            }
        }

        return leads;
    }
}
