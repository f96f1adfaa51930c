using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>Effects with their intervals, and how a bootstrap went.</summary>
internal static class ShownEffects
{
    private static readonly Dictionary<EffectKind, string> Headings = new()
    {
        [EffectKind.Direct] = "Direct effects",
        [EffectKind.SpecificIndirect] = "Specific indirect effects",
        [EffectKind.TotalIndirect] = "Total indirect effects",
        [EffectKind.Total] = "Total effects",
        [EffectKind.Contrast] = "Differences of indirect effects",
        [EffectKind.ProportionMediated] = "Shares mediated",
        [EffectKind.Defined] = "Defined",
    };

    public static Table Of(IReadOnlyList<EffectEstimate> effects, string caption = "Effects", bool isStandardized = false) => Table.Of(
        caption,
        [.. effects.OrderBy(effect => effect.Effect.Kind)],
        of =>
        [
            of.Text("Effect", row => EffectWords.Name(row.Effect)),
            .. effects.Any(row => row.Effect.GroupLabel.Length > 0) ? [of.Text("Group", row => EffectWords.GroupText(row.Effect))] : Array.Empty<Column>(),
            of.Column("Estimate", row => Cell.Number(isStandardized ? row.Standardized : row.Value, EffectWords.Decimals(row, isStandardized))),
            of.Column("SE", row => Cell.Number(isStandardized ? row.StandardizedError : row.StandardError, EffectWords.Decimals(row, isStandardized))),
            .. EffectWords.Kinds(effects, isStandardized).SelectMany(kind => IntervalOf(of, kind, isStandardized)),
            .. isStandardized ? [] : new[] { of.Number("Standardized", 3, row => row.Standardized) },
        ],
        row => Headings[row.Effect.Kind]);

    public static Table Of(IReadOnlyList<EffectInterval> intervals, string caption = "Intervals") => Table.Of(
        caption,
        intervals,
        of =>
        [
            of.Text("Kind", row => EffectWords.KindText(row.Kind)),
            of.Text("Effect", row => row.IsStandardized ? "standardized" : "raw"),
            of.Interval("Interval", 3, row => (row.Interval.Lower, row.Interval.Upper)),
            of.PValue("p", row => row.PValue),
        ]);

    public static Table Of(BootstrapResult bootstrap) => new(
        $"Bootstrap of {bootstrap.Requested} replicates",
        [
            new("", Counts(bootstrap).Select(row => Cell.Text(row.Name))),
            new("Replicates", Counts(bootstrap).Select(row => Cell.Count(row.Count))),
        ],
        notes: [$"{Facts.Words(bootstrap.Options.Kind.ToString())}, seed {bootstrap.Seed}; improper solutions: {Facts.Words(bootstrap.Rule.ToString()).ToLowerInvariant()}."]);

    private static IEnumerable<(string Name, int Count)> Counts(BootstrapResult bootstrap) =>
    [
        ("Drawn", bootstrap.Drawn),
        ("Converged", bootstrap.Converged),
        ("Improper", bootstrap.Improper),
        .. bootstrap.ImproperByReason.Select(pair => ($"  improper: {pair.Key}", pair.Value)),
        .. bootstrap.Failures.Select(pair => ($"  without a solution: {pair.Key}", pair.Value)),
        ("Used", bootstrap.Used),
    ];

    private static IEnumerable<Column> IntervalOf(ColumnsOf<EffectEstimate> of, IntervalKind kind, bool isStandardized)
    {
        EffectInterval? Find(EffectEstimate row) => row.Intervals.FirstOrDefault(each => each.Kind == kind && each.IsStandardized == isStandardized);
        yield return of.Column(EffectWords.KindText(kind), row => Cell.Interval(Find(row)?.Interval.Lower, Find(row)?.Interval.Upper, EffectWords.Decimals(row, isStandardized)));
        yield return of.PValue("p", row => Find(row)?.PValue);
    }
}
