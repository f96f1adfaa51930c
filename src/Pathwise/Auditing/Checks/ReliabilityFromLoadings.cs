using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Composite reliability and average variance extracted from standardized loadings (Fornell and Larcker, 1981), errors uncorrelated. A loading
/// counts by its size: a reversed item is reversed before it is added up.
/// </summary>
public static class ReliabilityFromLoadings
{
    private const string Name = "reliability from loadings";

    /// <summary>(sum of loadings) squared, divided by itself plus the error variances: the sum of 1 less each squared loading.</summary>
    public static double Composite(IReadOnlyList<double> loadings)
    {
        var sum = loadings.Sum(Math.Abs);
        return sum * sum / ((sum * sum) + loadings.Sum(loading => 1 - (loading * loading)));
    }

    /// <summary>The mean of the squared loadings.</summary>
    public static double Extracted(IReadOnlyList<double> loadings) => loadings.Average(loading => loading * loading);

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind is StatisticKind.CompositeReliability or StatisticKind.AverageVarianceExtracted
        select statistic.Links.TryGetValue("loadings", out var link)
            ? Check(statistic, [.. StatisticLinks.Ids(link).Select(id => published[id])])
            : Findings.Untestable(statistic, Name, "It follows from the standardized loadings, which are not all printed.");

    private static Finding Check(ReportedStatistic statistic, ReportedStatistic[] loadings)
    {
        Func<IReadOnlyList<double>, double> of = statistic.Kind == StatisticKind.CompositeReliability ? Composite : Extracted;
        var sizes = loadings.Select(loading => Size(loading.Number!.Range)).ToList();
        var range = ValueRange.Around(of([.. sizes.Select(size => size.Lower)]), of([.. sizes.Select(size => size.Upper)]));
        return Findings.Compared(statistic, Name, range, _ =>
            $"Loadings of {string.Join(", ", loadings.Select(loading => loading.Printed))} give {statistic.Kind.Text().ToUpperInvariant()} = {RangeText.Of(range, statistic.Number!.Decimals + 1)}; printed is {statistic.Printed}.");
    }

    // Both measures grow with the size of each loading.
    private static ValueRange Size(ValueRange loading) => loading is { Lower: <= 0, Upper: >= 0 }
        ? new(0, Math.Max(-loading.Lower, loading.Upper))
        : ValueRange.Around(Math.Abs(loading.Lower), Math.Abs(loading.Upper));
}
