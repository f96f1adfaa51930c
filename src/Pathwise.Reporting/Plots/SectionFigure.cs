using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Teaching;

namespace Pathwise.Reporting.Plots;

/// <summary>A section through the discrepancy with a slider: where F stands, and what the model implies there beside what was observed.</summary>
public static class SectionFigure
{
    // Six digits are more than a pixel shows, and do not depend on the last bits of a logarithm.
    private const int Digits = 6;

    private const string Estimate = "Estimate";

    /// <summary>
    /// Frames from one value to another in equal steps, and one at the estimate. The static picture shows the first, the one at
    /// the estimate and the last.
    /// </summary>
    /// <exception cref="InputException">The values do not rise, or the model has no covariance matrix at one of them.</exception>
    public static FigureSequence Draw(this DiscrepancySection section, double from, double to, int steps)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (!(from < to))
            throw new InputException($"The slider goes upwards; from {from} to {to} it does not.");
        var points = Values(section.Estimate, from, to, steps).Select(section.At).ToList();
        if (points.Find(point => point.Discrepancy is null) is { } hole)
            throw new InputException($"F does not exist at {section.Parameter} = {NumberText.Number(hole.Value, 3)}; let the slider keep away from there.");
        var start = points.FindIndex(point => point.Value >= from);
        var best = points.FindIndex(point => point.Value == section.Estimate);
        return new([.. points.Select(point => Frame(section, points, point))], [.. new[] { start, best, points.Count - 1 }.Where(index => index >= 0).Distinct().Order()], start)
        {
            Slider = section.Parameter,
            Title = $"Discrepancy and covariances as {section.Parameter} moves",
            Note = "All other parameters stand at their estimates. F falls while the blue points come nearer to the rings, taken together.",
            AlternativeText = Words(section, points),
        };
    }

    private static IEnumerable<double> Values(double estimate, double from, double to, int steps) =>
        Enumerable.Range(0, steps + 1).Select(i => from + ((to - from) * i / steps))
            .Concat(estimate > from && estimate < to ? [estimate] : Array.Empty<double>()).Distinct().Order();

    private static SequenceFrame Frame(DiscrepancySection section, List<SectionPoint> points, SectionPoint here)
    {
        var isEstimate = here.Value == section.Estimate;
        return new(NumberText.Number(here.Value, isEstimate ? 3 : 2).Replace('-', '−') + (isEstimate ? " (estimate)" : ""), [Curve(section, points, here), Moments(section, points, here)]);
    }

    private static Figure Curve(DiscrepancySection section, List<SectionPoint> points, SectionPoint here) => new()
    {
        Title = "Discrepancy",
        AlternativeText = "",
        X = Axis.Between(section.Parameter, points[0].Value - Margin(points), points[^1].Value + Margin(points)),
        Y = Axis.Over("Discrepancy F", [.. points.Select(point => point.Discrepancy)], fromZero: true),
        Marks =
        [
            new LineMark { X = [.. points.Select(point => Rounded(point.Value))], Y = [.. points.Select(point => Rounded(point.Discrepancy!.Value))], Tone = Tone.Muted, Name = "F" },
            new ReferenceLine { At = Rounded(section.Estimate), Tone = Tone.Ink, Name = Estimate },
            new PointMarks { X = [Rounded(here.Value)], Y = [Rounded(here.Discrepancy!.Value)], Tone = Tone.Vermilion, Shape = PointShape.Diamond, Name = "Here" },
        ],
    };

    private static Figure Moments(DiscrepancySection section, List<SectionPoint> points, SectionPoint here)
    {
        var sample = section.Fit.Saturated[0];
        var cells = Cells(sample.Names.Count);
        var at = Enumerable.Range(0, cells.Count).Select(i => (double)i).ToArray();
        double[] observed = [.. cells.Select(cell => Rounded(sample.Covariance[cell.Row, cell.Column]))];
        double[] implied = [.. cells.Select(cell => Rounded(here.Implied![cell.Row, cell.Column]))];
        return new()
        {
            Title = "Covariances",
            AlternativeText = "",
            X = Axis.Over("Variance or covariance", [.. observed, .. points.SelectMany(point => cells.Select(cell => (double?)point.Implied![cell.Row, cell.Column]))], fromZero: true),
            Y = Axis.OfNames("", [.. cells.Select(cell => Name(sample.Names[cell.Row], sample.Names[cell.Column]))], firstOnTop: true),
            Marks =
            [
                new IntervalMarks { IsHorizontal = true, At = at, Lower = [.. observed.Zip(implied, (o, i) => (double?)Math.Min(o, i))], Upper = [.. observed.Zip(implied, (o, i) => (double?)Math.Max(o, i))], Tone = Tone.Muted },
                new PointMarks { X = observed, Y = at, Tone = Tone.Ink, Shape = PointShape.Ring, Name = "Observed" },
                new PointMarks { X = implied, Y = at, Tone = Tone.Blue, Name = "Implied" },
            ],
        };
    }

    private static List<(int Row, int Column)> Cells(int p) =>
        [.. from i in Enumerable.Range(0, p) from j in Enumerable.Range(0, i + 1) orderby i == j descending select (i, j)];

    private static string Name(string row, string column) => row == column ? $"var {row}" : string.CompareOrdinal(row, column) < 0 ? $"cov {row}, {column}" : $"cov {column}, {row}";

    // So that the point is seen whole at either end.
    private static double Margin(List<SectionPoint> points) => 0.03 * (points[^1].Value - points[0].Value);

    private static double Rounded(double value) => Math.Round(value, Digits, MidpointRounding.AwayFromZero);

    private static string Words(DiscrepancySection section, List<SectionPoint> points)
    {
        var (first, last, best) = (points[0], points[^1], section.At(section.Estimate));
        return $"A slider moves {section.Parameter} from {NumberText.Number(first.Value, 2)} to {NumberText.Number(last.Value, 2)}. Above, the discrepancy F over {section.Parameter}: "
            + $"{NumberText.Number(first.Discrepancy, 3)} at the start, smallest at the estimate {NumberText.Number(best.Value, 3)} with {NumberText.Number(best.Discrepancy, 3)}, {NumberText.Number(last.Discrepancy, 3)} at the end. "
            + $"Below, each variance and covariance, observed and implied; at the estimate {Moments(section, best)}.";
    }

    private static string Moments(DiscrepancySection section, SectionPoint point)
    {
        var sample = section.Fit.Saturated[0];
        return string.Join("; ", Cells(sample.Names.Count).Select(cell =>
            $"{Name(sample.Names[cell.Row], sample.Names[cell.Column])} observed {NumberText.Number(sample.Covariance[cell.Row, cell.Column], 2)}, implied {NumberText.Number(point.Implied![cell.Row, cell.Column], 2)}"));
    }
}
