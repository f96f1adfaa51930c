using Pathwise.Auditing;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>How many published values were reproduced, by part of the paper.</summary>
public static class ScorecardPlot
{
    /// <summary>One bar for each part, made of the counts of its verdicts.</summary>
    public static Figure Of(IReadOnlyList<(string Part, int Reproduced, int Taken, int Differs, int NotRecomputable)> parts, string title = "Published values, recomputed")
    {
        ArgumentNullException.ThrowIfNull(parts);
        double[] first = [.. parts.Select(part => (double)part.Reproduced)];
        double[] second = [.. parts.Select(part => (double)part.Reproduced + part.Taken)];
        double[] third = [.. parts.Select(part => (double)part.Reproduced + part.Taken + part.Differs)];
        double[] all = [.. parts.Select(part => (double)Total(part))];
        return new()
        {
            Title = title,
            AlternativeText = "Bars of counts. " + string.Join(" ", parts.Select(Words)),
            Height = Figures.SvgFigure.HeightFor(title, "", 640, 50 + (30 * parts.Count), hasLegend: true),
            X = Axis.Over("Published values", [.. all.Select(total => 1.1 * total)], fromZero: true),
            Y = Axis.OfNames("", [.. parts.Select(part => part.Part)], firstOnTop: true),
            Marks =
            [
                Bars("Reproduced", Tone.Blue, 1, new double[parts.Count], first),
                Bars("Taken from the paper", Tone.Blue, 0.35, first, second),
                Bars("Differs", Tone.Vermilion, 1, second, third),
                Bars("Cannot be recomputed", Tone.Muted, 0.5, third, all),
                .. parts.SelectMany((part, i) => Counts(part, i)),
            ],
        };
    }

    private static BarMarks Bars(string name, Tone tone, double opacity, double[] from, double[] to) => new()
    {
        Name = name,
        Tone = tone,
        Opacity = opacity,
        IsHorizontal = true,
        At = [.. from.Select((_, i) => (double)i)],
        From = from,
        To = to,
    };

    private static IEnumerable<TextMark> Counts((string Part, int Reproduced, int Taken, int Differs, int NotRecomputable) part, int row)
    {
        var total = Total(part);
        yield return new TextMark { X = total, Y = row, Text = $"{part.Reproduced} / {total}", Anchor = Anchor.Start, Offset = 6, Tone = Tone.Ink };
    }

    private static int Total((string Part, int Reproduced, int Taken, int Differs, int NotRecomputable) part) =>
        part.Reproduced + part.Taken + part.Differs + part.NotRecomputable;

    private static string Words((string Part, int Reproduced, int Taken, int Differs, int NotRecomputable) part) =>
        $"{part.Part}: {part.Reproduced} reproduced, {part.Taken} taken from the paper, {part.Differs} differ, {part.NotRecomputable} cannot be recomputed.";

    /// <summary>A scorecard by the places where the values are printed.</summary>
    public static Figure Draw(this Scorecard scorecard, string title = "Published values, recomputed") =>
        Of([.. scorecard.Values.GroupBy(value => value.Statistic.Place).Select(Part)], title);

    private static (string Part, int Reproduced, int Taken, int Differs, int NotRecomputable) Part(IGrouping<string, ScorecardValue> values)
    {
        int Count(Verdict verdict) => values.Count(value => value.Verdict == verdict);
        return (values.Key, Count(Verdict.Reproduced), Count(Verdict.TakenFromPaper), Count(Verdict.Differs), Count(Verdict.NotRecomputable));
    }
}
