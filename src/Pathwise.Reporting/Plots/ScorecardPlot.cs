using Pathwise.Auditing;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>How many published values have each verdict, by part of the paper.</summary>
public static class ScorecardPlot
{
    private static readonly (string Name, Tone Tone, double Opacity)[] Bars =
    [
        ("Reproduced", Tone.Blue, 1),
        ("Compatible", Tone.Blue, 0.7),
        ("Differs", Tone.Vermilion, 1),
        ("Met by construction", Tone.Green, 0.35),
        ("Taken from the paper", Tone.Blue, 0.2),
        ("Cannot be recomputed", Tone.Muted, 0.5),
    ];

    /// <summary>One bar for each part, made of the counts of its verdicts, in the order of <see cref="Verdict"/>.</summary>
    /// <exception cref="ArgumentException">A part has another number of counts than there are verdicts.</exception>
    public static Figure Of(IReadOnlyList<(string Part, IReadOnlyList<int> Counts)> parts, string title = "Published values, recomputed")
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Any(part => part.Counts.Count != Bars.Length))
            throw new ArgumentException($"Each part needs {Bars.Length} counts, one for each verdict.", nameof(parts));
        return new()
        {
            Title = title,
            AlternativeText = "Bars of counts. " + string.Join(" ", parts.Select(Words)),
            Height = Figures.SvgFigure.HeightFor(title, "", 640, 50 + (30 * parts.Count), hasLegend: true),
            X = Axis.Over("Published values", [.. parts.Select(part => 1.1 * part.Counts.Sum())], fromZero: true),
            Y = Axis.OfNames("", [.. parts.Select(part => part.Part)], firstOnTop: true),
            Marks = [.. Bars.Select((_, verdict) => Bar(parts, verdict)), .. parts.Select(Label)],
        };
    }

    private static BarMarks Bar(IReadOnlyList<(string Part, IReadOnlyList<int> Counts)> parts, int verdict) => new()
    {
        Name = Bars[verdict].Name,
        Tone = Bars[verdict].Tone,
        Opacity = Bars[verdict].Opacity,
        IsHorizontal = true,
        At = [.. parts.Select((_, i) => (double)i)],
        From = [.. parts.Select(part => (double)part.Counts.Take(verdict).Sum())],
        To = [.. parts.Select(part => (double)part.Counts.Take(verdict + 1).Sum())],
    };

    private static TextMark Label((string Part, IReadOnlyList<int> Counts) part, int row) => new()
    {
        X = part.Counts.Sum(), Y = row, Text = $"{part.Counts[0]} / {part.Counts.Sum()}", Anchor = Anchor.Start, Offset = 6, Tone = Tone.Ink,
    };

    private static string Words((string Part, IReadOnlyList<int> Counts) part) =>
        $"{part.Part}: {string.Join(", ", part.Counts.Select((count, verdict) => $"{count} {((Verdict)verdict).Text()}"))}.";

    /// <summary>A scorecard by the places where the values are printed.</summary>
    public static Figure Draw(this Scorecard scorecard, string title = "Published values, recomputed") =>
        Of([.. scorecard.Values.GroupBy(value => value.Statistic.Place).Select(Part)], title);

    private static (string Part, IReadOnlyList<int> Counts) Part(IGrouping<string, ScorecardValue> values) =>
        (values.Key, [.. Enum.GetValues<Verdict>().Select(verdict => values.Count(value => value.Verdict == verdict))]);
}
