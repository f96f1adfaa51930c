using Pathwise.Json;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>Effects with their intervals; with all that was found about them where a command was asked for it.</summary>
internal static class EffectDesign
{
    /// <summary>
    /// What to beware of, what was drawn, the effects with their spread and intervals, the intervals under the other rules for improper
    /// solutions, and the p of a Bollen-Stine bootstrap.
    /// </summary>
    public static Summary Of(EffectsReport report)
    {
        var bootstrap = report.Bootstrap;
        var parts = new List<Exhibit>(OfFit(report.Fit, report.Omitted));
        if (report.Moderation is null)
            parts.AddRange(report.Fit.Table.Options.Codings.Select(coding => new Paragraph(coding.Words)));
        if (report.Fit.EarlierStep is { } step)
            parts.Add(new Paragraph(step.Description));
        if (bootstrap is not null)
            parts.Add(ReplicateDesign.Of(bootstrap));
        parts.Add(Full("Effects", report.Effects, false, bootstrap));
        if (report.IsStandardized)
            parts.Add(Full("Standardized effects", [.. report.Effects.Where(each => each.Standardized is not null)], true, bootstrap));
        if (report.Tests.Count > 0)
            parts.Add(MediationDesign.Of(report.Tests));
        if (report.Equivalences.Count > 0)
            parts.Add(MediationDesign.Of(report.Equivalences));
        if (report.Groups.Count > 0)
            parts.Add(GroupContrastDesign.Of(report.Groups));
        if (report.Moderation is { } moderation)
            parts.AddRange(ModerationDesign.Parts(moderation));
        if (bootstrap is not null && report.OtherRules.Count > 0 && report.Effects.Any(each => each.Intervals.Any(made => made.Kind.IsBootstrap())))
            parts.Add(RuleComparison.Of([(bootstrap, report.Effects), .. report.OtherRules], report.IsStandardized));
        if (report.Stine is { } stine)
            parts.Add(Stine(stine));
        return new Summary("Direct, indirect and total effects", parts);
    }

    /// <summary>Effects by kind, raw ones with their standardized values beside.</summary>
    public static Table Of(IReadOnlyList<EffectEstimate> effects, string caption = "Effects", bool isStandardized = false) => Table.Of(
        caption,
        [.. effects.OrderBy(effect => effect.Effect.Kind)],
        of =>
        [
            .. Values(of, effects, isStandardized),
            .. Intervals(of, effects, isStandardized),
            .. isStandardized ? [] : new[] { of.Number("Standardized", 3, row => row.Standardized) },
        ],
        row => row.Effect.Kind.Heading());

    /// <summary>Intervals of one effect side by side.</summary>
    public static Table Of(IReadOnlyList<EffectInterval> intervals) => Table.Of(
        "Intervals",
        intervals,
        of =>
        [
            of.Text("Kind", row => row.Kind.Heading()),
            of.Text("Effect", row => row.IsStandardized ? "standardized" : "raw"),
            of.Interval("Interval", 3, row => (row.Interval.Lower, row.Interval.Upper)),
            of.PValue("p", row => row.PValue),
        ]);

    // The same with the robust spread of the draws and the joint p of a path.
    private static Table Full(string caption, IReadOnlyList<EffectEstimate> effects, bool isStandardized, BootstrapResult? bootstrap) => Table.Of(
        caption,
        [.. effects.OrderBy(effect => effect.Effect.Kind)],
        of =>
        [
            .. Values(of, effects, isStandardized),
            .. bootstrap is null ? [] : Spread(of, isStandardized),
            .. Intervals(of, effects, isStandardized),
            of.PValue("Joint p", row => row.JointPValue),
        ],
        row => row.Effect.Kind.Heading(),
        Notes(EffectWords.Kinds(effects, isStandardized), bootstrap));

    private static IEnumerable<Column> Values(ColumnsOf<EffectEstimate> of, IReadOnlyList<EffectEstimate> effects, bool isStandardized) =>
    [
        of.Text("Effect", row => EffectWords.Name(row.Effect)),
        .. effects.Any(row => row.Effect.Group > 1 || row.Effect.GroupLabel.Length > 0) ? [of.Text("Group", row => row.Effect.Kind == EffectKind.Defined ? null : EffectWords.GroupText(row.Effect))] : Array.Empty<Column>(),
        of.Column("Estimate", row => Cell.Number(isStandardized ? row.Standardized : row.Value, EffectWords.Decimals(row, isStandardized))),
        of.Column("SE", row => Cell.Number(isStandardized ? row.StandardizedError : row.StandardError, EffectWords.Decimals(row, isStandardized))),
    ];

    private static IEnumerable<Column> Spread(ColumnsOf<EffectEstimate> of, bool isStandardized) =>
    [
        of.Column("Robust", row => Cell.Number(isStandardized ? row.StandardizedRobustSpread : row.RobustSpread, EffectWords.Decimals(row, isStandardized))),
        of.Count("Outlying", row => isStandardized ? row.StandardizedOutlying : row.Outlying),
    ];

    private static IEnumerable<Column> Intervals(ColumnsOf<EffectEstimate> of, IReadOnlyList<EffectEstimate> effects, bool isStandardized)
    {
        foreach (var kind in EffectWords.Kinds(effects, isStandardized))
        {
            EffectInterval? Find(EffectEstimate row) => row.Intervals.FirstOrDefault(each => each.Kind == kind && each.IsStandardized == isStandardized);
            yield return of.Column(kind.Heading(), row => Cell.Interval(Find(row)?.Interval.Lower, Find(row)?.Interval.Upper, EffectWords.Decimals(row, isStandardized)));
            yield return of.PValue("p", row => Find(row)?.PValue);
        }
    }

    private static IEnumerable<string> Notes(IEnumerable<IntervalKind> kinds, BootstrapResult? bootstrap)
    {
        yield return bootstrap is null
            ? "Standard errors by the delta method."
            : "SE and Robust (median absolute deviation, scaled) over the bootstrap samples; Outlying: samples more than five robust spreads from their median.";
        yield return "Each p belongs to the interval beside it: the level at which that interval would reach zero. Joint p: the largest p of the path's coefficients, each by its normal-theory standard error.";
        if (kinds.Contains(IntervalKind.Profile))
            yield return "A profile without bounds or p: the likelihood has no minimum there, as where a factor loses the loading fixed at one.";
    }

    private static IEnumerable<Exhibit> OfFit(FitResult fit, IReadOnlyList<string> omitted) =>
    [
        .. fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)),
        .. FitSummary.Stability(fit) is { } stability ? [stability] : Array.Empty<Exhibit>(),
        .. omitted.Select(sentence => new Paragraph(sentence)),
    ];

    private static Paragraph Stine(BootstrapResult stine)
    {
        var samples = stine.IsComplete ? $"{stine.Used} of {stine.Requested} samples" : $"interrupted: {stine.Used} used of {stine.Drawn} drawn, {stine.Requested} asked for";
        return stine.Used == 0
            ? new Paragraph($"\nNo p by the Bollen-Stine bootstrap ({samples}, seed {stine.Seed}).")
            : new Paragraph($"\nChi-square {NumberText.Number(stine.Fit.Multiplier * stine.Fit.Discrepancy, 2)}: p {NumberText.PValue(stine.ChiSquarePValue())} by the Bollen-Stine bootstrap ({samples}, seed {stine.Seed}).");
    }
}
