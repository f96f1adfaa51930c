using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>The arrows that can lead from a moderator to an arrow that it changes: straight, to the middle or somewhat beside it.</summary>
internal sealed class ModeratorArrow
{
    /// <summary>The colour of moderators' arrows.</summary>
    public const Tone Colour = Tone.Purple;

    private const int Samples = 20;
    private const double ThroughVariable = 50;
    private const double Shortest = 26;
    private const double Clearance = 9;

    private static readonly double[] Shares = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];

    private readonly IReadOnlyList<NodeMark> variables;
    private readonly IReadOnlyList<Drawn> others;
    private readonly Segment[] own;
    private readonly IReadOnlyList<(double Share, (double X, double Y) Tip, Segment Along)> tips;

    /// <summary>The arrows to one of those that are drawn.</summary>
    public ModeratorArrow(IReadOnlyList<Mark> drawn, EdgeMark changed)
    {
        variables = [.. drawn.OfType<NodeMark>()];
        others = [.. drawn.OfType<EdgeMark>().Where(edge => edge != changed).Select(edge => new Drawn([.. Pieces(edge)], PathFrame.Around([edge]), edge.Tone == Colour))];
        own = [.. Pieces(changed)];
        tips = [.. Shares.Select(share => (share, CubicCurve.At(changed.Curve, share), new Segment(CubicCurve.At(changed.Curve, share - 0.03), CubicCurve.At(changed.Curve, share + 0.03))))];
    }

    /// <summary>Where the middle of the changed arrow is.</summary>
    public (double X, double Y) Middle => tips[0].Tip;

    /// <summary>The straight pieces of a curve.</summary>
    public static IEnumerable<Segment> Pieces(EdgeMark edge) =>
        Enumerable.Range(0, Samples).Select(i => new Segment(CubicCurve.At(edge.Curve, i / (double)Samples), CubicCurve.At(edge.Curve, (i + 1) / (double)Samples)));

    /// <summary>The best arrow from a moderator at its place, and what is wrong with it, in crossed arrows.</summary>
    public (double Cost, Segment Arrow) From(PlacedNode moderator)
    {
        (double Cost, Segment Arrow) best = (double.PositiveInfinity, default);
        foreach (var (share, tip, along) in tips)
        {
            var arrow = new Segment(moderator.Towards(tip), tip);
            var small = Ease(share, arrow, along);
            if (small < best.Cost && small + Crossed(arrow, tip, best.Cost - small) is var cost && cost < best.Cost)
                best = (cost, arrow);
        }

        return best;
    }

    // Short arrows that meet the other squarely and in its middle are read most easily.
    private static double Ease(double share, Segment arrow, Segment along) => (0.003 * arrow.Length) + (2 * Math.Abs(share - 0.5))
        + (arrow.SineWith(along) is var sine && sine < 0.4 ? 1.5 : 0.9 * (1 - sine)) + (arrow.Length < Shortest ? 3 : 0);

    // Not counted to the end where it is more than can be borne.
    private double Crossed(Segment arrow, (double X, double Y) tip, double most)
    {
        var almost = new Segment(arrow.From, (tip.X + (0.04 * (arrow.From.X - tip.X)), tip.Y + (0.04 * (arrow.From.Y - tip.Y))));
        var cost = 0.0;
        foreach (var variable in variables)
            cost += arrow.Meets(variable.X, variable.Y, variable.Width + 6, variable.Height + 6) ? ThroughVariable : 0;
        foreach (var piece in own)
            cost += almost.Crosses(piece) ? 1 : 0;
        for (var i = 0; i < others.Count && cost < most; i++)
            cost += others[i].Disturbed(arrow, almost, tip);
        return cost;
    }

    /// <summary>Another arrow.</summary>
    private sealed record Drawn(Segment[] Pieces, PathFrame Frame, bool IsOfModerator)
    {
        public double Disturbed(Segment arrow, Segment almost, (double X, double Y) tip)
        {
            if (!arrow.Meets(Frame.Left + (Frame.Width / 2), Frame.Top + (Frame.Height / 2), Frame.Width + (2 * Clearance), Frame.Height + (2 * Clearance)))
                return 0;
            var (cost, isNear) = (0.0, false);
            foreach (var piece in Pieces)
            {
                cost += almost.Crosses(piece) ? 1 + (arrow.SineWith(piece) < 0.4 ? 0.5 : 0) : 0;
                isNear |= !IsOfModerator && piece.DistanceTo(tip) < Clearance;
            }

            return cost + (isNear ? 0.5 : 0);
        }
    }
}
