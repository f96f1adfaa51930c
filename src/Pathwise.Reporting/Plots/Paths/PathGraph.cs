namespace Pathwise.Reporting.Plots.Paths;

/// <summary>The variables of a path diagram by their part in it: structural ones in layers, indicators around them.</summary>
internal sealed class PathGraph
{
    public PathGraph(IReadOnlyList<PathEdge> edges)
    {
        Edges = edges;
        Latent = edges.Where(edge => edge.Kind == PathKind.Loading).Select(edge => edge.From).ToHashSet();
        var regressed = edges.Where(edge => edge.Kind == PathKind.Regression).SelectMany(edge => new[] { edge.From, edge.To }).ToHashSet();
        var measured = edges.Where(edge => edge.Kind == PathKind.Loading).Select(edge => edge.To).ToHashSet();
        bool IsIndicator(string name) => measured.Contains(name) && !regressed.Contains(name) && !Latent.Contains(name);
        var names = edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().ToList();
        Structural = [.. names.Where(name => !IsIndicator(name))];
        Indicators = edges.Where(edge => edge.Kind == PathKind.Loading && IsIndicator(edge.To))
            .DistinctBy(edge => edge.To).ToLookup(edge => edge.From, edge => edge.To);
        Directed = [.. edges.Where(edge => edge.Kind != PathKind.Covariance && !IsIndicator(edge.To) && edge.From != edge.To)];
    }

    private PathGraph(PathGraph whole)
    {
        bool IsStructural(PathEdge edge) => whole.Structural.Contains(edge.From) && whole.Structural.Contains(edge.To);
        Edges = [.. whole.Edges.Where(IsStructural)];
        Latent = whole.Latent;
        Structural = [.. whole.Structural.Where(name => Edges.Any(edge => edge.From != edge.To && (edge.From == name || edge.To == name)))];
        Indicators = Array.Empty<string>().ToLookup(name => name);
        Directed = whole.Directed;
    }

    public IReadOnlyList<PathEdge> Edges { get; }

    public IReadOnlySet<string> Latent { get; private init; }

    /// <summary>Latent variables and observed ones with regressions, in the order of the edges.</summary>
    public IReadOnlyList<string> Structural { get; }

    /// <summary>The indicators that are drawn beside each factor; one that measures two factors stands with the first.</summary>
    public ILookup<string, string> Indicators { get; }

    /// <summary>The arrows between structural variables.</summary>
    public IReadOnlyList<PathEdge> Directed { get; }

    /// <summary>The structural variables that any arrow joins, and these arrows alone.</summary>
    public PathGraph WithoutIndicators() => new(this);

    /// <summary>The same where every variable is latent, as in a picture of concepts.</summary>
    public PathGraph OfConcepts() => new(this) { Latent = Structural.ToHashSet() };
}
