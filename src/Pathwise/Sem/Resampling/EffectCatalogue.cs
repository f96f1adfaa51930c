using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// All effects of a model without the user naming one: for every pair of variables joined by regressions the direct effect, each
/// specific indirect effect, the total indirect and the total effect; contrasts of the specific indirect effects of a pair
/// and its proportion mediated; then what the syntax defines.
/// </summary>
internal sealed class EffectCatalogue
{
    private const int MostPathsOfAPair = 200;

    private EffectCatalogue(ParameterTable table, IReadOnlyList<string> variables, List<EffectEntry> entries)
    {
        Variables = variables;
        Entries = entries;
        FreeCount = table.FreeCount;
        Arguments = new DefinitionArguments(table, entries);
    }

    /// <summary>The structural variables, in the order of the matrices that effects are computed from.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The effects, each with the positions it is computed from.</summary>
    public IReadOnlyList<EffectEntry> Entries { get; }

    /// <summary>Number of free parameters of the model.</summary>
    public int FreeCount { get; }

    /// <summary>What the standardized values of definitions are computed from.</summary>
    public DefinitionArguments Arguments { get; }

    /// <summary>The effects of a table whose matrices hold <paramref name="variables"/> in this order.</summary>
    public static EffectCatalogue Of(ParameterTable table, IReadOnlyList<string> variables)
    {
        var entries = new List<EffectEntry>();
        for (var group = 1; group <= table.GroupCount; group++)
        {
            var edges = Edges(table, variables, group);
            for (var cause = 0; cause < variables.Count; cause++)
            {
                for (var outcome = 0; outcome < variables.Count; outcome++)
                {
                    if (cause != outcome)
                        AddPair(entries, variables, edges, cause, outcome, group);
                }
            }
        }

        for (var k = 0; k < table.Definitions.Count; k++)
            entries.Add(new(new Effect(table.Definitions[k].Name, "", EffectKind.Defined, [], 1), k, -1, []));
        return new EffectCatalogue(table, variables, entries);
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

    private static void AddPair(List<EffectEntry> entries, IReadOnlyList<string> variables, List<int>[] edges, int cause, int outcome, int group)
    {
        var paths = new List<int[]>();
        Walk(edges, [cause], outcome, paths);
        if (paths.Count == 0)
            return;

        Effect Named(EffectKind kind, IReadOnlyList<string> via) => new(variables[outcome], variables[cause], kind, via, group);
        var direct = -1;
        var indirect = new List<int>();
        foreach (var path in paths.OrderBy(path => path.Length))
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
        for (var i = 0; i < indirect.Count; i++)
        {
            for (var j = i + 1; j < indirect.Count; j++)
            {
                var via = (IReadOnlyList<string>)[.. entries[indirect[i]].Effect.Via, "", .. entries[indirect[j]].Effect.Via];
                entries.Add(new(Named(EffectKind.Contrast, via), indirect[i], indirect[j], []));
            }
        }
    }

    // Depth first, never twice through a variable.
    private static void Walk(List<int>[] edges, int[] path, int outcome, List<int[]> found)
    {
        foreach (var next in edges[path[^1]].Distinct())
        {
            if (path.Contains(next) || found.Count >= MostPathsOfAPair)
                continue;
            int[] longer = [.. path, next];
            if (next == outcome)
                found.Add(longer);
            else
                Walk(edges, longer, outcome, found);
        }
    }
}
