using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots.Paths;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Plots;

/// <summary>The two diagrams of a moderated mediation (Hayes, 2022): what is claimed, and what is estimated.</summary>
public static class ModerationDiagram
{
    private const int Widest = 795 - SvgFigure.Sides;
    private const int Slim = 338 - SvgFigure.Sides;

    private const string ConceptNote = "A moderator points at the arrows that it changes. Its own effects, covariates and products are in the statistical diagram.";

    /// <summary>The conceptual diagram: the variables of the moderated effects with their arrows, and each moderator pointing at the arrows that it changes.</summary>
    public static Figure DrawConcept(this ModerationResult result, string title = "Conceptual diagram", IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        string LabelOf(string name) => labels?.GetValueOrDefault(name) ?? name;
        var edges = Claimed(result);
        var moderated = Moderated(result, edges);
        var words = $"Conceptual diagram. {string.Join("; ", edges.Select(edge => $"{LabelOf(edge.From)} to {LabelOf(edge.To)}"))}. "
            + string.Join(" ", moderated.Select(each => $"{LabelOf(each.Moderator)} moderates {string.Join(" and ", each.Arrows.Select(arrow => Words(arrow, edges, LabelOf)))}."));
        var graph = Graph(result, edges);
        Figure Laid(IReadOnlyList<Mark> marks, double widest, Drawing? narrow)
        {
            var whole = WithModerators(result, marks, moderated, LabelOf, widest);
            var isRepeated = whole.OfType<NodeMark>().Count() > marks.OfType<NodeMark>().Count() + moderated.Count;
            return PathFrame.Figure(title, words, ConceptNote + (isRepeated ? " One that stands in several places is the same." : ""), whole, narrow);
        }

        return Laid(StructuralPicture.Of(graph, LabelOf), Widest, Laid(StructuralPicture.Within(Slim, graph, LabelOf, isDownwardsFirst: true), Slim, null));
    }

    /// <summary>The statistical diagram: every regression of the model, products as variables of their own, with unstandardized estimates.</summary>
    public static Figure DrawModel(this ModerationResult result, string title = "Statistical diagram", IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        string LabelOf(string name) => labels?.GetValueOrDefault(name) ?? string.Join(" × ", name.Split(':').Select(factor => labels?.GetValueOrDefault(factor) ?? factor));
        var rows = result.Fit.Estimates().Where(row => row is { Group: 1, Operator: Operator.Regression }).ToList();
        List<PathEdge> edges = [.. rows.Select(row => new PathEdge(row.Rhs, row.Lhs, PathKind.Regression, null, Label: Number(row)))];
        var words = "Statistical diagram with unstandardized estimates. " + string.Join("; ", rows.Select(row => $"{LabelOf(row.Rhs)} to {LabelOf(row.Lhs)} {Number(row)}")) + ".";
        var graph = Graph(result, edges);
        const string Note = "Unstandardized estimates; × is a product of variables. Covariances are estimated and not drawn.";
        return PathFrame.Figure(title, words, Note, StructuralPicture.Of(graph, LabelOf), PathFrame.Figure(title, words, Note, StructuralPicture.Within(Slim, graph, LabelOf, isDownwardsFirst: true)));
    }

    // A factor is known by what it measures.
    private static PathGraph Graph(ModerationResult result, IReadOnlyList<PathEdge> edges) => new(
        [.. edges, .. result.Fit.Table.LatentVariables.Where(name => edges.Any(edge => edge.From == name || edge.To == name)).Select(name => new PathEdge(name, name, PathKind.Loading, null))]);

    private static string Number(Estimate row) => NumberText.Number(row.Value, 3).Replace('-', '−');

    // The arrows between the variables that moderated effects lead through; a variable of categories is one, whatever its columns.
    private static PathEdge[] Claimed(ModerationResult result)
    {
        HashSet<string> own = [.. result.Moderators.Select(each => each.Name)];
        HashSet<string> among = [.. result.Effects.SelectMany(row => row.Effect.Via.Append(row.Effect.Cause).Append(row.Effect.Outcome))];
        PathEdge[] all = [.. (from row in result.Fit.Table.Rows
                              where row is { Group: 1, Operator: Operator.Regression } && among.Contains(row.Lhs) && among.Contains(row.Rhs)
                              select new PathEdge(Whole(result, row.Rhs), row.Lhs, PathKind.Regression, null)).Distinct()];
        PathEdge[] ofOthers = [.. all.Where(edge => !own.Contains(edge.From))];
        return ofOthers.Length > 0 ? ofOthers : all;
    }

    // The variable that a column is of.
    private static string Whole(ModerationResult result, string column) => result.Fit.Table.Options.Codings.FirstOrDefault(coding => coding.Columns.Contains(column))?.Name ?? column;

    // Where a product has another moderator, too, the later of both changes what the earlier does (Hayes 2018).
    private static IReadOnlyList<(string Moderator, (int Edge, string? Of)[] Arrows)> Moderated(ModerationResult result, IReadOnlyList<PathEdge> edges)
    {
        var moderators = result.Moderators;
        string[][] Products(PathEdge edge, ModeratorSummary moderator) =>
        [
            .. from row in result.Fit.Table.Rows
               where row is { Group: 1, Operator: Operator.Regression } && row.Lhs == edge.To
               let factors = row.Rhs.Split(':').Select(column => Whole(result, column)).ToArray()
               where factors.Length > 1 && factors.Contains(edge.From) && factors.Contains(moderator.Name)
               select factors,
        ];
        string? Other(int moderator, string[][] products) =>
            moderators.Take(moderator).LastOrDefault(earlier => products.Any(factors => factors.Contains(earlier.Name)))?.Name;
        return
        [
            .. from moderator in moderators.Index()
               let arrows = edges.Index().Select(edge => (edge.Index, Products: Products(edge.Item, moderator.Item))).Where(edge => edge.Products.Length > 0)
                   .Select(edge => (edge.Index, Other(moderator.Index, edge.Products))).ToArray()
               where arrows.Length > 0
               select (moderator.Item.Name, arrows),
        ];
    }

    private static string Words((int Edge, string? Of) arrow, PathEdge[] edges, Func<string, string> label) =>
        $"{(arrow.Of is { } of ? $"the moderation by {label(of)} of " : "")}{label(edges[arrow.Edge].From)} to {label(edges[arrow.Edge].To)}";

    // Arrows are drawn in the order of the edges, those of a moderator in that of what they change.
    private static IReadOnlyList<Mark> WithModerators(ModerationResult result, IReadOnlyList<Mark> marks, IReadOnlyList<(string Moderator, (int Edge, string? Of)[] Arrows)> moderated, Func<string, string> label, double widest)
    {
        var arrows = marks.OfType<EdgeMark>().Index().ToDictionary(arrow => (arrow.Index, (string?)null), arrow => arrow.Item);
        foreach (var (moderator, changed) in moderated)
        {
            var node = PlacedNode.Of(moderator, label(moderator), result.Moderators.First(each => each.Name == moderator).IsLatent);
            var before = marks.Count;
            marks = ModeratorNode.Beside(marks, node, [.. changed.Select(each => arrows[each])], widest);
            foreach (var (k, each) in changed.Index())
                arrows[(each.Edge, moderator)] = (EdgeMark)marks[before + k];
        }

        return marks;
    }
}
