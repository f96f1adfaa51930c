using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Sentences;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Designs;

/// <summary>Conditional effects for people.</summary>
internal static class ModerationDesign
{
    private const int MostCurvePoints = 21;

    /// <summary>The tables with a figure for each region.</summary>
    public static Summary WithFigures(ModerationResult result) =>
        new("Conditional effects", [result.DrawConcept(), .. Parts(result), .. Figures(result)]);

    /// <summary>The pictures: effects along their moderators, at values of moderators where no region is drawn, and regression lines. Regions from the first cause to the last outcome come first.</summary>
    public static IEnumerable<Drawing> Figures(ModerationResult result) =>
    [
        .. InOrder([.. result.Regions.Where(region => region.Kind == result.Options.Kinds[0])]).Select(region => region.Draw()),
        .. result.Regions.Count == 0 && result.DrawConditions() is { } conditions ? [conditions] : Array.Empty<Drawing>(),
        .. result.DrawSlopes(),
    ];

    /// <summary>Regression lines at values of moderators.</summary>
    public static Table Of(IReadOnlyList<SimpleSlope> rows) => Table.Of(
        "Simple slopes",
        rows,
        of =>
        [
            of.Text("Line", row => EffectWords.Name(row.Effect)), of.Number("Slope", 3, row => row.Slope), of.Number("From", 3, row => row.From), of.Number("To", 3, row => row.To),
            of.Number("Outcome there", 3, row => row.AtFrom), of.Number("And here", 3, row => row.AtTo),
        ],
        notes: ["All other variables at their means."]);

    /// <summary>A sentence on each index, the moderators, the effects at their values, and the regions of significance.</summary>
    public static IEnumerable<Exhibit> Parts(ModerationResult result) =>
    [
        .. result.Notes.Select(note => new Paragraph(note)),
        .. result.Sentences().Select(sentence => new Paragraph(sentence)),
        Of(result.Moderators),
        Effects(result),
        .. result.Regions.Count > 0 ? [Of(result.Regions)] : Array.Empty<Exhibit>(),
    ];

    /// <summary>The moderators as they lie in the sample.</summary>
    public static Table Of(IReadOnlyList<ModeratorSummary> rows) => Table.Of(
        "Moderators",
        rows,
        of =>
        [
            of.Text("Moderator", row => row.Name + (row.IsLatent ? " (latent)" : "")), of.Number("Mean", 3, row => row.Mean), of.Number("SD", 3, row => row.StandardDeviation),
            of.Number("Least", 3, row => row.Least), of.Number("Largest", 3, row => row.Largest), of.Number("Centred at", 3, row => row.Centre),
            of.Text("Values", row => string.Join("; ", row.Values.Select(each => each.Text))),
        ],
        notes: ["Values are in the moderator's own unit, whatever the centring; of a latent moderator they are distances from its mean, and its SD is the model's."]);

    /// <summary>Where effects differ from zero along their moderator.</summary>
    public static Table Of(IReadOnlyList<SignificanceRegion> rows) => Table.Of(
        "Regions of significance (Johnson-Neyman)",
        [.. rows.SelectMany(region => region.Segments.Select(segment => (Region: region, Segment: segment)))],
        of =>
        [
            of.Text("Effect", row => EffectWords.Name(row.Region.Effect)), of.Text("Moderator", row => row.Region.Moderator), of.Text("Interval", row => row.Region.Kind.Words()),
            of.Number("From", 3, row => row.Segment.From), of.Number("To", 3, row => row.Segment.To), of.Text("Interval is", row => Words(row.Segment.Sign)),
            of.Number("Share of cases", 3, row => row.Segment.Share, true),
        ],
        notes:
        [
            .. rows.Any(region => region.Data.Count > 0) ? ["From the smallest to the largest value of the data; beyond it nothing is said. At each end inside, a bound of the interval is zero."] : Array.Empty<string>(),
            .. rows.Any(region => region.Data.Count == 0) ? ["Of a latent moderator: three of its standard deviations on either side of its mean, which is zero. At each end inside, a bound of the interval is zero."] : Array.Empty<string>(),
        ]);

    /// <summary>The stretches of a region.</summary>
    public static Table Of(IReadOnlyList<RegionSegment> rows) => Table.Of(
        "Stretches of a moderator",
        rows,
        of => [of.Number("From", 3, row => row.From), of.Number("To", 3, row => row.To), of.Text("Interval is", row => Words(row.Sign)), of.Number("Share of cases", 3, row => row.Share, true)]);

    /// <summary>A conditional effect along its moderator.</summary>
    public static Table Of(IReadOnlyList<ConditionalPoint> rows) => Table.Of(
        "Along the moderator",
        [.. rows.Where((_, i) => rows.Count <= MostCurvePoints || i % (rows.Count / MostCurvePoints) == 0)],
        of => [of.Number("Moderator", 3, row => row.Value), of.Number("Effect", 3, row => row.Estimate), of.Interval("Interval", 3, row => (row.Lower, row.Upper))]);

    // A longest path leads from the first cause to the last outcome: it comes first, then what else joins these two.
    private static IEnumerable<SignificanceRegion> InOrder(IReadOnlyList<SignificanceRegion> regions)
    {
        var longest = regions.MaxBy(region => region.Effect.Via.Count)?.Effect;
        return regions.OrderByDescending(region => region.Effect.Cause == longest?.Cause && region.Effect.Outcome == longest.Outcome).ThenByDescending(region => region.Effect.Via.Count);
    }

    private static Table Effects(ModerationResult result)
    {
        var table = EffectDesign.Of(result.Effects, "Effects at values of the moderators");
        return new(table.Caption, table.Columns, table.Groups.Count > 0 ? table.Groups : null, [
            "Standardized: by the standard deviations of cause and outcome (of an index also by the moderator's, so that it is the change for one of them), as the model implies them. The product itself is never standardized: its standard deviation has no meaning of its own.",
            .. result.Options.Kinds.Any(kind => kind.IsBootstrap()) ? ["Means, standard deviations, percentiles and centres are those of each sample."] : Array.Empty<string>(),
        ]);
    }

    private static string Words(int sign) => sign switch { > 0 => "above zero", < 0 => "below zero", _ => "around zero" };
}
