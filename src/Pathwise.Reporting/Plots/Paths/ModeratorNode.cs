using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>
/// A moderator in a diagram, with an arrow to each arrow that it changes. It stands where its arrows cross least, around the diagram or in a gap of it; where one
/// place makes them cross others, it stands in several.
/// </summary>
internal sealed class ModeratorNode
{
    private const double Distance = 34;
    private const double Step = 16;
    private const double Again = 1.8;
    private const double Growth = 0.0015;

    private readonly PathFrame frame;
    private readonly double widest;
    private readonly PlacedNode[] places;
    private readonly (double Cost, Segment Arrow)[][] arrows;

    private ModeratorNode(IReadOnlyList<Mark> drawn, PlacedNode node, IReadOnlyList<EdgeMark> changed, double widest)
    {
        frame = PathFrame.Around(drawn);
        this.widest = Math.Max(widest, frame.Width);
        ModeratorArrow[] ways = [.. changed.Select(edge => new ModeratorArrow(drawn, edge))];
        var all = Places(drawn, node, [.. ways.Select(way => way.Middle)]).Select(place => (Place: place, Arrows: ways.Select(way => way.From(place)).ToArray())).ToList();
        double[] least = [.. ways.Select((_, k) => all.Min(each => each.Arrows[k].Cost))];
        var together = all.Min(each => each.Arrows.Sum(arrow => arrow.Cost));
        all = [.. all.Where(each => each.Arrows.Sum(arrow => arrow.Cost) < together + Again || each.Arrows.Index().Any(arrow => arrow.Item.Cost < least[arrow.Index] + 0.5))];
        (places, arrows) = ([.. all.Select(each => each.Place)], [.. all.Select(each => each.Arrows)]);
    }

    /// <summary>The marks with those of the moderator, no wider than a width if that can be.</summary>
    public static IReadOnlyList<Mark> Beside(IReadOnlyList<Mark> drawn, PlacedNode node, IReadOnlyList<EdgeMark> changed, double widest)
    {
        var placing = new ModeratorNode(drawn, node, changed, widest);
        var chosen = placing.Chosen();
        return [.. drawn, .. Enumerable.Range(0, changed.Count).Select(k => Arrow(placing.arrows[placing.Nearest(chosen, k)][k].Arrow)), .. chosen.Select(place => PathMarks.Node(placing.places[place]))];
    }

    // On a grid, and where an arrow to the middle of one or of all would be level or upright.
    private IEnumerable<PlacedNode> Places(IReadOnlyList<Mark> drawn, PlacedNode node, IReadOnlyList<(double X, double Y)> middles)
    {
        var (overX, overY) = (Distance + (node.Width / 2), Distance + (node.Height / 2));
        var columns = Along(frame.Left - overX, frame.Left + frame.Width + overX, [.. middles.Select(middle => middle.X)]);
        var rows = Along(frame.Top - overY, frame.Top + frame.Height + overY, [.. middles.Select(middle => middle.Y)]);
        NodeMark[] variables = [.. drawn.OfType<NodeMark>()];
        Segment[] pieces = [.. drawn.OfType<EdgeMark>().SelectMany(ModeratorArrow.Pieces)];
        return from x in columns
               from y in rows
               where !variables.Any(other => Math.Abs(other.X - x) < ((other.Width + node.Width) / 2) + 10 && Math.Abs(other.Y - y) < ((other.Height + node.Height) / 2) + 10)
               where !pieces.Any(piece => piece.Meets(x, y, node.Width + 12, node.Height + 12))
               select node with { X = x, Y = y };
    }

    private static IEnumerable<double> Along(double first, double last, IReadOnlyList<double> middles) =>
        Enumerable.Range(0, (int)((last - first) / Step)).Select(i => first + (i * Step)).Append(last).Concat(middles).Append(middles.Average()).Distinct();

    // One place after the other is added, and every place looked for anew, while that is worth it.
    private List<int> Chosen()
    {
        List<int> chosen = [Best([])];
        for (var more = Improved([.. chosen, Best(chosen)]); chosen.Count < arrows[0].Length && Total(more) < Total(chosen); more = Improved([.. chosen, Best(chosen)]))
            chosen = more;
        return chosen;
    }

    private List<int> Improved(List<int> chosen)
    {
        for (var i = 0; i < chosen.Count; i++)
        {
            List<int> rest = [.. chosen.Where((_, k) => k != i)];
            chosen[i] = Best(rest);
        }

        return [.. chosen.Where(place => Enumerable.Range(0, arrows[0].Length).Any(k => Nearest(chosen, k) == place))];
    }

    private int Best(List<int> beside) => Enumerable.Range(0, places.Length).MinBy(place => Total([.. beside, place]));

    private int Nearest(List<int> chosen, int arrow)
    {
        var best = chosen[0];
        foreach (var place in chosen)
            best = arrows[place][arrow].Cost < arrows[best][arrow].Cost ? place : best;
        return best;
    }

    private double Total(List<int> chosen)
    {
        var cost = Grown(chosen) + (Again * (chosen.Count - 1));
        Span<int> from = stackalloc int[arrows[0].Length];
        for (var k = 0; k < from.Length; k++)
        {
            from[k] = Nearest(chosen, k);
            cost += arrows[from[k]][k].Cost;
            for (var other = 0; other < k; other++)
                cost += Disturbed(from[other] == from[k], arrows[from[k]][k].Arrow, arrows[from[other]][other].Arrow);
        }

        return cost + (50 * chosen.Index().Sum(one => chosen.Skip(one.Index + 1).Count(other => AreTooNear(places[one.Item], places[other]))));
    }

    private static bool AreTooNear(PlacedNode one, PlacedNode other) => one.Touches(other.X, other.Y, other.Width + 12, other.Height + 12);

    // Arrows from two places may cross, and from one place leave it side by side.
    private static double Disturbed(bool isOnePlace, Segment one, Segment other) => isOnePlace
        ? (one.SineWith(other) < 0.26 && ((one.To.X - one.From.X) * (other.To.X - other.From.X)) + ((one.To.Y - one.From.Y) * (other.To.Y - other.From.Y)) > 0 ? 0.6 : 0)
        : one.Crosses(other) ? 1 : 0;

    // How much larger the picture becomes; more than its paper is worst.
    private double Grown(List<int> chosen)
    {
        var (left, right) = (chosen.Min(place => places[place].X - (places[place].Width / 2)), chosen.Max(place => places[place].X + (places[place].Width / 2)));
        var (top, bottom) = (chosen.Min(place => places[place].Y - (places[place].Height / 2)), chosen.Max(place => places[place].Y + (places[place].Height / 2)));
        var wider = Math.Max(0, frame.Left - left) + Math.Max(0, right - frame.Left - frame.Width);
        var higher = Math.Max(0, frame.Top - top) + Math.Max(0, bottom - frame.Top - frame.Height);
        return (Growth * (wider + higher)) + Math.Max(0, frame.Width + wider - widest);
    }

    private static EdgeMark Arrow(Segment along)
    {
        (double X, double Y) At(double share) => (along.From.X + (share * (along.To.X - along.From.X)), along.From.Y + (share * (along.To.Y - along.From.Y)));
        return new() { Curve = [along.From, At(1 / 3.0), At(2 / 3.0), along.To], Tone = ModeratorArrow.Colour, Width = 1.5 };
    }
}
