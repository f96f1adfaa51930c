using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Sensitivity;

namespace Pathwise.Reporting.Designs;

/// <summary>A sensitivity analysis for people.</summary>
internal static class SensitivityDesign
{
    private const int MostRows = 21;

    /// <summary>The tables with their figures.</summary>
    public static Summary WithFigures(SensitivityResult result)
    {
        var tables = Of(result);
        return new(tables.Title, [.. tables.Parts, result.Draw(), .. result.Paths.Select(path => path.Draw(result.Benchmarks)), .. result.DrawReliability() is { } plane ? [plane] : Array.Empty<Exhibit>()]);
    }

    /// <summary>What would undo the effect, in words; then the tables.</summary>
    public static Summary Of(SensitivityResult result) => new($"Sensitivity of {EffectWords.Name(result.Effect)} to confounding",
    [
        .. result.Fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)),
        .. result.Bootstrap is { } bootstrap ? [ReplicateDesign.Of(bootstrap)] : Array.Empty<Exhibit>(),
        .. Sentences(result).Select(sentence => new Paragraph(sentence)),
        Curve(result),
        .. result.Mediators.Count == 0 ? [] : new Exhibit[] { Mediators(result) },
        Of(result.Robustness),
        .. result.Benchmarks.Count == 0 ? [] : new Exhibit[] { Of(result.Benchmarks) },
        .. result.Phantom is { } phantom ? [Of(phantom)] : Array.Empty<Exhibit>(),
        .. result.Reliability.Count == 0 ? [] : new Exhibit[] { Of(result.Reliability) },
        .. result.EValue is { } value ? [Of(value)] : Array.Empty<Exhibit>(),
    ]);

    /// <summary>The effect along the correlation.</summary>
    public static Table Of(IReadOnlyList<RhoPoint> points) => Points("Along the correlation of disturbances", points, []);

    /// <summary>Robustness values.</summary>
    public static Table Of(IReadOnlyList<RobustnessValue> rows) => Table.Of(
        "Robustness values",
        rows,
        of =>
        [
            of.Text("Path", row => Arrows(row.Path)), of.Number("Estimate", 3, row => row.Estimate), of.Number("Partial R²", 3, row => row.PartialR2, true),
            of.Number("Robustness", 3, row => row.Value, true), of.Interval("Interval", 3, row => (row.Interval?.Lower, row.Interval?.Upper), true),
        ],
        notes:
        [
            "Robustness: the share of variance of both ends of the path (given what is before each) that a confounder has to explain to make it zero (Cinelli and Hazlett 2020; Zhang and Ding 2022). The effect is as robust as its weakest path.",
            "The lower bound is the strength at which the path's percentile interval reaches zero; below zero, it does so without a confounder.",
        ]);

    /// <summary>How strong columns of the data would be.</summary>
    public static Table Of(IReadOnlyList<BenchmarkStrength> rows) => Table.Of(
        "Columns of the data as confounders",
        rows,
        of =>
        [
            of.Text("Column", row => row.Column), of.Text("Path", row => Arrows(row.Path)), of.Count("N", row => row.Count), of.Number("R² with cause", 3, row => row.CauseR2, true),
            of.Number("R² with outcome", 3, row => row.OutcomeR2, true), of.Number("Effect, held constant", 3, row => row.Adjusted),
            of.Number("Effect, if hidden", 3, row => row.Worst), of.Number("Times as strong", 1, row => row.Times),
        ],
        notes:
        [
            "Held constant: the effect in the model with the column. If hidden: the effect if a confounder as strong as the column worked against it. Times as strong: how much stronger a confounder has to be to make the path zero.",
            .. rows.Where(row => row.Reason is not null).Select(row => $"{row.Column}: {row.Reason}.").Distinct(),
        ]);

    /// <summary>The contours of a path.</summary>
    public static Figure Of(ConfoundedPath path) => path.Draw();

    /// <summary>A phantom variable.</summary>
    public static Table Of(PhantomFit phantom) => new(
        "A confounder in the model (phantom variable)",
        PlainFacts.Table("",
        [
            .. phantom.Standardized.Select(each => ($"Effect on {each.Key}, standard deviations", Cell.Number(each.Value, 3))),
            ("Indirect effect", Cell.Number(phantom.Indirect, 3)), ("Interval", Cell.Interval(phantom.Interval?.Lower, phantom.Interval?.Upper, 3)),
            ("Chi-square", Cell.Number(phantom.ChiSquare, 3)), ("Degrees of freedom", Cell.Count(phantom.DegreesOfFreedom)),
        ]).Columns,
        null,
        ["A latent variable of variance one whose effects are fixed (Harring, McNeish and Hancock 2017).", .. phantom.Warnings]);

    /// <summary>Reliability against confounding.</summary>
    public static Table Of(IReadOnlyList<ReliabilityPoint> points) => Table.Of(
        "Reliability of the mediator and confounding",
        points,
        of =>
        [
            of.Number("Reliability", 2, point => point.Reliability, true), of.Number("Effect", 3, point => point.Indirect),
            of.Number("Zero at correlation", 3, point => point.Zero, true), of.Number("Cancelling at", 3, point => point.Cancelling, true),
        ],
        notes: ["Error in the mediator that the model does not know of lowers the effect, a confounder raises it (Fritz, Kenny and MacKinnon 2016). Effect: of the true scores. Cancelling: where both together leave it as estimated. A dash: more error than the disturbance of mediator or outcome has room for."]);

    /// <summary>The mediational E-value.</summary>
    public static Table Of(MediationalEValue value) => new(
        "Mediational E-value",
        PlainFacts.Table("",
        [
            ("Standardized indirect effect", Cell.Number(value.Standardized, 3)), ("Risk ratio, about", Cell.Number(value.RiskRatio, 2)),
            ("E-value", Cell.Number(value.Value, 2)), ("E-value of the nearer bound", Cell.Number(value.OfBound, 2)),
        ]).Columns,
        null,
        ["For a cause one standard deviation higher: how strongly, as risk ratios, a confounder has to be related to mediator and outcome both (Smith and VanderWeele 2019). An approximation that held in more than 99 % of simulated cases, not in all; the confounder must not be an effect of the cause."]);

    private static Table Curve(SensitivityResult result)
    {
        var step = Math.Max(1, (result.Curve.Count + MostRows - 1) / MostRows);
        var middle = Enumerable.Range(0, result.Curve.Count).FirstOrDefault(i => result.Curve[i].Rho == 0);
        RhoPoint[] shown = [.. result.Curve.Where((_, i) => (i - middle) % step == 0)];
        return Points($"Along the correlation of disturbances ({result.Between})", shown,
        [
            result.IsSaturated ? $"In closed form: the model fits equally well at every correlation{(result.Mediators.Count > 0 ? "; all mediators have the same" : "")}." : $"Fitted anew at each correlation, because {result.Reason}.",
            .. result.Bootstrap is null ? [] : new[] { $"Intervals: {result.Options.Kind.Words()}, {NumberText.Number(100 * result.Options.Level, 0)} %, recomputed in every sample." },
            .. result is { Bootstrap: not null, IsSaturated: false } && result.Curve.All(point => point.Lower is null) ? ["Intervals along a correlation of several mediators are given where the outcome's equation is saturated."] : Array.Empty<string>(),
            .. Fewest(result) is { } fewest ? [$"Samples whose disturbance variances are not positive have no such correlation and are left out: intervals rest on {fewest} samples or more."] : Array.Empty<string>(),
            .. shown.Length < result.Curve.Count ? [$"{shown.Length} of {result.Curve.Count} correlations; all of them in --format json and in the result."] : Array.Empty<string>(),
            .. result.Curve.Where(point => point.Reason is not null).Select(point => $"{NumberText.Number(point.Rho, 2, true)}: {point.Reason}."),
        ]);
    }

    private static int? Fewest(SensitivityResult result) => result.Curve.Min(point => point.Draws) is { } fewest && fewest < result.Bootstrap?.Used ? fewest : null;

    private static Table Points(string caption, IReadOnlyList<RhoPoint> points, IEnumerable<string> notes) => Table.Of(
        caption,
        points,
        of =>
        [
            of.Number("ρ", 2, point => point.Rho, true), of.Number("Indirect", 3, point => point.Indirect),
            .. points.Any(point => point.Lower is not null) ? [of.Interval("Interval", 3, point => (point.Lower, point.Upper))] : Array.Empty<Column>(),
            of.Number("Standardized", 3, point => point.Standardized),
            .. points.Any(point => point.Direct is not null) ? [of.Number("Direct", 3, point => point.Direct)] : Array.Empty<Column>(),
            of.Number("χ²", 3, point => point.ChiSquare),
        ],
        notes: notes);

    private static Table Mediators(SensitivityResult result) => Table.Of(
        "Mediators one by one",
        result.Mediators,
        of => [of.Text("Mediator", each => each.Mediator), of.Number("Weight", 3, each => each.Weight), of.Number("Zero at ρ alone", 3, each => each.Alone, true)],
        notes:
        [
            $"The effect is zero where the disturbance covariances with the outcome, weighted, sum to {NumberText.Number(result.Estimate, 3)}.",
            .. result.SmallestShare is { } share ? [$"Confounders of all mediators together have to explain {NumberText.Number(share, 3, true)} of the outcome's disturbance at least."] : Array.Empty<string>(),
        ]);

    private static IEnumerable<string> Sentences(SensitivityResult result)
    {
        var (zero, name) = (result.Zero, EffectWords.Name(result.Effect));
        yield return zero.Rho is { } rho
            ? $"{name} is {NumberText.Number(result.Estimate, 3)}, and zero if the disturbances {result.Between} correlate {NumberText.Number(rho, 3, true)}{Held(zero)}"
            : $"{name} is {NumberText.Number(result.Estimate, 3)}; no correlation of the disturbances {result.Between} that was tried makes it zero.";
        if (zero.TotalShare is { } total)
            yield return $"A confounder that explains shares of both disturbances has to explain shares whose product is {NumberText.Number(zero.ResidualShare, 3, true)} ({NumberText.Number(total, 3, true)} of the variables' whole variances).";
        if (result.Identified is { } identified)
            yield return Identified(result, identified);
    }

    private static string Held(ZeroCorrelation zero) => zero switch
    {
        { Interval: null } => ".",
        { Lower: null, Upper: null } => "; its interval holds zero at every correlation.",
        { Lower: null } => $"; its interval holds zero up to {NumberText.Number(zero.Upper, 3, true)}.",
        { Upper: null } => $"; its interval holds zero from {NumberText.Number(zero.Lower, 3, true)} on.",
        _ => $"; its interval holds zero from {NumberText.Number(zero.Lower, 3, true)} to {NumberText.Number(zero.Upper, 3, true)}.",
    };

    private static string Identified(SensitivityResult result, IdentifiedCorrelation identified)
    {
        var start = $"The model says something about this correlation ({result.Reason}): as estimated it is {NumberText.Number(identified.Rho, 3, true)}{(identified.StandardError is { } error ? $" (standard error {NumberText.Number(error, 3, true)})" : "")}. "
            + $"The chi-square falls from {NumberText.Number(identified.ChiSquare, 3)} ({identified.DegreesOfFreedom} degrees of freedom) to {NumberText.Number(identified.ChiSquareCorrelated, 3)} when it is free";
        var test = $"(difference {NumberText.Number(identified.Test?.ChiSquare, 3)}, p {NumberText.PValue(identified.Test?.PValue)})";
        return identified switch
        {
            { IsOneTest: true } => $"{start}, and to {NumberText.Number(identified.ChiSquareDirect, 3)} when the direct effect is: the same. \"No direct effect\" and \"no confounding of mediator and outcome\" are one test {test}; the data cannot tell which of the two fails.",
            { ChiSquareDirect: { } direct } => $"{start} {test}, and to {NumberText.Number(direct, 3)} when the direct effect is: these are two tests.",
            _ => $"{start} {test}.",
        };
    }

    private static string Arrows(string path) => path.Replace("->", "→", StringComparison.Ordinal);
}
