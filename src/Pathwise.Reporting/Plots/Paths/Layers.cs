namespace Pathwise.Reporting.Plots.Paths;

/// <summary>Layers of structural variables from left to right and the order in each.</summary>
/// <remarks>
/// The method of Sugiyama, Tagawa and Toda (1981): every arrow leads to a later layer (those that close a cycle are left
/// aside), an arrow across layers gets a place in each, and the places of a layer are ordered by the mean place of their
/// neighbours.
/// </remarks>
internal sealed class Layers
{
    private const int Sweeps = 8;

    private readonly Dictionary<string, int> layerOf = [];

    public Layers(PathGraph graph)
    {
        var forward = WithoutCycles(graph);
        foreach (var name in graph.Structural)
            Assign(name, forward);
        var count = layerOf.Values.DefaultIfEmpty(0).Max() + 1;
        Chains = forward.ToDictionary(edge => edge, ChainOf);
        Ordered = [.. Enumerable.Range(0, count).Select(layer => Initial(graph, layer))];
        for (var sweep = 0; sweep < Sweeps; sweep++)
            Sweep(sweep % 2 == 0);
    }

    /// <summary>The places of each layer from top to bottom: names of variables and of passing arrows.</summary>
    public List<List<string>> Ordered { get; }

    /// <summary>The places that each arrow joins, from its start to its end; arrows that close a cycle are missing.</summary>
    public IReadOnlyDictionary<PathEdge, IReadOnlyList<string>> Chains { get; }

    private static List<PathEdge> WithoutCycles(PathGraph graph)
    {
        var kept = new List<PathEdge>();
        foreach (var edge in graph.Directed)
            if (!Reaches(kept, edge.To, edge.From, []))
                kept.Add(edge);
        return kept;
    }

    private static bool Reaches(List<PathEdge> edges, string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && edges.Where(edge => edge.From == from).Any(edge => Reaches(edges, edge.To, to, seen)));

    private int Assign(string name, List<PathEdge> edges)
    {
        if (!layerOf.TryGetValue(name, out var layer))
            layerOf[name] = layer = edges.Where(edge => edge.To == name).Select(edge => Assign(edge.From, edges) + 1).DefaultIfEmpty(0).Max();
        return layer;
    }

    private IReadOnlyList<string> ChainOf(PathEdge edge)
    {
        var passing = Enumerable.Range(layerOf[edge.From] + 1, layerOf[edge.To] - layerOf[edge.From] - 1).Select(layer => $"{layer}\0{edge.From}\0{edge.To}");
        return [edge.From, .. passing, edge.To];
    }

    // Passing arrows begin in the middle, where they meet no indicators.
    private List<string> Initial(PathGraph graph, int layer)
    {
        var variables = graph.Structural.Where(name => layerOf[name] == layer).ToList();
        var passing = Chains.Values.SelectMany(chain => chain.Skip(1).SkipLast(1)).Where(name => name.StartsWith($"{layer}\0", StringComparison.Ordinal)).Distinct();
        variables.InsertRange((variables.Count + 1) / 2, passing);
        return variables;
    }

    private void Sweep(bool isForward)
    {
        var steps = Chains.Values.SelectMany(chain => chain.Zip(chain.Skip(1))).Distinct().ToList();
        var neighbours = isForward ? steps.ToLookup(step => step.Second, step => step.First) : steps.ToLookup(step => step.First, step => step.Second);
        var layers = Enumerable.Range(0, Ordered.Count);
        foreach (var layer in isForward ? layers.Skip(1) : layers.Reverse().Skip(1))
        {
            var beside = Ordered[isForward ? layer - 1 : layer + 1];
            var own = Ordered[layer];
            double Mean(string name) => neighbours[name].Select(other => Share(beside, other)).DefaultIfEmpty(Share(own, name)).Average();
            Ordered[layer] = [.. own.OrderBy(name => Math.Round(Mean(name), 9))];
        }
    }

    private static double Share(List<string> layer, string name) => (layer.IndexOf(name) + 0.5) / layer.Count;
}
