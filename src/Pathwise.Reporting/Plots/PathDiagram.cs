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
    // Letters of 12.5 pixels keep 11 of them where a picture of this width is shown on 700.
    private const int Widest = 795;
    private const int Phone = 338;

    private const string Legend =
        "Standardized estimates. Ellipses are latent, boxes observed. Wider arrows are stronger; dashed orange ones are negative; grey ones are not significant (p ≥ .05).";

    private const string ConceptLegend = "Ellipses are concepts; an arrow says that the first is thought to influence the second.";

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
        var graph = new PathGraph(edges);
        var words = Words(edges, LabelOf);
        var whole = StructuralPicture.Of(graph, LabelOf);
        var isBroad = PathFrame.Around(whole).Width + SvgFigure.Sides > Widest;
        var longer = note + Undrawn(graph, LabelOf);
        return PathFrame.Figure(
            title, words, isBroad ? longer : note, isBroad ? Folded(graph, LabelOf, Widest, isPhone: false) : whole,
            PathFrame.Figure(title, words, longer, Folded(graph, LabelOf, Phone, isPhone: true)), Structural(graph, title, LabelOf, note));
    }

    /// <summary>A fitted model with its standardized estimates; what is fixed at zero has no arrow.</summary>
    public static Figure DrawPaths(this FitResult fit, string title = "Path diagram", IReadOnlyDictionary<string, string>? labels = null, int ofGroup = 1) => Of(Edges(fit, ofGroup), title, labels);

    /// <summary>The arrows of a fitted model, of one of its groups; what is fixed at zero has none.</summary>
    internal static IReadOnlyList<PathEdge> Edges(FitResult fit, int ofGroup) =>
    [
        .. from row in fit.Estimates()
           where row.Group == ofGroup && row.Operator is Operator.Loading or Operator.Regression or Operator.Covariance
           where row.Parameter.IsFree || row.Value != 0
           select EdgeOf(row),
    ];

    /// <summary>
    /// What a model claims, before any data: its concepts and the arrows between them. An arrow carries the label that the syntax gives it
    /// (<c>y ~ H1*x</c>); names and labels are replaced by others where given.
    /// </summary>
    /// <exception cref="ArgumentException">No variable is regressed on another.</exception>
    public static Figure DrawConcept(this ModelSpecification model, string title = "Concepts", IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        string LabelOf(string name) => labels?.GetValueOrDefault(name) ?? name;
        var edges = model.Table().Rows.Where(row => row.Operator == Operator.Regression)
            .Select(row => new PathEdge(row.Rhs, row.Lhs, PathKind.Regression, null, Label: LabelOf(row.Label))).ToList();
        if (edges.Count == 0)
            throw new ArgumentException("A picture of concepts needs at least one regression.", nameof(model));
        var graph = new PathGraph(edges).OfConcepts();
        var words = "Diagram of concepts. " + string.Join("; ", edges.Select(edge => $"{LabelOf(edge.From)} to {LabelOf(edge.To)}{(edge.Label is { Length: > 0 } label ? $" ({label})" : "")}")) + ".";
        return PathFrame.Figure(title, words, ConceptLegend, StructuralPicture.Of(graph, LabelOf), Slim(graph, title, words, LabelOf, ConceptLegend));
    }

    // The structural part, and below it what measures each factor.
    private static IReadOnlyList<Mark> Folded(PathGraph graph, Func<string, string> label, int width, bool isPhone)
    {
        var room = width - SvgFigure.Sides - 8;
        var structure = graph.WithoutIndicators();
        var upper = structure.Structural.Count == 0 ? [] : StructuralPicture.Within(room, structure, label, isPhone);
        var frame = upper.Count == 0 ? new PathFrame(0, 0, 0, 0) : PathFrame.Around(upper);
        var left = frame.Left + Math.Min(0, (frame.Width - room) / 2);
        return [.. upper, .. IndicatorBands.Of(graph, label, left, frame.Top + frame.Height + (upper.Count > 0 ? 22 : 0), Math.Max(room, frame.Width))];
    }

    // Null where there is nothing to fold away, or nothing would be left.
    private static Figure? Structural(PathGraph graph, string title, Func<string, string> label, string note)
    {
        var structure = graph.WithoutIndicators();
        if (structure.Structural.Count == 0 || structure.Edges.Count == graph.Edges.Count(edge => edge.From != edge.To))
            return null;
        var words = Words(structure.Edges, label);
        return PathFrame.Figure(title, words, note, StructuralPicture.Within(Widest, structure, label, isDownwardsFirst: false), Slim(structure, title, words, label, note));
    }

    private static Figure Slim(PathGraph graph, string title, string words, Func<string, string> label, string note) =>
        PathFrame.Figure(title, words, note, StructuralPicture.Within(Phone - SvgFigure.Sides, graph, label, isDownwardsFirst: true));

    // Arrows that a picture with bands has no place for.
    private static string Undrawn(PathGraph graph, Func<string, string> label)
    {
        bool IsDrawn(PathEdge edge) => edge.From == edge.To || (graph.Structural.Contains(edge.From) && graph.Structural.Contains(edge.To))
            || (edge.Kind == PathKind.Loading && graph.Indicators[edge.From].Contains(edge.To));
        var left = graph.Edges.Where(edge => !IsDrawn(edge)).Select(edge => Words(edge, label)).ToList();
        return left.Count == 0 ? "" : $" Beside these: {string.Join("; ", left)}.";
    }

    private static string Words(IEnumerable<PathEdge> edges, Func<string, string> label) => "Path diagram with standardized estimates. "
        + string.Join("; ", edges.Where(edge => edge.From != edge.To).Select(edge => Words(edge, label))) + ".";

    private static string Words(PathEdge edge, Func<string, string> label) =>
        $"{label(edge.From)} {Verb(edge.Kind)} {label(edge.To)} {NumberText.Number(edge.Value, 2, true)}";

    private static string Verb(PathKind kind) => kind switch
    {
        PathKind.Loading => "measured by",
        PathKind.Regression => "to",
        _ => "with",
    };

    private static PathEdge EdgeOf(Estimate row) => row.Operator switch
    {
        Operator.Loading => new(row.Lhs, row.Rhs, PathKind.Loading, row.StdAll, row.PValue),
        Operator.Regression => new(row.Rhs, row.Lhs, PathKind.Regression, row.StdAll, row.PValue),
        _ => new(row.Lhs, row.Rhs, PathKind.Covariance, row.StdAll, row.PValue),
    };
}
