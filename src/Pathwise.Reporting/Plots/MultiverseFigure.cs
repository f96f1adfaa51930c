using System.Globalization;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Plots;

/// <summary>Every universe of a multiverse: a curve for each claim, all in one order, over one dashboard of the choices.</summary>
public static class MultiverseFigure
{
    private const int Wide = 900;
    private const int Narrow = 340;

    /// <summary>
    /// The universes of a type, and the published analysis among them, by the first claim's standardized effect; more than 300 share columns. Improper and
    /// failed universes have their place.
    /// </summary>
    public static Figure Draw(this MultiverseResult result, DecisionType type = DecisionType.Equivalent)
    {
        ArgumentNullException.ThrowIfNull(result);
        var order = new UniverseOrder(result, type);
        return Of(order, type, Wide, Of(order, type, Narrow, null));
    }

    /// <summary>Where the columns of the figure lie: the share of its width at which the first begins and the last ends.</summary>
    internal static (double Left, double Right) Frame(Figure figure)
    {
        var area = SvgAxes.Frame(figure, new(SvgFigure.Edge, 0, figure.Width - SvgFigure.Edge, figure.Height, figure.X, figure.Y));
        return (area.Left / figure.Width, area.Right / figure.Width);
    }

    /// <summary>The columns of a figure of this width.</summary>
    internal static UniverseColumns Columns(UniverseOrder order, int width) => new(order.Rows.Count, order.Drawn, width < Wide ? 150 : 300);

    private static Figure Of(UniverseOrder order, DecisionType type, int width, Figure? narrow)
    {
        var columns = Columns(order, width);
        var canvas = new CurveCanvas(columns);
        foreach (var panel in order.Panels)
            canvas.AddPanel(panel, 0.58 * width);
        foreach (var decision in order.Decisions)
            canvas.AddDecision(decision.Name, [.. decision.Options.Select(option => (option.Name, Taken(order, decision, option)))], 0.4 * width);
        if (order.Reference >= 0)
            canvas.AddReference(order.Reference, "Published analysis");
        var title = $"{Count(order.Rows.Count)} universe{(order.Rows.Count == 1 ? "" : "s")} of type {type.Text()}";
        var note = Note(columns, order);
        var figure = new Figure
        {
            Title = title,
            Note = note,
            AlternativeText = Words(order),
            Width = width,
            X = Axis.Of(order.Panels.Count == 0 ? "" : "Universes, by the first effect", -0.5, Math.Max(columns.Count, 1) - 0.5, [], isOfNames: false, isReversed: false),
            Y = Axis.Of("", 0, Math.Max(canvas.Height, 1), canvas.Ticks, isOfNames: false, isReversed: true),
            Marks = canvas.Marks,
            Narrow = narrow,
            Height = 0,
        };
        return Sized(figure, SvgFigure.HeightFor(title, note, width, canvas.Height + Legend.Height(canvas.Marks, width) + SvgAxes.Below(figure) + 8));
    }

    private static Figure Sized(Figure figure, int height) => new()
    {
        Title = figure.Title, Note = figure.Note, AlternativeText = figure.AlternativeText, Width = figure.Width, Height = height,
        X = figure.X, Y = figure.Y, Marks = figure.Marks, Narrow = figure.Narrow,
    };

    private static bool[] Taken(UniverseOrder order, Decision decision, DecisionOption option) => [.. order.Rows.Select(row => order.Option(row, decision.Name) == option.Name)];

    private static string Note(UniverseColumns columns, UniverseOrder order) => string.Join(" ",
    [
        "Standardized effects; pale bars are the universes' own intervals, which are not joint.",
        .. columns.Share > 1 ? [$"A column stands for up to {Count(columns.Share)} universes: estimates from the least to the greatest in the colour of most of them, the median of the bounds, and a choice the paler the fewer take it."] : Array.Empty<string>(),
        .. Improper(order) is > 0 and var improper ? [$"{Count(improper)} with an improper solution."] : Array.Empty<string>(),
        .. order.Rows.Count > order.Drawn ? [$"At the right the {Count(order.Rows.Count - order.Drawn)} without the first effect."] : Array.Empty<string>(),
    ]);

    private static int Improper(UniverseOrder order) => order.Panels.Count == 0 ? 0 : order.Panels[0].Points.Count(point => point is { IsImproper: true });

    private static string Words(UniverseOrder order) => string.Join(" ",
    [
        $"{Count(order.Rows.Count)} in the order of the first effect, {Count(order.Rows.Count - order.Drawn)} of them without it.",
        .. order.Panels.Select(panel => Words(panel, order.Reference)),
    ]);

    private static string Words(CurvePanel panel, int reference)
    {
        var points = panel.Points.OfType<CurvePoint>().ToList();
        if (points.Count == 0)
            return $"{panel.Title}: no estimate.";
        double[] estimates = [.. points.Select(point => point.Estimate)];
        var published = reference >= 0 && panel.Points[reference] is { } own ? $", {NumberText.Number(own.Estimate, 2)} in the published analysis" : "";
        return $"{panel.Title}: from {NumberText.Number(estimates.Min(), 2)} to {NumberText.Number(estimates.Max(), 2)}, median {NumberText.Number(Numerics.Univariate.Median(estimates), 2)}{published}; as claimed in {Count(points.Count(point => point.Holds))} of {Count(points.Count)}.";
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
