using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>The complete printed correlations of some items, with their standard deviations where these are printed too.</summary>
internal sealed class ItemTable
{
    private readonly ReportedNumber[] correlations;
    private readonly ReportedNumber?[] deviations;

    private ItemTable(IReadOnlyList<string> names, ReportedNumber[] correlations, ReportedNumber?[] deviations) =>
        (Names, this.correlations, this.deviations) = (names, correlations, deviations);

    public IReadOnlyList<string> Names { get; }

    public bool HasDeviations => deviations.All(sd => sd is not null);

    /// <summary>The table of that name; null where a correlation is not printed.</summary>
    public static ItemTable? Of(PublishedStatistics published, string table)
    {
        var ofTable = published.Statistics.Where(statistic => statistic.Details.GetValueOrDefault("model") == table).ToArray();
        var pairs = ofTable.Where(r => r.Kind == StatisticKind.Correlation && r.Details.ContainsKey("from") && r.Details.ContainsKey("to")).ToArray();
        string[] names = [.. pairs.SelectMany(r => new[] { r.Details["from"], r.Details["to"] }).Distinct()];
        var printed =
            from i in Enumerable.Range(0, names.Length)
            from j in Enumerable.Range(i + 1, names.Length - i - 1)
            select Array.Find(pairs, r => (r.Details["from"] == names[i] && r.Details["to"] == names[j]) || (r.Details["from"] == names[j] && r.Details["to"] == names[i]))?.Number;
        var correlations = printed.ToArray();
        return names.Length < 2 || correlations.Contains(null) ? null : new(names, [.. correlations.OfType<ReportedNumber>()], [.. names.Select(Deviation)]);

        ReportedNumber? Deviation(string name) =>
            Array.Find(ofTable, sd => sd.Kind == StatisticKind.StandardDeviation && sd.Details.GetValueOrDefault("from") == name)?.Number;
    }

    /// <summary>The alphas that the printed numbers allow; it grows with every correlation, and a deviation moves it by its slope.</summary>
    public ValueRange Alpha(bool isRaw)
    {
        double[] sds = [.. deviations.Select(sd => isRaw ? (double)sd!.Value : 1)];
        var range = ValueRange.Around(At(r => r.Range.Lower), At(r => r.Range.Upper));
        return isRaw ? range.Widen(Slack(sds)) : range;

        double At(Func<ReportedNumber, double> end) => AlphaFromCorrelations.Of(sds, [.. correlations.Select(end)]);
    }

    private double Slack(double[] sds)
    {
        double[] r = [.. correlations.Select(each => (double)each.Value)];
        var here = AlphaFromCorrelations.Of(sds, r);
        return sds.Select((_, i) => Math.Max(Move(i, 1), Move(i, -1))).Sum();

        double Move(int item, int sign)
        {
            double[] moved = [.. sds.Select((sd, i) => i == item ? sd + (sign * deviations[i]!.HalfUnit) : sd)];
            return Math.Abs(AlphaFromCorrelations.Of(moved, r) - here);
        }
    }
}
