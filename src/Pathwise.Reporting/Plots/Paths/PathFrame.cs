using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots.Paths;

/// <summary>How much room marks of a diagram take, in the pixels that they are placed in.</summary>
internal sealed record PathFrame(double Left, double Top, double Width, double Height)
{
    private const double Margin = 4;
    private const int Narrowest = 320;

    /// <summary>The frame around marks.</summary>
    public static PathFrame Around(IReadOnlyList<Mark> marks)
    {
        var points = marks.SelectMany(Corners).ToList();
        var (left, top) = (points.Min(point => point.X) - Margin, points.Min(point => point.Y) - Margin);
        return new(left, top, points.Max(point => point.X) - left + Margin, points.Max(point => point.Y) - top + Margin);
    }

    /// <summary>The figure of marks, in a frame that holds them all.</summary>
    public static Figure Figure(string title, string words, string note, IReadOnlyList<Mark> marks, Drawing? narrow = null, Drawing? withoutIndicators = null)
    {
        var frame = Around(marks);
        var whole = Math.Max((int)Math.Ceiling(frame.Width) + SvgFigure.Sides, Narrowest);
        return new()
        {
            Title = title,
            AlternativeText = words,
            Note = note,
            Width = whole,
            Height = SvgFigure.HeightFor(title, note, whole, frame.Height),
            X = Axis.Hidden(frame.Left, frame.Left + whole - SvgFigure.Sides),
            Y = Axis.Hidden(frame.Top, frame.Top + frame.Height, isReversed: true),
            Marks = marks,
            Narrow = narrow,
            WithoutIndicators = withoutIndicators,
        };
    }

    private static IEnumerable<(double X, double Y)> Corners(Mark mark) => mark switch
    {
        NodeMark node => [(node.X - (node.Width / 2), node.Y - (node.Height / 2)), (node.X + (node.Width / 2), node.Y + (node.Height / 2))],
        EdgeMark edge => Enumerable.Range(0, 21).Select(i => CubicCurve.At(edge.Curve, i / 20.0)),
        TextMark text => [(Start(text), text.Y - (0.6 * text.Size)), (Start(text) + TextWidth.Of(text.Text, text.Size), text.Y + (0.6 * text.Size))],
        _ => [],
    };

    private static double Start(TextMark text) => text.Anchor switch
    {
        Anchor.Start => text.X,
        Anchor.End => text.X - TextWidth.Of(text.Text, text.Size),
        _ => text.X - (TextWidth.Of(text.Text, text.Size) / 2),
    };
}
