using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Plots.Paths;

namespace Pathwise.Tests.Reporting;

/// <summary>One figure of each kind, with a label that must not reach a page as markup.</summary>
internal static class FigureSamples
{
    public const string Bad = "<script>alert('1')</script>&\u0001";

    private static readonly IntervalRow[] Rows = [new("a", 0.5, 0.2, 0.8), new(Bad, -0.448, -0.655, -0.202), new("none", null, null, null)];

    public static readonly string[] Kinds =
        ["scree", "loadings", "correlations", "bootstrap", "profile", "forest", "comparison", "topics", "ranks", "flow", "scorecard", "paths"];

    public static Figure Of(string kind) => kind switch
    {
        "scree" => ScreePlot.Of([3.2, 1.1, 0.5, 0.2], [1.4, 1.2, 0.9, 0.7], Bad),
        "loadings" => LoadingsPlot.Of([new("x1", "F", 0.81, 0.7, 0.9), new(Bad, "G", -0.6), new("x3", Bad, 0.55)]),
        "correlations" => CorrelationHeatMap.Of(["x1", Bad, "x3"], new[,] { { 1, 0.3, 0.62 }, { 0.3, 1, -0.2 }, { 0.62, -0.2, 1 } }, ["F", "G", "F"]),
        "bootstrap" => BootstrapHistogram.Of(Bad, [0.1, 0.2, 0.2, 0.3, 0.35, 0.4, double.NaN], 0.25, [new("Percentile", null, 0.1, 0.4)]),
        "profile" => LikelihoodProfilePlot.Of(Bad, [-0.2, 0, 0.3, 0.8], [6, 2.25, 0, 6.25], 0.3, 3.841, new("95 %", 0.3, -0.1, 0.7)),
        "forest" => ForestPlot.Of(Rows, Rows[..1]),
        "comparison" => IntervalComparison.Of([new(Bad, Rows), new("b", Rows), new("c", Rows)], "Methods", "Effect"),
        "topics" => RankedTopicsPlot.Of(Rows, threshold: 0.1),
        "ranks" => RankDistributionsPlot.Of(["a", Bad], [[0.7, 0.3], [0.3, 0.7]]),
        "flow" => CleaningFlowDiagram.Of("Started", 100, [(Bad, 5), ("No consent", 3)], "Usable"),
        "scorecard" => ScorecardPlot.Of([("Fit", [8, 1, 1, 2, 3, 0]), (Bad, [2, 0, 0, 1, 0, 3])]),
        "paths" => PathDiagram.Of(Paths()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of figure."),
    };

    /// <summary>Three factors, one of the second order, a mediation and covariances.</summary>
    public static IReadOnlyList<PathEdge> Paths(string third = Bad) =>
    [
        .. Loadings("col", 4), .. Loadings("ali", 4), .. Loadings(third, 4), .. Loadings("int", 3), .. Loadings("mar", 3),
        new("per", "int", PathKind.Loading, 0.78), new("per", "mar", PathKind.Loading, 0.91),
        new("col", "ali", PathKind.Regression, 0.504, 0.001), new("col", third, PathKind.Regression, -0.448, 0.001),
        new("ali", "per", PathKind.Regression, 0.894, 0.001), new(third, "per", PathKind.Regression, 0.106, 0.453),
        new("col", "per", PathKind.Regression, 0.2, 0.074), new("ali1", "col2", PathKind.Covariance, 0.12, 0.04),
        new("int1", "mar1", PathKind.Covariance, -0.2, 0.04), new("int1", "int1", PathKind.Covariance, 0.4),
    ];

    private static IEnumerable<PathEdge> Loadings(string factor, int count) =>
        Enumerable.Range(1, count).Select(i => new PathEdge(factor, factor + i, PathKind.Loading, 0.6 + (0.05 * i), 0.001));
}
