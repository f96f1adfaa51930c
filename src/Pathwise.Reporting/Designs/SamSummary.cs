using System.Globalization;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Sam;

namespace Pathwise.Reporting.Designs;

/// <summary>A model estimated in two steps for people.</summary>
public static class SamSummary
{
    /// <summary>Warnings, what was done, the measurement blocks, the latent covariances, fit and estimates of the structural model.</summary>
    public static Summary Summarize(this SamResult result, string title = "Structure after measurement") => new(title, Parts(result));

    private static IEnumerable<Exhibit> Parts(SamResult result)
    {
        foreach (var warning in result.Warnings)
            yield return new Paragraph(warning.Message, isWarning: true);
        yield return new Paragraph(HowEstimated(result));
        yield return Of(result.Blocks);
        if (result.Options.Method == SamMethod.Local)
        {
            foreach (var moments in result.Moments)
                yield return Of(moments);
        }

        yield return Measures(result);
        for (var group = 1; group <= result.Structure.Table.GroupCount; group++)
            yield return EstimatesTable.Of(result.Structure, group);
        if (result.Structure.RSquared().Count > 0)
            yield return ExplainedTable.Of(result.Structure);
        if (result.Structure.Effects().Count > 0)
            yield return EstimatesTable.OfEffects(result.Structure);
    }

    /// <summary>Blocks with the fit of each.</summary>
    public static Table Of(IReadOnlyList<MeasurementBlock> rows) => Table.Of(
        "Measurement blocks",
        [.. rows.Select(block => (Block: block, Fit: block.Fit.Indices()))],
        of =>
        [
            of.Text("Factors", row => string.Join(", ", row.Block.Factors)), of.Count("Indicators", row => row.Block.Indicators.Count), of.Number("Chi-square", 3, row => row.Fit.Test.Value),
            of.Count("df", row => row.Fit.Test.DegreesOfFreedom), of.PValue("p", row => row.Fit.Test.PValue), of.Number("CFI", 3, row => row.Fit.Incremental.Cfi),
            of.Number("RMSEA", 3, row => row.Fit.RmseaIndex.Value),
        ],
        notes: ["Each block is fitted by itself, its factors covarying freely: what does not fit in one does not reach the others."]);

    /// <summary>Covariances of the structural variables.</summary>
    public static Table Of(LatentMoments moments) => Table.Of(
        moments.Group.Length > 0 ? $"Covariances of the structural variables, group {moments.Group}" : "Covariances of the structural variables",
        [.. Enumerable.Range(0, moments.Names.Count)],
        of =>
        [
            of.Text("", i => moments.Names[i]), .. moments.Names.Select((name, j) => of.Column(name, i => j > i ? Cell.Blank : Cell.Number(moments.Covariance[i, j], 3))),
            of.Column("Reliability", i => moments.Reliabilities[i] is { } reliability ? Cell.Number(reliability, 3) : Cell.Blank),
        ],
        notes: ["Reliability: the share of a factor's variance in that of its scores; one for observed variables."]);

    private static Table Measures(SamResult result)
    {
        var isLocal = result.Options.Method == SamMethod.Local;
        var fit = isLocal ? result.Structure.Indices() : result.Joint!.Indices();
        return Table.Of(
            isLocal ? "Local fit of the structural model" : "Fit of the whole model",
            [fit],
            of =>
            [
                of.Number("Chi-square", 3, row => row.Test.Value), of.Count("df", row => row.Test.DegreesOfFreedom), of.PValue("p", row => row.Test.PValue), of.Number("CFI", 3, row => row.Incremental.Cfi),
                of.Number("RMSEA", 3, row => row.RmseaIndex.Value), of.Number("SRMR", 3, row => row.Residuals.Srmr),
            ],
            notes: [isLocal
                ? "Of the structural model alone, the covariances of the factors taken as known: the chi-square does not count that they are estimated."
                : "At the estimates of both steps, which are no minimum: the chi-square is larger than the one of a fit in one step."]);
    }

    private static string HowEstimated(SamResult result)
    {
        var step = result.Options.Method == SamMethod.Local
            ? $"local SAM, factors mapped by {result.Options.Mapping}{(result.Options.AlphaCorrection > 0 ? string.Create(CultureInfo.InvariantCulture, $", alpha correction {result.Options.AlphaCorrection}") : "")}"
            : "global SAM";
        var errors = result.Products.Count > 0
            ? $"Moments of {string.Join(", ", result.Products)} come from factor scores, corrected for their errors, which are taken as normal and independent of the factors; standard errors are by the infinitesimal jackknife"
            : "Standard errors count the first step (two-step)";
        return $"Structure after measurement: {step}. {result.CaseUse.Text}. {errors}.";
    }
}
