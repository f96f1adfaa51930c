using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;

namespace Pathwise.Reporting.Designs;

/// <summary>A power study for people.</summary>
internal static class PowerDesign
{
    /// <summary>The tables of a study with its figures.</summary>
    public static Summary WithFigures(PowerResult result) => With(Of(result), result.Effects.Count == 0 ? [] : [result.Draw(), result.DrawCoverage()]);

    /// <summary>The tables of several studies with their figure.</summary>
    public static Summary WithFigures(PowerCurve curve) => With(Of(curve), curve.Results[^1].Effects.Count == 0 ? [] : [curve.Draw()]);

    /// <summary>How the samples ended, and for each effect its power, bias and coverage.</summary>
    public static Summary Of(PowerResult result)
    {
        return new Summary($"Power in samples of {result.Options.Count} cases",
        [
            new Paragraph(Samples(result)),
            .. Settings(result.Options),
            .. PowerTestsDesign.Of(result),
            Effects("Effects", result, false),
            Effects("Standardized effects", result, true),
            .. result.Parameters.Count > 0 ? [Parameters(result)] : Array.Empty<Table>(),
        ]);
    }

    /// <summary>Studies at several numbers of cases: power at each, and the cases that a power needs.</summary>
    public static Summary Of(PowerCurve curve, double power = 0.8)
    {
        var last = curve.Results[^1];
        return new Summary($"Power in samples of {string.Join(", ", curve.Results.Select(each => each.Options.Count))} cases",
        [
            .. curve.Results.Select(each => new Paragraph($"{each.Options.Count} cases: {Samples(each)}")),
            .. Settings(last.Options),
            .. curve.Results.SelectMany(each => PowerTestsDesign.Of(each, isOneOfSeveral: true)),
            .. last.Options.Kinds.SelectMany(kind => new[] { Powers(curve, kind, power, false), Powers(curve, kind, power, true) }),
        ]);
    }

    private static Summary With(Summary tables, IEnumerable<Figure> figures) => new(tables.Title, [.. tables.Parts, .. figures]);

    private static Table Powers(PowerCurve curve, IntervalKind kind, double power, bool isStandardized) => Table.Of(
        $"{(isStandardized ? "Standardized effects" : "Effects")}: power by {kind.Words()} intervals",
        [.. curve.Results[^1].Effects.Where(each => each.IsStandardized == isStandardized && each.Intervals.Any(made => made.Kind == kind)).OrderBy(each => each.Effect.Kind)],
        columns =>
        [
            columns.Text("Effect", each => EffectWords.Name(each.Effect)),
            columns.Column("Population", each => Cell.Number(each.Population, Decimals(each))),
            .. curve.Results.Select(result => columns.Number($"N = {result.Options.Count}", 3, each => At(curve, result, each, kind)?.Power, true)),
            columns.Text($"N for {NumberText.Number(power, 2, true)}", each => Needed(curve, each, kind, power)),
        ],
        notes: ["N is found between simulated numbers of cases; nothing is extrapolated.", .. PathNotes(curve.Results[^1])]);

    private static string Samples(PowerResult result) =>
        $"{result.Drawn}{(result.Drawn < result.Options.Replicates ? $" of {result.Options.Replicates}" : "")} samples drawn (seed {result.Options.Seed}), {result.Converged} converged, {result.Improper} of them to an improper solution."
        + (result.Failures.Count == 0 ? "" : $" Failed: {string.Join("; ", result.Failures.Select(each => $"{each.Key} ({each.Value})"))}.")
        + (Without(result) is { Length: > 0 } lacking ? $" {lacking}" : "");

    // Power and coverage are shares of the samples that gave an interval, which all of them do in most studies.
    private static string Without(PowerResult result) => string.Join(" ", result.Options.Kinds
        .Select(kind => (Kind: kind, Least: result.Effects.SelectMany(each => each.Intervals).Where(each => each.Kind == kind).Select(each => (int?)each.Count).Min() ?? 0))
        .Where(each => each.Least < result.Converged)
        .Select(each => each.Least == 0 ? $"No sample gave a {each.Kind.Words()} interval." : $"As few as {each.Least} samples gave a {each.Kind.Words()} interval of an effect."));

    private static IntervalPower? At(PowerCurve curve, PowerResult result, EffectPower each, IntervalKind kind) =>
        curve.Of(each.Effect, each.IsStandardized, kind).Where(point => point.Count == result.Options.Count).Select(point => point.Power).FirstOrDefault();

    private static string Needed(PowerCurve curve, EffectPower each, IntervalKind kind, double power)
    {
        var points = curve.Of(each.Effect, each.IsStandardized, kind);
        return curve.CountFor(each.Effect, each.IsStandardized, kind, power) is { } count ? NumberText.Number(count, 0)
            : points[0].Power.Power >= power ? $"below {points[0].Count}" : $"above {points[^1].Count}";
    }

    private static Paragraph[] Settings(PowerOptions options) => PowerTestsDesign.Settings(options).ToList() is { Count: > 0 } words ? [new(string.Join(" ", words))] : [];

    private static Table Effects(string caption, PowerResult result, bool isStandardized) => Table.Of(
        caption,
        [.. result.Effects.Where(each => each.IsStandardized == isStandardized).OrderBy(each => each.Effect.Kind)],
        columns =>
        [
            columns.Text("Effect", each => EffectWords.Name(each.Effect)),
            .. Estimates(columns, result),
        ],
        notes: [Note(result), .. PathNotes(result)]);

    private static Table Parameters(PowerResult result) => Table.Of(
        "Parameters",
        result.Parameters,
        columns =>
        [
            columns.Text("Parameter", each => $"{each.Lhs} {each.Operator.Text()} {each.Rhs}".TrimEnd()),
            .. Estimates(columns, result),
        ],
        notes: [Note(result)]);

    private static IEnumerable<Column> Estimates<T>(ColumnsOf<T> columns, PowerResult result)
        where T : EstimatePower =>
        [
            columns.Column("Population", each => Cell.Number(each.Population, Decimals(each))),
            columns.Column("Bias", each => Cell.Number(each.Bias, Decimals(each))),
            columns.Number("Bias %", 1, each => 100 * each.RelativeBias),
            columns.Column("RMSE", each => Cell.Number(Math.Sqrt(each.MeanSquaredError), Decimals(each))),
            columns.Column("SD", each => Cell.Number(each.Deviation, Decimals(each))),
            columns.Column("Mean SE", each => Cell.Number(each.MeanError, Decimals(each))),
            .. result.Options.Kinds.SelectMany(kind => Columns(columns, kind)),
        ];

    private static string Note(PowerResult result) =>
        $"Power: share of the samples whose interval excludes zero; coverage: share whose interval holds the population's value (nominal {NumberText.Number(result.Options.Level, 2, true)}). ± is the standard error from the number of samples. Bias %: of the population's value. RMSE: root of the mean squared error.";

    private static IEnumerable<string> PathNotes(PowerResult result) => result.Path is { IsCompiled: false } path
        ? [$"The samples were fitted by the general path, which is slower than compiled code, because of {path.Reason}."]
        : [];

    private static int Decimals(EstimatePower each) => Precision.Of(each.Population, each.Deviation);

    private static IEnumerable<Column> Columns<T>(ColumnsOf<T> columns, IntervalKind kind)
        where T : EstimatePower
    {
        IntervalPower? Of(T each) => each.Intervals.FirstOrDefault(interval => interval.Kind == kind);
        yield return columns.Number($"Power, {kind.Words()}", 3, each => Of(each)?.Power, true);
        yield return columns.Number("±", 3, each => Of(each)?.PowerError, true);
        yield return columns.Number($"Coverage, {kind.Words()}", 3, each => Of(each)?.Coverage, true);
        yield return columns.Number("±", 3, each => Of(each)?.CoverageError, true);
    }
}
