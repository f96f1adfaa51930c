using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Shown;

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
            of.Text("Effect", row => Name(row.Effect)),
            .. effects.Any(row => row.Effect.GroupLabel.Length > 0) ? [of.Text("Group", row => GroupText(row.Effect))] : Array.Empty<Column>(),
            of.Column("Estimate", row => Cell.Number(isStandardized ? row.Standardized : row.Value, Decimals(row, isStandardized))),
            of.Column("SE", row => Cell.Number(isStandardized ? row.StandardizedError : row.StandardError, Decimals(row, isStandardized))),
            .. Kinds(effects, isStandardized).SelectMany(kind => IntervalOf(of, kind, isStandardized)),
            .. isStandardized ? [] : new[] { of.Number("Standardized", 3, row => row.Standardized) },
        ],
        row => Headings[row.Effect.Kind]);

    public static Table Of(IReadOnlyList<EffectInterval> intervals, string caption = "Intervals") => Table.Of(
        caption,
        intervals,
        of =>
        [
            of.Text("Kind", row => KindText(row.Kind)),
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

    /// <summary>The kinds of intervals that the effects have, in their order.</summary>
    public static IEnumerable<IntervalKind> Kinds(IEnumerable<EffectEstimate> effects, bool isStandardized) => effects
        .SelectMany(effect => effect.Intervals).Where(interval => interval.IsStandardized == isStandardized)
        .Select(interval => interval.Kind).Distinct().Order();

    /// <summary>The effect with real arrows.</summary>
    public static string Name(Effect effect) =>
        effect.Name.Replace("->", "→", StringComparison.Ordinal).Replace("=>", "⇒", StringComparison.Ordinal);

    /// <summary>The group by its label in the data, by its number where it has none.</summary>
    public static string GroupText(Effect effect) => effect.GroupLabel.Length > 0 ? effect.GroupLabel : NumberText.Number(effect.Group, 0);

    /// <summary>How many decimals an effect and all that belongs to it are shown with.</summary>
    public static int Decimals(EffectEstimate effect, bool isStandardized) => isStandardized
        ? Precision.Of(effect.Standardized, effect.StandardizedError)
        : Precision.Of(effect.Value, effect.StandardError);

    /// <summary>How an interval is made, in words.</summary>
    public static string KindText(IntervalKind kind) => kind switch
    {
        IntervalKind.BiasCorrected => "Bias-corrected",
        IntervalKind.BcA => "BCa",
        IntervalKind.Delta => "Delta method",
        IntervalKind.MonteCarlo => "Monte Carlo",
        IntervalKind.Profile => "Profile likelihood",
        _ => kind.ToString(),
    };

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
        yield return of.Column(KindText(kind), row => Cell.Interval(Find(row)?.Interval.Lower, Find(row)?.Interval.Upper, Decimals(row, isStandardized)));
        yield return of.PValue("p", row => Find(row)?.PValue);
    }
}
