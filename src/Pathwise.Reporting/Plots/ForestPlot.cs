using Pathwise.Reporting.Figures;

namespace Pathwise.Reporting.Plots;

/// <summary>Effects as they were published beside the same effects recomputed.</summary>
public static class ForestPlot
{
    /// <summary>Two lines for each effect: published and recomputed; rows are matched by name.</summary>
    public static Figure Of(
        IReadOnlyList<IntervalRow> published,
        IReadOnlyList<IntervalRow> recomputed,
        string title = "Published and recomputed effects",
        string unit = "Standardized effect",
        string note = "Lines are 95 % intervals.") =>
        IntervalComparison.Of([new("Published", published), new("Recomputed", recomputed)], title, unit, 0, note);
}
