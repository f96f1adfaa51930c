using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting.Designs;

/// <summary>Influential cases for people.</summary>
internal static class InfluenceDesign
{
    private const int MostCases = 10;
    private const int MostNamed = 8;

    /// <summary>The tables with their figures.</summary>
    public static Summary WithFigures(InfluenceResult result) => Of(result) is var tables ? new(tables.Title, [.. tables.Parts, result.Draw(), result.DrawCases()]) : tables;

    /// <summary>What must go, what that number means, and the cases that matter most by themselves.</summary>
    public static Summary Of(InfluenceResult result, IReadOnlyList<FitWarning>? warnings = null) => new(
        $"Influential cases: {EffectWords.Name(result.Effect.Effect)}",
        [
            .. (warnings ?? []).Select(warning => new Paragraph(warning.Message, isWarning: true)),
            .. result.IsImproper ? [new Paragraph("The fit of all cases is improper, and so improper solutions are admitted in the search.", isWarning: true)] : Array.Empty<Exhibit>(),
            new Paragraph(Opening(result)),
            Drops(result),
            .. result.References.Count == 0 ? [] : new[] { References(result) },
            Cases(result.Cases, $"The {Math.Min(MostCases, result.Count)} cases that matter most by themselves", MostCases),
        ]);

    /// <summary>Cases by their distance, the largest first; so many of them at most.</summary>
    public static Table Cases(IReadOnlyList<CaseInfluence> cases, string caption = "Influence of single cases", int most = int.MaxValue)
    {
        CaseInfluence[] shown = [.. cases.OrderByDescending(each => each.Change?.GeneralizedCook ?? double.NegativeInfinity).Take(most)];
        var decimals = Precision.Of(shown.Select(each => Math.Abs(each.Change?.Effect ?? 0)).DefaultIfEmpty().Max(), null);
        return Table.Of(
            caption,
            shown,
            of =>
            [
                of.Text("Line", each => NumberText.Number(each.Case.Line, 0)),
                .. shown.Any(each => each.Case.Identifier is not null) ? [of.Text("Case", each => each.Case.Identifier)] : Array.Empty<Column>(),
                of.Number("Effect", decimals, each => each.Change?.Effect),
                of.Number("gCD", 3, each => each.Change?.GeneralizedCook),
                of.Number("Chi-square", 2, each => each.Change?.ChiSquare),
                of.Number("RMSEA", 3, each => each.Measures?.Rmsea, true),
                of.Number("CFI", 3, each => each.Measures?.Cfi, true),
                of.Number("SRMR", 3, each => each.Measures?.Srmr, true),
                .. shown.Any(each => each.Status != FitStatus.Proper) ? [of.Text("Fit without it", each => each.Status.Reason())] : Array.Empty<Column>(),
            ],
            notes: ["With the case less without it, each from an exact fit. gCD: generalized Cook's distance of all free parameters."]);
    }

    /// <summary>What claims need, in rows of one effect or of none.</summary>
    public static Table Of(IReadOnlyList<DroppedCases> drops) => Table.Of("How many cases must go", [.. drops.Select(drop => new Row("", null, drop))], of => Columns(of, 0));

    private static string Opening(InfluenceResult result)
    {
        var effect = result.Effect;
        var decimals = Precision.Of(effect.Estimate, effect.StandardError);
        var test = result.Model;
        return $"{result.Count} cases. Effect {NumberText.Number(effect.Estimate, decimals)}, standard error {NumberText.Number(effect.StandardError, decimals)}, "
            + $"{(effect.IsSignificant ? "" : "not ")}significant by the {(result.Options.Rule == SignificanceRule.Joint ? "joint test of the path's coefficients" : "delta method")} at {NumberText.Number(1 - result.Options.Level, 2, true)}. "
            + $"Chi-square {NumberText.Number(test.ChiSquare, 2)}, df {test.DegreesOfFreedom}, p {NumberText.PValue(test.PValue)}.";
    }

    private static Table Drops(InfluenceResult result)
    {
        Row[] rows =
        [
            .. result.Others.Prepend(result.Effect).SelectMany(effect => effect.Drops.Select(drop => new Row(EffectWords.Name(effect.Effect), effect, drop))),
            .. result.Model.Rejection is { } drop ? [new Row("Exact fit", null, drop)] : Array.Empty<Row>(),
        ];
        return Table.Of("How many cases must go", rows, of => Columns(of, result.Count), row => row.Group, Notes(result));
    }

    private static IEnumerable<Column> Columns(ColumnsOf<Row> of, int count) =>
    [
        of.Text("For", row => Words(row)),
        of.Count("Cases", row => row.Drop.Count),
        .. count > 0 ? [of.Text("Share", row => row.Drop.Count is { } k ? $"{NumberText.Number(100.0 * k / count, 1)} %" : null)] : Array.Empty<Column>(),
        of.Text("Fewest", row => row.Drop.Count is null ? "not found" : row.Drop.IsExact ? "yes" : $"at least {row.Drop.AtLeast}"),
        of.Column("Without them", row => Cell.Number(row.Drop.Confirmation?.Estimate, row.Decimals)),
        of.Column("Interval", row => Cell.Interval(row.Drop.Confirmation?.Interval?.Lower, row.Drop.Confirmation?.Interval?.Upper, row.Decimals)),
        of.PValue("p", row => row.Drop.Confirmation?.PValue),
        of.Text("Confirmed", row => row.Drop.Confirmation is not { } made ? null : !made.IsConfirmed ? "no" : made.Status == FitStatus.Proper ? "yes" : "yes, improper"),
        of.Text("Which", row => Names(row.Drop.Cases)),
    ];

    private static string Words(Row row) => row.Drop.Claim switch
    {
        DropClaim.Sign => "the other sign",
        DropClaim.Significance => row.Effect is null ? "the other verdict" : row.Effect.IsSignificant ? "no significance" : "significance",
        DropClaim.Opposite => "the opposite, significant",
        _ => "the other verdict of the test",
    };

    private static string? Names(IReadOnlyList<CaseName> cases) => cases.Count == 0 ? null
        : string.Join(", ", cases.Take(MostNamed).Select(each => each.Text)) + (cases.Count > MostNamed ? $" and {cases.Count - MostNamed} more" : "");

    private static IEnumerable<string> Notes(InfluenceResult result)
    {
        var (search, options) = (result.Search, result.Options);
        yield return $"Fewest: every set of up to {search.Enumerated} cases was tried (budget {options.Budget} fits); beyond that a greedy search with exact refits, whose sets need not be the smallest. {search.Fits} fits; "
            + $"{search.Improper} ended improper and were not chosen{(search.Failures.Count == 0 ? "" : $"; failed: {string.Join("; ", search.Failures.Select(each => $"{each.Key} ({each.Value})"))}")}.";
        yield return $"Without them: a fit of its own, from starting values of its own. Interval: {options.Interval.Words()}, {NumberText.Number(100 * options.Level, 0)} %. Confirmed: by this fit and, for significance, this interval.";
        if (result.Others.Prepend(result.Effect).SelectMany(each => each.Drops).Append(result.Model.Rejection).Any(drop => drop?.ImproperCount is not null))
            yield return "For some claims fewer cases would do with an improper solution, which is never chosen (improper in the JSON).";
        yield return "Which cases they are is a question to the data. It is no leave to delete them.";
    }

    private static Table References(InfluenceResult result) => Table.Of(
        "The same search in samples without odd cases",
        result.References,
        of =>
        [
            of.Text("For", each => each.Claim == DropClaim.Sign ? "the other sign" : result.Effect.IsSignificant ? "no significance" : "significance"),
            of.Count("Data", each => result.Effect.Drop(each.Claim).GreedyCount),
            .. result.References[0].Quantiles.Select((quantile, i) => of.Text(
                $"{NumberText.Number(100 * quantile.Probability, 0)} %", each => each.Quantiles.Count == 0 ? null : each.Quantiles[i].Count is { } count ? NumberText.Number(count, 0) : "more")),
            of.PValue("p", each => each.PValue),
            of.Count("Samples", each => each.Used),
        ],
        each => each.Kind == ReferenceKind.FittedModel ? "Samples from the fitted model" : "Normal samples with the means and covariances of the data",
        [
            "Quantiles of the number of cases that the greedy search takes; Data: what it takes in the data. p: how often as few cases do.",
            "Samples from the fitted model vary in their effect as samples do, and a small p is rare in them. Those with the moments of the data have the same estimates, errors and chi-square: there p asks whether the cases are odd, whatever the effect is.",
        ]);

    private sealed record Row(string Group, EffectDrops? Effect, DroppedCases Drop)
    {
        public int Decimals => Drop.Claim == DropClaim.Rejection ? 2 : Precision.Of(Effect?.Estimate ?? Drop.Confirmation?.Estimate, Effect?.StandardError ?? Drop.Confirmation?.StandardError);
    }
}
