using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>Every published value, none left out, with what the notebooks recomputed.</summary>
[TypeFormatterSource]
public sealed class Scorecard
{
    private Scorecard(IReadOnlyList<ScorecardValue> values, IReadOnlyList<ReportedSource> sources) => (Values, Sources) = (values, sources);

    /// <summary>One line for each published statistic, in their order.</summary>
    public IReadOnlyList<ScorecardValue> Values { get; }

    /// <summary>How many values have each verdict; every verdict is counted, also when none has it.</summary>
    public IReadOnlyList<(Verdict Verdict, int Count)> Summary =>
        [.. Enum.GetValues<Verdict>().Select(verdict => (verdict, Values.Count(value => value.Verdict == verdict)))];

    /// <summary>The papers that the values come from, as the folder of statistics lists them.</summary>
    internal IReadOnlyList<ReportedSource> Sources { get; }

    /// <summary>What can be concluded from the counts, in two or three sentences.</summary>
    public string Conclusion => ScorecardConclusion.Of(Values);

    /// <summary>
    /// Sets the collected checks beside all published values. A value that no notebook checked is not recomputable, for
    /// the reason stated with it. Checks of one value that do not agree make it differ. A check of something that was
    /// never published is an <see cref="InputException"/>.
    /// </summary>
    public static Scorecard Of(PublishedStatistics published, IEnumerable<CollectedCheck> checks)
    {
        var byId = checks.ToLookup(check => published[check.Id].Id, StringComparer.Ordinal);
        return new Scorecard([.. published.Statistics.Select(statistic => Line(statistic, [.. byId[statistic.Id]]))], ReportedSource.In(published.Folder));
    }

    private static ScorecardValue Line(ReportedStatistic statistic, CollectedCheck[] checks)
    {
        if (checks.Length == 0)
            return new(statistic, null, Verdict.NotRecomputable, WhyNot(statistic), statistic.Notebook, null);
        var first = checks[0];
        var other = Array.Find(checks, check => check.Recomputed != first.Recomputed || check.Verdict != first.Verdict);
        return other is null
            ? new(statistic, first.Recomputed, first.Verdict, first.Why, first.Notebook, first.Anchor)
            : new(statistic, first.Recomputed, Verdict.Differs, Disagreement(first, other), first.Notebook, first.Anchor);
    }

    private static string WhyNot(ReportedStatistic statistic) => statistic.Why
        ?? (statistic.Notebook is { } notebook ? $"No check of it came from {notebook}." : "No notebook recomputes it.");

    private static string Disagreement(CollectedCheck first, CollectedCheck other) =>
        $"{first.Notebook} gives {first.Recomputed ?? "nothing"} ({first.Verdict.Text()}), {other.Notebook} gives {other.Recomputed ?? "nothing"} ({other.Verdict.Text()}).";
}
