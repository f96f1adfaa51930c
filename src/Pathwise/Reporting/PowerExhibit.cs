using Pathwise.Sem.Resampling;

namespace Pathwise.Reporting;

/// <summary>A power study for people.</summary>
public static class PowerExhibit
{
    /// <summary>How the samples ended, and for each effect its power, bias and coverage.</summary>
    public static Summary Of(PowerResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new Summary($"Power in samples of {result.Options.Count} cases",
        [
            new Paragraph($"{result.Drawn} samples drawn (seed {result.Options.Seed}), {result.Converged} converged, {result.Improper} of them to an improper solution."),
            Effects("Effects", result, false),
            Effects("Standardized effects", result, true),
        ]);
    }

    /// <summary>Studies at several numbers of cases: power at each, and the cases that a power needs.</summary>
    public static Summary Of(PowerCurve curve, double power = 0.8)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var last = curve.Results[^1];
        return new Summary($"Power in samples of {string.Join(", ", curve.Results.Select(each => each.Options.Count))} cases",
        [
            .. curve.Results.Select(each => new Paragraph($"{each.Options.Count} cases: {each.Drawn} samples drawn (seed {each.Options.Seed}), {each.Converged} converged, {each.Improper} of them to an improper solution.")),
            .. last.Options.Kinds.SelectMany(kind => new[] { Powers(curve, kind, power, false), Powers(curve, kind, power, true) }),
        ]);
    }

    private static Table Powers(PowerCurve curve, IntervalKind kind, double power, bool isStandardized) => Table.Of(
        $"{(isStandardized ? "Standardized effects" : "Effects")}: power by {kind.Text()} intervals",
        [.. curve.Results[^1].Effects.Where(each => each.IsStandardized == isStandardized && each.Intervals.Any(made => made.Kind == kind)).OrderBy(each => each.Effect.Kind)],
        columns =>
        [
            columns.Text("Effect", each => each.Effect.Name),
            columns.Number("Population", 3, each => each.Population),
            .. curve.Results.Select(result => columns.Number($"N = {result.Options.Count}", 3, each => At(curve, result, each, kind)?.Power, true)),
            columns.Text($"N for {NumberText.Number(power, 2, true)}", each => Needed(curve, each, kind, power)),
        ],
        notes: ["N is found between simulated numbers of cases; nothing is extrapolated."]);

    private static IntervalPower? At(PowerCurve curve, PowerResult result, EffectPower each, IntervalKind kind) =>
        curve.Of(each.Effect, each.IsStandardized, kind).Where(point => point.Count == result.Options.Count).Select(point => point.Power).FirstOrDefault();

    private static string Needed(PowerCurve curve, EffectPower each, IntervalKind kind, double power)
    {
        var points = curve.Of(each.Effect, each.IsStandardized, kind);
        return curve.CountFor(each.Effect, each.IsStandardized, kind, power) is { } count ? NumberText.Number(count, 0)
            : points[0].Power.Power >= power ? $"below {points[0].Count}" : $"above {points[^1].Count}";
    }

    private static Table Effects(string caption, PowerResult result, bool isStandardized) => Table.Of(
        caption,
        [.. result.Effects.Where(each => each.IsStandardized == isStandardized).OrderBy(each => each.Effect.Kind)],
        columns =>
        [
            columns.Text("Effect", each => each.Effect.Name),
            columns.Number("Population", 3, each => each.Population),
            columns.Number("Bias", 3, each => each.Bias),
            columns.Number("SD", 3, each => each.Deviation),
            columns.Number("Mean SE", 3, each => each.MeanError),
            .. result.Options.Kinds.SelectMany(kind => Columns(columns, kind)),
        ],
        notes: [$"Power: share of the samples whose interval excludes zero; coverage: share whose interval holds the population's value (nominal {NumberText.Number(result.Options.Level, 2, true)}). ± is the standard error from the number of samples."]);

    private static IEnumerable<Column> Columns(ColumnsOf<EffectPower> columns, IntervalKind kind)
    {
        IntervalPower? Of(EffectPower each) => each.Intervals.FirstOrDefault(interval => interval.Kind == kind);
        yield return columns.Number($"Power, {kind.Text()}", 3, each => Of(each)?.Power, true);
        yield return columns.Number("±", 3, each => Of(each)?.PowerError, true);
        yield return columns.Number($"Coverage, {kind.Text()}", 3, each => Of(each)?.Coverage, true);
        yield return columns.Number("±", 3, each => Of(each)?.CoverageError, true);
    }
}
