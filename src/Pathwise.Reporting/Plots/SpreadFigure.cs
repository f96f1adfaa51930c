using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Synthesis;

namespace Pathwise.Reporting.Plots;

/// <summary>How far files of answers that print the same paper differ: what is printed stands still, what is not is free to move.</summary>
public static class SpreadFigure
{
    private const double LeastRow = 19;

    /// <summary>A line for each quantity from its least to its greatest value; what was printed has another colour. All share one axis.</summary>
    /// <exception cref="ArgumentException">There is no quantity.</exception>
    public static Figure Draw(this IReadOnlyList<AnswerDifference> differences, string title = "What the files agree on, and what they do not")
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0)
            throw new ArgumentException("A picture of differences needs at least one quantity.", nameof(differences));
        const string note = "A line leads from the least to the greatest value among the files.";
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = $"Lines from the least to the greatest value. {string.Join("; ", differences.Select(Words))}.",
            Height = SvgFigure.HeightFor(title, note, 640, 50 + (RowHeight(differences) * differences.Count), hasLegend: true),
            X = Axis.Over("Value", differences.SelectMany(row => new double?[] { row.Least, row.Greatest })),
            Y = Axis.OfNames("", [.. differences.Select(row => row.Quantity)], firstOnTop: true),
            Marks = [.. Lines(differences, "Printed", row => row.Printed is not null, Tone.Vermilion, PointShape.Square), .. Lines(differences, "Not printed", row => row.Printed is null, Tone.Blue, PointShape.Circle)],
        };
    }

    private static double RowHeight(IReadOnlyList<AnswerDifference> differences) =>
        Math.Max(LeastRow, SvgAxes.RowHeight(differences.Select(row => row.Quantity), 640));

    private static IEnumerable<Mark> Lines(IReadOnlyList<AnswerDifference> all, string name, Func<AnswerDifference, bool> belongs, Tone tone, PointShape shape)
    {
        var rows = all.Index().Where(row => belongs(row.Item)).ToList();
        if (rows.Count == 0)
            yield break;
        double[] at = [.. rows.Select(row => (double)row.Index)];
        yield return new IntervalMarks { IsHorizontal = true, Tone = tone, At = at, Lower = [.. rows.Select(row => (double?)row.Item.Least)], Upper = [.. rows.Select(row => (double?)row.Item.Greatest)] };
        yield return new PointMarks { Name = name, Tone = tone, Shape = shape, X = [.. rows.Select(row => (row.Item.Least + row.Item.Greatest) / 2)], Y = at };
    }

    private static string Words(AnswerDifference row) => $"{row.Quantity} {NumberText.Interval(row.Least, row.Greatest, 3)}{(row.Printed is null ? "" : " (printed)")}";
}
