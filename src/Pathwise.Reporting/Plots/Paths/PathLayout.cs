using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>
/// Places of all variables: structural ones in columns from left to right; indicators outside, left of the first column,
/// right of the last, and in rows above or below the columns between.
/// </summary>
internal sealed class PathLayout
{
    private const double IndicatorGap = 8;
    private const double RowDistance = 78;
    private const double ColumnDistance = 54;
    private const double LayerDistance = 56;
    private const double ArcDistance = 150;
    private const double SlotGap = 30;
    private const double PassingHeight = 18;

    private readonly PathGraph graph;
    private readonly Layers layers;
    private readonly Func<string, string> label;
    private readonly bool isTurned;
    private readonly Dictionary<string, PlacedNode> nodes = [];

    /// <summary>The places; of a picture that is to be turned, so that its layers lead downwards, with width and height exchanged.</summary>
    public PathLayout(PathGraph graph, Layers layers, Func<string, string> label, bool isTurned = false)
    {
        this.graph = graph;
        this.layers = layers;
        this.label = label;
        this.isTurned = isTurned;
        Arrange(rowsReachOver: true);
        if (nodes.Values.Any(node => nodes.Values.Any(other => other != node && other.Touches(node.X, node.Y, node.Width, node.Height))))
            Arrange(rowsReachOver: false);
    }

    public IReadOnlyDictionary<string, PlacedNode> Nodes => nodes;

    /// <summary>Where passing arrows cross a layer.</summary>
    public Dictionary<string, (double X, double Y)> Passing { get; } = [];

    // Rows of indicators lie above and below what stands beside them, and may reach over it.
    private void Arrange(bool rowsReachOver)
    {
        nodes.Clear();
        var words = graph.Edges.Select(edge => TextWidth.Of(edge.Label ?? "", LabelPlacement.Size)).DefaultIfEmpty(0).Max();
        var (distance, x) = (isTurned || words == 0 ? LayerDistance : LayerDistance + words, 0.0);
        for (var layer = 0; layer < layers.Ordered.Count; layer++)
            x = PlaceLayer(layer, x, rowsReachOver) + (HasArcs(layer) ? ArcDistance : distance);
    }

    // Covariances bend round the free side of a layer, before the next one.
    private bool HasArcs(int layer) => !isTurned && graph.Edges.Any(edge =>
        edge.Kind == PathKind.Covariance && edge.From != edge.To && layers.Ordered[layer].Contains(edge.From) && layers.Ordered[layer].Contains(edge.To)
        && graph.Indicators[edge.From].Any());

    private double PlaceLayer(int layer, double left, bool rowsReachOver)
    {
        var slots = layers.Ordered[layer].Select((name, i) => SlotOf(name, layer, i)).ToList();
        var column = slots.Max(slot => rowsReachOver ? slot.Node?.Width ?? 0 : slot.Width);
        var outer = slots.SelectMany(slot => slot.Indicators).Where(node => node.Outside == Side.Left).Select(node => node.Width).DefaultIfEmpty(0).Max();
        var middle = left + (outer > 0 ? outer + ColumnDistance : 0) + (column / 2);
        var y = -(slots.Sum(slot => slot.Height) + (SlotGap * (slots.Count - 1))) / 2;
        foreach (var slot in slots)
        {
            Place(slot, middle, y);
            y += slot.Height + SlotGap;
        }
        return middle + (column / 2);
    }

    private Slot SlotOf(string name, int layer, int index)
    {
        if (name.Contains('\0'))
            return new(name, null, [], 0, PassingHeight);
        var side = SideOf(layer, index);
        var node = PlacedNode.Of(name, label(name), graph.Latent.Contains(name)) with { Outside = side };
        if (isTurned)
            node = node.Turned();
        var indicators = graph.Indicators[name].Select(item => PlacedNode.Of(item, label(item), false) with { Outside = side }).ToList();
        if (indicators.Count == 0)
            return new(name, node, [], node.Width, node.Height);
        return side is Side.Left or Side.Right
            ? new(name, node, indicators, node.Width, Math.Max(node.Height, indicators.Sum(item => item.Height + IndicatorGap)))
            : new(name, node, indicators, Math.Max(node.Width, indicators.Sum(item => item.Width + IndicatorGap)), node.Height + RowDistance);
    }

    private Side SideOf(int layer, int index)
    {
        var count = layers.Ordered[layer].Count;
        if (layer == layers.Ordered.Count - 1)
            return Side.Right;
        return layer == 0 ? Side.Left : index <= (count - 1) / 2.0 ? Side.Above : Side.Below;
    }

    private void Place(Slot slot, double x, double top)
    {
        if (slot.Node is not { } node)
        {
            Passing[slot.Name] = (x, top + (slot.Height / 2));
            return;
        }
        var hasRow = slot.Indicators.Count > 0 && node.Outside is Side.Above or Side.Below && slot.Indicators.Count > 0;
        var y = !hasRow ? top + (slot.Height / 2) : node.Outside == Side.Above ? top + slot.Height - (node.Height / 2) : top + (node.Height / 2);
        nodes[node.Name] = node with { X = x, Y = y };
        if (hasRow)
            PlaceRow(slot.Indicators, x, y + ((node.Outside == Side.Above ? -1 : 1) * RowDistance));
        else
            PlaceColumn(slot.Indicators, node, x, y);
    }

    private void PlaceRow(IReadOnlyList<PlacedNode> indicators, double x, double y)
    {
        var left = x - (indicators.Sum(item => item.Width + IndicatorGap) / 2);
        foreach (var item in indicators)
        {
            nodes[item.Name] = item with { X = left + ((item.Width + IndicatorGap) / 2), Y = y };
            left += item.Width + IndicatorGap;
        }
    }

    private void PlaceColumn(IReadOnlyList<PlacedNode> indicators, PlacedNode node, double x, double y)
    {
        var widest = indicators.Select(item => item.Width).DefaultIfEmpty(0).Max();
        var direction = node.Outside == Side.Left ? -1 : 1;
        var top = y - (indicators.Sum(item => item.Height + IndicatorGap) / 2);
        foreach (var item in indicators)
        {
            nodes[item.Name] = item with { Width = widest, X = x + (direction * ((node.Width / 2) + ColumnDistance + (widest / 2))), Y = top + ((item.Height + IndicatorGap) / 2) };
            top += item.Height + IndicatorGap;
        }
    }

    private sealed record Slot(string Name, PlacedNode? Node, IReadOnlyList<PlacedNode> Indicators, double Width, double Height);
}
