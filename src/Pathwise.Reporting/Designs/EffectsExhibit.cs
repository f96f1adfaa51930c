using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting.Designs;

/// <summary>Effects for people: what was drawn, the effects with their intervals, and the intervals under each rule.</summary>
public static class EffectsExhibit
{
    /// <summary>
    /// The effects of a fit; with a bootstrap also how its samples ended, and the same under other rules; with a Bollen-Stine bootstrap its p;
    /// with the fit itself what to beware of, the stability of its feedback loops, and what the list of effects leaves out.
    /// </summary>
    public static Summary Of(
        IReadOnlyList<EffectEstimate> effects,
        BootstrapResult? bootstrap,
        IReadOnlyList<(BootstrapResult Bootstrap, IReadOnlyList<EffectEstimate> Effects)> otherRules,
        bool isStandardized,
        BootstrapResult? stine = null,
        FitResult? fit = null)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(otherRules);
        var parts = new List<Exhibit>();
        if (fit is not null)
            parts.AddRange(OfFit(fit));
        if (bootstrap is not null)
            parts.Add(Draws(bootstrap));
        parts.Add(Effects("Effects", [.. effects.OrderBy(each => each.Effect.Kind)], false, bootstrap));
        if (isStandardized)
            parts.Add(Effects("Standardized effects", [.. effects.Where(each => each.Standardized is not null).OrderBy(each => each.Effect.Kind)], true, bootstrap));
        if (bootstrap is not null && otherRules.Count > 0 && effects.Any(each => each.Intervals.Any(made => made.Kind.IsBootstrap())))
            parts.Add(RuleComparison.Of([(bootstrap, effects), .. otherRules], isStandardized));
        if (stine is not null)
            parts.Add(Stine(stine));
        return new Summary("Direct, indirect and total effects", parts);
    }

    private static IEnumerable<Exhibit> OfFit(FitResult fit) =>
    [
        .. fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)),
        .. FitSummary.Stability(fit) is { } stability ? [stability] : Array.Empty<Exhibit>(),
        .. fit.OmittedEffects().Select(sentence => new Paragraph(sentence)),
    ];

    private static Paragraph Stine(BootstrapResult stine)
    {
        var samples = stine.IsComplete ? $"{stine.Used} of {stine.Requested} samples" : $"interrupted: {stine.Used} used of {stine.Drawn} drawn, {stine.Requested} asked for";
        return stine.Used == 0
            ? new Paragraph($"\nNo p by the Bollen-Stine bootstrap ({samples}, seed {stine.Seed}).")
            : new Paragraph($"\nChi-square {NumberText.Number(stine.Fit.Multiplier * stine.Fit.Discrepancy, 2)}: p {NumberText.PValue(stine.ChiSquarePValue())} by the Bollen-Stine bootstrap ({samples}, seed {stine.Seed}).");
    }

    private static Table Draws(BootstrapResult bootstrap)
    {
        (string What, int Count)[] rows =
        [
            ("requested", bootstrap.Requested),
            ("drawn", bootstrap.Drawn),
            ("converged", bootstrap.Converged),
            .. bootstrap.ImproperByReason.Select(each => ($"improper: {each.Key}", each.Value)),
            .. bootstrap.Failures.Select(each => ($"failed: {each.Key}", each.Value)),
            ($"used under the rule {RuleComparison.Name(bootstrap)}", bootstrap.Used),
        ];
        return Table.Of(
            $"Bootstrap samples ({bootstrap.Options.Kind.ToString().ToLowerInvariant()}, seed {bootstrap.Seed})",
            rows,
            columns => [columns.Text("Samples", row => row.What), columns.Count("Number", row => row.Count)]);
    }

    private static Table Effects(string caption, IReadOnlyList<EffectEstimate> effects, bool isStandardized, BootstrapResult? bootstrap)
    {
        var kinds = effects.SelectMany(each => each.Intervals).Where(each => each.IsStandardized == isStandardized).Select(each => each.Kind).Distinct().ToArray();
        string[] notes =
        [
            bootstrap is null ? "Standard errors by the delta method." : "SE and Robust (median absolute deviation, scaled) over the bootstrap samples; Outlying: samples more than five robust spreads from their median.",
            "Each p belongs to the interval beside it: the level at which that interval would reach zero. Joint p: the largest p of the path's coefficients, each by its normal-theory standard error.",
            .. kinds.Contains(IntervalKind.Profile) ? ["A profile without bounds or p: the likelihood has no minimum there, as where a factor loses the loading fixed at one."] : Array.Empty<string>(),
        ];
        return Table.Of(caption, effects, columns => Columns(columns, kinds, isStandardized, bootstrap is not null, effects.Any(each => each.Effect.Group > 1)), each => Heading(each.Effect.Kind), notes);
    }

    private static IEnumerable<Column> Columns(ColumnsOf<EffectEstimate> columns, IntervalKind[] kinds, bool isStandardized, bool hasSpread, bool hasGroups)
    {
        yield return columns.Text("Effect", each => each.Effect.Name);
        if (hasGroups)
            yield return columns.Text("Group", each => each.Effect.Kind == EffectKind.Defined ? null : EffectWords.GroupText(each.Effect));
        int Decimals(EffectEstimate each) => EffectWords.Decimals(each, isStandardized);
        yield return columns.Column("Estimate", each => Cell.Number(isStandardized ? each.Standardized : each.Value, Decimals(each)));
        yield return columns.Column("SE", each => Cell.Number(isStandardized ? each.StandardizedError : each.StandardError, Decimals(each)));
        if (hasSpread)
        {
            yield return columns.Column("Robust", each => Cell.Number(isStandardized ? each.StandardizedRobustSpread : each.RobustSpread, Decimals(each)));
            yield return columns.Count("Outlying", each => isStandardized ? each.StandardizedOutlying : each.Outlying);
        }

        foreach (var kind in kinds)
        {
            yield return columns.Column(kind.Text(), each => Cell.Interval(Bounds(each, kind, isStandardized).Lower, Bounds(each, kind, isStandardized).Upper, Decimals(each)));
            yield return columns.PValue("p", each => each.Intervals.FirstOrDefault(made => made.Kind == kind && made.IsStandardized == isStandardized)?.PValue);
        }

        yield return columns.PValue("Joint p", each => each.JointPValue);
    }

    private static (double? Lower, double? Upper) Bounds(EffectEstimate effect, IntervalKind kind, bool isStandardized) =>
        effect.Interval(kind, isStandardized) is { } interval ? (interval.Lower, interval.Upper) : (null, null);

    private static string Heading(EffectKind kind) => kind switch
    {
        EffectKind.Direct => "Direct",
        EffectKind.SpecificIndirect => "Indirect, along one path",
        EffectKind.TotalIndirect => "Indirect, all paths",
        EffectKind.Total => "Total",
        EffectKind.Contrast => "Differences of indirect effects",
        EffectKind.ProportionMediated => "Share mediated",
        _ => "Defined",
    };
}
