using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;

namespace Pathwise.Reporting.Designs;

/// <summary>What tests decide in simulated samples, for people.</summary>
internal static class PowerTestsDesign
{
    /// <summary>A table for each kind of test that was counted; the caption names the number of cases where there are several.</summary>
    public static IEnumerable<Table> Of(PowerResult result, bool isOneOfSeveral = false)
    {
        var where = isOneOfSeveral ? $", {result.Options.Count} cases" : "";
        if (result.Tests.Count > 0)
            yield return OfFit(result, $"Tests of exact fit{where}");
        if (result.IndirectTests.Count > 0)
            yield return Indirect(result, $"Tests that an indirect effect is zero{where}");
        if (result.DirectPaths.Count > 0)
            yield return Direct(result, $"Is the direct path shown to be negligible?{where}");
    }

    /// <summary>What the population has instead of the model's own values, and how its samples are estimated, where that needs to be said.</summary>
    public static IEnumerable<string> Settings(PowerOptions options)
    {
        if (options.Coefficients.Count > 0)
            yield return $"Standardized coefficients set in the population: {string.Join(", ", options.Coefficients)}.";
        if (options.BiasReduction != Sem.Estimation.BiasReduction.None)
            yield return $"The bias of the estimates is reduced ({options.BiasReduction.ToString().ToLowerInvariant()} RBM).";
        if (options.Shape != AnswerShape.Normal)
            yield return $"{Heading(options)}.";
        if (options.LeftOut.Length > 0)
            yield return $"The population has what the model leaves out ({options.LeftOut}).";
    }

    private static Table OfFit(PowerResult result, string caption) => Table.Of(
        caption,
        result.Tests,
        columns =>
        [
            columns.Text("Test", each => each.Name),
            columns.Count("Samples", each => each.Count),
            columns.Number("Rejected", 3, each => each.Rejected, true),
            columns.Number("SE", 4, each => each.RejectedError, true),
        ],
        notes: [$"{(result.Options.LeftOut.Length == 0 ? "The model holds in the population: a test of the right size rejects" : $"The population has what the model leaves out ({result.Options.LeftOut}): the power is the share rejected beyond")} {Alpha(result)} of the samples. {Heading(result.Options)}."]);

    private static Table Indirect(PowerResult result, string caption) => Table.Of(
        caption,
        result.IndirectTests,
        columns =>
        [
            columns.Text("Test", each => each.Kind.Heading()),
            columns.Number("Population", 3, each => each.Population),
            columns.Count("Samples", each => each.Count),
            columns.Number("Rejected", 3, each => each.Rejected, true),
            columns.Number("SE", 4, each => each.RejectedError, true),
        ],
        each => EffectWords.Name(each.Effect),
        [
            $"Share of the samples in which the test exists and rejects at {Alpha(result)}: where the effect is zero in the population its size, elsewhere its power. {Heading(result.Options)}.",
            .. result.IndirectTests.SelectMany(each => each.Without.Select(why => $"{each.Kind.Heading()} of {EffectWords.Name(each.Effect)}, in {why.Value} samples no test: {why.Key}.")),
        ]);

    private static Table Direct(PowerResult result, string caption) => Table.Of(
        caption,
        result.DirectPaths,
        columns =>
        [
            columns.Text("Path", each => $"{each.Cause} → {each.Outcome}"),
            columns.Text("Interval", each => (each.IsOfDraws ? IntervalKind.Percentile : IntervalKind.Delta).Words()),
            columns.Number("Population", 3, each => each.Population),
            columns.Number("Bound ±", 3, each => each.Bound),
            columns.Count("Samples", each => each.Count),
            columns.Number("Negligible", 3, each => each.Negligible, true),
            columns.Number("SE", 4, each => each.NegligibleError, true),
        ],
        notes:
        [
            $"Standardized. Share of the samples whose interval lies within the bounds: an error where the direct effect of the population is not within them, which happens in no more than {Alpha(result)} of the samples if the test is right. {Heading(result.Options)}.",
            .. result.DirectPaths.SelectMany(each => each.Without.Select(why => $"{each.Cause} → {each.Outcome}, in {why.Value} samples no test: {why.Key}.")),
        ]);

    private static string Alpha(PowerResult result) => NumberText.Number(1 - result.Options.Level, 2, true);

    private static string Heading(PowerOptions options) => $"{char.ToUpperInvariant(options.Shape.Heading()[0])}{options.Shape.Heading()[1..]}";
}
