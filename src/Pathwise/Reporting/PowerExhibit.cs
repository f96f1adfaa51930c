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
