using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Plots;

/// <summary>Standardized loadings of the items, in groups by factor.</summary>
public static class LoadingsPlot
{
    private static readonly Tone[] Tones = [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Amber];
    private static readonly PointShape[] Shapes = [PointShape.Circle, PointShape.Square, PointShape.Diamond, PointShape.Ring];

    /// <summary>One line for each loading, factor by factor; a dashed line at the threshold.</summary>
    public static Figure Of(IReadOnlyList<LoadingRow> loadings, string title = "Standardized loadings", double? threshold = 0.5, string note = "")
    {
        ArgumentNullException.ThrowIfNull(loadings);
        var groups = loadings.GroupBy(row => row.Factor).ToList();
        var rows = groups.SelectMany(group => group).ToList();
        var marks = new List<Mark> { new ReferenceLine { At = 0, Stroke = Stroke.Solid, Tone = Tone.Muted } };
        if (threshold is { } at)
            marks.Add(new ReferenceLine { At = at, Tone = Tone.Muted });
        for (var i = 0; i < groups.Count; i++)
            marks.AddRange(MarksOf(groups[i].Key, [.. groups[i]], rows, Tones[i % Tones.Length], Shapes[i % Shapes.Length]));
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = Words(groups),
            Height = Figures.SvgFigure.HeightFor(title, note, 640, 50 + (21 * rows.Count), hasLegend: true) + (groups.Count > 4 ? 20 : 0),
            X = Axis.Over("Standardized loading", rows.SelectMany(row => new[] { row.Loading, row.Lower, row.Upper }).Append(0).Append(1)),
            Y = Axis.OfNames("", [.. rows.Select(row => row.Item)], firstOnTop: true),
            Marks = marks,
        };
    }

    private static IEnumerable<Mark> MarksOf(string factor, IReadOnlyList<LoadingRow> own, List<LoadingRow> rows, Tone tone, PointShape shape)
    {
        double[] at = [.. own.Select(row => (double)rows.IndexOf(row))];
        yield return new BarMarks { IsHorizontal = true, Tone = tone, Opacity = 0.35, Thickness = 0.12, At = at, From = new double[own.Count], To = [.. own.Select(row => row.Loading)] };
        yield return new IntervalMarks { IsHorizontal = true, Tone = tone, At = at, Lower = [.. own.Select(row => row.Lower)], Upper = [.. own.Select(row => row.Upper)] };
        yield return new PointMarks { Name = factor, Tone = tone, Shape = shape, X = [.. own.Select(row => row.Loading)], Y = at };
    }

    private static string Words(IEnumerable<IGrouping<string, LoadingRow>> groups) => "Standardized loadings. "
        + string.Join(" ", groups.Select(group => group.Key + ": " + string.Join(", ", group.Select(row => $"{row.Item} {NumberText.Number(row.Loading, 2, true)}")) + "."));

    /// <summary>The standardized loadings of a fitted model with their intervals; those of factors on factors are left out.</summary>
    public static Figure DrawLoadings(this FitResult fit, int ofGroup = 1, string title = "Standardized loadings") => Of(
        [
            .. from row in fit.Standardized()
               let parameter = row.Parameter
               where parameter.Operator == Operator.Loading && parameter.Group == ofGroup && row.Value is not null
               where !fit.Table.LatentVariables.Contains(parameter.Rhs)
               select new LoadingRow(parameter.Rhs, parameter.Lhs, row.Value!.Value, row.Lower, row.Upper),
        ],
        title,
        note: "Lines are intervals by the delta method.");
}
