using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// A table of correlations must be positive semidefinite. Rounding moves an eigenvalue by no more than the largest row sum
/// of half units (Weyl), so a smallest eigenvalue below that bound is no rounding.
/// </summary>
public static class PositiveDefiniteness
{
    private const string Name = "correlation matrix";

    /// <summary>The smallest eigenvalue of a correlation matrix (row-major, n by n).</summary>
    public static double SmallestEigenvalue(ReadOnlySpan<double> matrix, int n) => SymmetricEigen.Of(matrix, n).Values.Min();

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) => published.Statistics
        .Where(statistic => statistic.Kind == StatisticKind.Correlation && statistic.Details.ContainsKey("model"))
        .Where(statistic => statistic.Details.ContainsKey("from") && statistic.Details.ContainsKey("to"))
        .GroupBy(statistic => statistic.Details["model"])
        .Select(table => Check([.. table]));

    private static Finding Check(ReportedStatistic[] correlations)
    {
        var names = correlations.SelectMany(r => new[] { r.Details["from"], r.Details["to"] }).Distinct().ToList();
        var n = names.Count;
        if (correlations.Length != n * (n - 1) / 2)
            return Findings.Untestable(correlations[0], Name, $"Of the correlations of {n} variables {correlations.Length} are printed; all {n * (n - 1) / 2} are needed.");
        var (matrix, slack) = Fill(correlations, names);
        var smallest = SmallestEigenvalue(matrix, n);
        return Findings.Judged(
            correlations[0],
            Name,
            smallest + slack >= 0,
            $"The correlations of {string.Join(", ", names)} have {DecimalRounding.Text(smallest, 3)} as smallest eigenvalue"
            + (smallest >= 0 ? "; such a matrix exists." : smallest + slack >= 0 ? "; rounding explains it." : "; no data have these correlations."),
            DecimalRounding.Text(smallest, 3));
    }

    private static (double[] Matrix, double Slack) Fill(ReportedStatistic[] correlations, List<string> names)
    {
        var n = names.Count;
        var matrix = new double[n * n];
        var rows = new double[n];
        for (var i = 0; i < n; i++)
            matrix[(i * n) + i] = 1;
        foreach (var r in correlations)
        {
            var (i, j) = (names.IndexOf(r.Details["from"]), names.IndexOf(r.Details["to"]));
            matrix[(i * n) + j] = matrix[(j * n) + i] = (double)r.Number!.Value;
            rows[i] += r.Number.HalfUnit;
            rows[j] += r.Number.HalfUnit;
        }

        return (matrix, rows.Max() + 1e-9);
    }
}
