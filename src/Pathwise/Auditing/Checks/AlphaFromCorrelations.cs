using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Coefficient alpha (Cronbach, 1951) of the items of a printed correlation matrix: with their standard deviations as it is, without them that of
/// standardized items. A paper may print either.
/// </summary>
public static class AlphaFromCorrelations
{
    private const string Name = "alpha from correlations";

    /// <summary>k / (k - 1) times 1 less the variances' share of the variance of the sum; correlations above the diagonal, row by row.</summary>
    public static double Of(IReadOnlyList<double> deviations, IReadOnlyList<double> correlations)
    {
        var k = deviations.Count;
        var (variances, total, next) = (deviations.Sum(sd => sd * sd), 0.0, 0);
        for (var i = 0; i < k; i++)
        {
            for (var j = i + 1; j < k; j++)
                total += 2 * deviations[i] * deviations[j] * correlations[next++];
        }

        return k / (k - 1.0) * (1 - (variances / (variances + total)));
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from alpha in published.Statistics
        where alpha.Kind == StatisticKind.Alpha
        select alpha.Details.TryGetValue("model", out var table)
            ? Check(alpha, ItemTable.Of(published, table))
            : Findings.Untestable(alpha, Name, "Alpha follows from the correlations of the items, which are not printed.");

    private static Finding Check(ReportedStatistic alpha, ItemTable? table)
    {
        if (table is null)
            return Findings.Untestable(alpha, Name, "Alpha follows from the correlations of all its items; not all are printed.");
        var (plain, raw) = (table.Alpha(false), table.HasDeviations ? table.Alpha(true) : (ValueRange?)null);
        var isRaw = raw is { } ofRaw && (alpha.Number!.Range.Meets(ofRaw) || !alpha.Number.Range.Meets(plain));
        var digits = alpha.Number!.Decimals + 1;
        var message = $"The correlations of {string.Join(", ", table.Names)} give a standardized alpha of {RangeText.Of(plain, digits)}"
            + (raw is { } with ? $" and, with their standard deviations, {RangeText.Of(with, digits)}" : "") + $"; printed is {alpha.Printed}.";
        var finding = Findings.Compared(alpha, Name, isRaw ? raw!.Value : plain, _ => message);
        return finding.Status == FindingStatus.Inconsistent && raw is null
            ? Findings.Untestable(alpha, Name, message + " That of the items as they are depends on their standard deviations, which are not printed.")
            : finding;
    }
}
