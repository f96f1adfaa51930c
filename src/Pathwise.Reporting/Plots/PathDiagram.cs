using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots.Paths;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Plots;

/// <summary>
/// A structural equation model as arrows between its variables, with standardized estimates: ellipses are latent, boxes
/// observed; the width of an arrow follows the size of the estimate, a dashed orange arrow is negative, a grey one is not
/// significant.
/// </summary>
public static class PathDiagram
{
    private const double SignificanceLevel = 0.05;
    private const double Margin = 6;

    private const string Legend =
        "Standardized estimates. Ellipses are latent, boxes observed. Wider arrows are stronger; dashed orange ones are negative; grey ones are not significant (p ≥ .05).";

    /// <summary>The diagram of these arrows; names are replaced by labels where given.</summary>
    /// <exception cref="ArgumentException">There is no arrow.</exception>
    public static Figure Of(
        IReadOnlyList<PathEdge> edges,
        string title = "Path diagram",
        IReadOnlyDictionary<string, string>? labels = null,
        string note = Legend)
    {
        ArgumentNullException.ThrowIfNull(edges);
        if (edges.Count == 0)
            throw new ArgumentException("A path diagram needs at least one arrow.", nameof(edges));
        string LabelOf(string name) => labels?.GetValueOrDefault(name) ?? name;
        var drawn = edges.Where(edge => edge.From != edge.To).ToList();
        var graph = new PathGraph(edges);
        var layers = new Layers(graph);
        var layout = new PathLayout(graph, layers, LabelOf);
        var routes = new PathRoutes(graph, layers, layout);
        var curves = drawn.Select(edge => (Edge: edge, Curve: routes.Of(edge))).ToList();
        var numbers = Numbers(curves, [.. layout.Nodes.Values]);
        return Framed(title, Words(drawn, LabelOf), note, [.. curves.Select(Arrow), .. layout.Nodes.Values.Select(Node), .. numbers]);
    }

    private static EdgeMark Arrow((PathEdge Edge, IReadOnlyList<(double X, double Y)> Curve) path) => new()
    {
        Curve = path.Curve,
        IsDoubleHeaded = path.Edge.Kind == PathKind.Covariance,
        Width = 0.8 + (2.4 * Math.Min(Math.Abs(path.Edge.Value ?? 0), 1)),
        Tone = ToneOf(path.Edge),
        Stroke = path.Edge.Value < 0 ? Stroke.Dashed : Stroke.Solid,
    };

    private static Tone ToneOf(PathEdge edge) =>
        edge.Value is null ? Tone.Ink
        : edge.PValue >= SignificanceLevel ? Tone.Muted
        : edge.Value < 0 ? Tone.Vermilion : Tone.Blue;

    private static NodeMark Node(PlacedNode node) => new()
    {
        X = node.X,
        Y = node.Y,
        Width = node.Width,
        Height = node.Height,
        Lines = node.Lines,
        IsEllipse = node.IsLatent,
        Tone = Tone.Ink,
        Size = node.IsLatent ? PlacedNode.LatentSize : PlacedNode.ObservedSize,
    };

    private static IEnumerable<TextMark> Numbers(IEnumerable<(PathEdge Edge, IReadOnlyList<(double X, double Y)> Curve)> curves, PlacedNode[] nodes)
    {
        var placement = new LabelPlacement(nodes);
        foreach (var (edge, curve) in curves.Where(path => path.Edge.Value is not null).OrderBy(path => path.Edge.Kind == PathKind.Loading))
        {
            var text = NumberText.Number(edge.Value, 2, isBounded: true).Replace('-', '−');
            var (x, y) = placement.Place(text, curve, edge.Kind == PathKind.Loading ? 0.6 : 0.5);
            yield return new TextMark { X = x, Y = y, Text = text, Size = LabelPlacement.Size, Tone = Tone.Ink, IsBold = edge.Kind == PathKind.Regression };
        }
    }

    // Everything drawn moves into a frame that begins at zero.
    private static Figure Framed(string title, string words, string note, IReadOnlyList<Mark> marks)
    {
        var points = marks.SelectMany(Corners).ToList();
        var (left, top) = (points.Min(point => point.X) - Margin, points.Min(point => point.Y) - Margin);
        var (width, height) = (points.Max(point => point.X) - left + Margin, points.Max(point => point.Y) - top + Margin);
        var whole = Math.Max((int)Math.Ceiling(width) + SvgFigure.Sides, 360);
        return new()
        {
            Title = title,
            AlternativeText = words,
            Note = note,
            Width = whole,
            Height = SvgFigure.HeightFor(title, note, whole, height),
            X = Axis.Hidden(left, left + whole - SvgFigure.Sides),
            Y = Axis.Hidden(top, top + height, isReversed: true),
            Marks = marks,
        };
    }

    private static IEnumerable<(double X, double Y)> Corners(Mark mark) => mark switch
    {
        NodeMark node => [(node.X - (node.Width / 2), node.Y - (node.Height / 2)), (node.X + (node.Width / 2), node.Y + (node.Height / 2))],
        EdgeMark edge => Enumerable.Range(0, 21).Select(i => CubicCurve.At(edge.Curve, i / 20.0)),
        TextMark text => [(text.X - (TextWidth.Of(text.Text, text.Size) / 2), text.Y - text.Size), (text.X + (TextWidth.Of(text.Text, text.Size) / 2), text.Y + text.Size)],
        _ => [],
    };

    private static string Words(IEnumerable<PathEdge> edges, Func<string, string> label) => "Path diagram with standardized estimates. "
        + string.Join("; ", edges.Select(edge => $"{label(edge.From)} {Verb(edge.Kind)} {label(edge.To)} {NumberText.Number(edge.Value, 2, true)}")) + ".";

    private static string Verb(PathKind kind) => kind switch
    {
        PathKind.Loading => "measured by",
        PathKind.Regression => "to",
        _ => "with",
    };

    /// <summary>A fitted model with its standardized estimates; what is fixed at zero has no arrow.</summary>
    public static Figure DrawPaths(this FitResult fit, string title = "Path diagram", IReadOnlyDictionary<string, string>? labels = null, int ofGroup = 1) => Of(
        [
            .. from row in fit.Estimates()
               where row.Group == ofGroup && row.Operator is Operator.Loading or Operator.Regression or Operator.Covariance
               where row.Parameter.IsFree || row.Value != 0
               select EdgeOf(row),
        ],
        title,
        labels);

    private static PathEdge EdgeOf(Estimate row) => row.Operator switch
    {
        Operator.Loading => new(row.Lhs, row.Rhs, PathKind.Loading, row.StdAll, row.PValue),
        Operator.Regression => new(row.Rhs, row.Lhs, PathKind.Regression, row.StdAll, row.PValue),
        _ => new(row.Lhs, row.Rhs, PathKind.Covariance, row.StdAll, row.PValue),
    };
}
