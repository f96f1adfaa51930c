using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Surveys;

namespace Pathwise.Reporting.Plots;

/// <summary>From the questionnaires that were started to those that are used, with what each rule left out.</summary>
public static class CleaningFlowDiagram
{
    private const double Size = 12;
    private const double BoxWidth = 210;
    private const double Row = 58;
    private const double BoxHeight = 34;

    /// <summary>A box for what came in, an arrow to the side for each rule with the cases it left out, a box for what is kept.</summary>
    public static Figure Of(string start, int started, IReadOnlyList<(string Reason, int LeftOut)> rules, string end, string title = "From the raw answers to the sample")
    {
        ArgumentNullException.ThrowIfNull(rules);
        var kept = started - rules.Sum(rule => rule.LeftOut);
        var side = Math.Max(180, rules.Select(rule => TextWidth.Of(Words(rule), Size) + 24).DefaultIfEmpty(0).Max());
        var middle = (BoxWidth / 2) + 2;
        var (width, height) = (BoxWidth + 70 + side, (Row * (rules.Count + 1)) + BoxHeight + 6);
        var marks = new List<Mark> { Down(middle, 3 + BoxHeight, height - BoxHeight - 4) };
        for (var i = 0; i < rules.Count; i++)
            marks.AddRange(Side(rules[i], middle, (BoxHeight / 2) + 3 + (Row * (i + 1)), side));
        marks.Add(Node(middle, 3 + (BoxHeight / 2), BoxWidth, $"{start}: {started}", Tone.Ink));
        marks.Add(Node(middle, height - 3 - (BoxHeight / 2), BoxWidth, $"{end}: {kept}", Tone.Blue));
        var whole = (int)Math.Ceiling(width) + 4 + SvgFigure.Sides;
        return new()
        {
            Title = title,
            AlternativeText = $"{start}: {started}. " + string.Concat(rules.Select(rule => $"Left out, {Words(rule)}. ")) + $"{end}: {kept}.",
            Width = whole,
            Height = SvgFigure.HeightFor(title, "", whole, height),
            X = Axis.Hidden(0, width + 4),
            Y = Axis.Hidden(0, height, isReversed: true),
            Marks = marks,
        };
    }

    private static IEnumerable<Mark> Side((string Reason, int LeftOut) rule, double x, double y, double side)
    {
        var start = x + (BoxWidth / 2) + 40;
        yield return Arrow((x, y), (start - 2, y), Tone.Muted);
        yield return Node(start + (side / 2), y, side, Words(rule), Tone.Muted);
    }

    private static string Words((string Reason, int LeftOut) rule) => $"{rule.Reason}: {rule.LeftOut}";

    private static EdgeMark Down(double x, double from, double to) => Arrow((x, from), (x, to), Tone.Ink);

    private static EdgeMark Arrow((double X, double Y) from, (double X, double Y) to, Tone tone) => new()
    {
        Tone = tone,
        Width = 1.2,
        Curve = [from, (from.X + ((to.X - from.X) / 3), from.Y + ((to.Y - from.Y) / 3)), (from.X + (2 * (to.X - from.X) / 3), from.Y + (2 * (to.Y - from.Y) / 3)), to],
    };

    private static NodeMark Node(double x, double y, double width, string text, Tone tone) =>
        new() { X = x, Y = y, Width = width, Height = BoxHeight, Lines = [text], Tone = tone, Size = Size };

    /// <summary>The flow of a cleaning.</summary>
    public static Figure Draw(this CleaningReport report, string title = "From the raw answers to the sample") =>
        Of("Started", report.Started, [.. report.Steps.Select(step => (step.Reason, step.LeftOut))], "Usable", title);
}
