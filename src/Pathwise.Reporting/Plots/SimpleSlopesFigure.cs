using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Plots;

/// <summary>Regression lines at values of moderators as figures.</summary>
public static class SimpleSlopesFigure
{
    private static readonly Tone[] Tones = [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];
    private static readonly Stroke[] Strokes = [Stroke.Solid, Stroke.Dashed, Stroke.Dotted];

    /// <summary>A figure for each moderated regression (of each group), with a line for each value of its moderators; none where they have more than ten.</summary>
    public static IReadOnlyList<Figure> DrawSlopes(this ModerationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Slopes.GroupBy(slope => (slope.Effect.Outcome, slope.Effect.Cause, slope.Effect.Group)).Where(lines => lines.Count() <= 2 * Tones.Length).Select(lines => Draw([.. lines]))];
    }

    private static Figure Draw(SimpleSlope[] lines)
    {
        var effect = lines[0].Effect;
        var group = effect.GroupLabel.Length > 0 ? $" in group {effect.GroupLabel}" : "";
        string Name(SimpleSlope line) => string.Join(", ", line.Effect.Conditions.Select(each => each.Text));
        return new()
        {
            Title = $"{effect.Outcome} on {effect.Cause}{group}: simple slopes",
            Note = "Each line is the regression at a value of the moderator, all other variables held at their means, from the smallest to the largest value of the cause.",
            AlternativeText = $"Lines of {effect.Outcome} over {effect.Cause}. " + string.Join(" ", lines.Select(line => $"Where {Name(line)} the slope is {NumberText.Number(line.Slope, 3)}, from {NumberText.Number(line.AtFrom, 2)} to {NumberText.Number(line.AtTo, 2)}.")),
            X = Axis.Over(effect.Cause, [lines[0].From, lines[0].To]),
            Y = Axis.Over(effect.Outcome, lines.SelectMany(line => new double?[] { line.AtFrom, line.AtTo })),
            Marks = [.. lines.Select((line, i) => new LineMark
            {
                X = [line.From, line.To], Y = [line.AtFrom, line.AtTo], Tone = Tones[i % Tones.Length], Stroke = Strokes[i % Strokes.Length], Name = $"{Name(line)}: slope {NumberText.Number(line.Slope, 3)}",
            })],
        };
    }
}
