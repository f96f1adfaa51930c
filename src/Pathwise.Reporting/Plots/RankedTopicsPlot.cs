using Pathwise.Ranking;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>Topics in the order of their means, with intervals.</summary>
public static class RankedTopicsPlot
{
    /// <summary>One row for each topic in the given order; those whose mean exceeds the threshold stand out.</summary>
    public static Figure Of(IReadOnlyList<IntervalRow> topics, string title = "Topics in the order of their means", string unit = "Mean rating", double? threshold = null, string note = "Lines are 95 % intervals of the means.")
    {
        ArgumentNullException.ThrowIfNull(topics);
        var names = topics.Select((topic, i) => $"{Rounding.Text(i + 1, 0)}. {topic.Name}").ToList();
        var places = Enumerable.Range(0, topics.Count).Where(i => topics[i].Value is not null).ToList();
        var marks = new List<Mark>();
        if (threshold is { } at)
            marks.Add(new ReferenceLine { At = at, Tone = Tone.Muted });
        bool Stands(int i) => threshold is null || topics[i].Value > threshold;
        marks.AddRange(MarksOf(topics, [.. places.Where(i => !Stands(i))], Tone.Muted, PointShape.Ring));
        marks.AddRange(MarksOf(topics, [.. places.Where(Stands)], Tone.Blue, PointShape.Circle));
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(topics, unit),
            Height = Figures.SvgFigure.HeightFor(title, note, 640, 50 + (Figures.SvgAxes.RowHeight(names, 640) * topics.Count)),
            X = Axis.Over(unit, topics.SelectMany(topic => new[] { topic.Value, topic.Lower, topic.Upper }).Append(threshold)),
            Y = Axis.OfNames("", names, firstOnTop: true),
            Marks = marks,
        };
    }

    private static IEnumerable<Mark> MarksOf(IReadOnlyList<IntervalRow> topics, IReadOnlyList<int> places, Tone tone, PointShape shape)
    {
        double[] at = [.. places.Select(i => (double)i)];
        yield return new IntervalMarks { IsHorizontal = true, Tone = tone, At = at, Lower = [.. places.Select(i => topics[i].Lower)], Upper = [.. places.Select(i => topics[i].Upper)] };
        yield return new PointMarks { Tone = tone, Shape = shape, X = [.. places.Select(i => topics[i].Value!.Value)], Y = at };
    }

    private static string Words(IReadOnlyList<IntervalRow> topics, string unit) =>
        $"Ranked list with intervals ({unit}): "
        + string.Join("; ", topics.Select((topic, i) => $"{i + 1}. {topic.Name} {NumberText.Number(topic.Value, 2)} {NumberText.Interval(topic.Lower, topic.Upper, 2)}")) + ".";

    /// <summary>A ranking; topics whose mean exceeds the threshold stand out.</summary>
    public static Figure Draw(this TopicRanking ranking, double? threshold = null, string title = "Topics in the order of their means") => Of(
        [.. ranking.Topics.Select(topic => new IntervalRow(topic.Title.Length > 0 ? topic.Title : topic.Name, topic.Mean, topic.Interval?.Lower, topic.Interval?.Upper))],
        title,
        threshold: threshold);
}
