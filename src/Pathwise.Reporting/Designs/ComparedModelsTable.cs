using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>Two models and the test of their difference as a table.</summary>
public static class ComparedModelsTable
{
    /// <summary>Warnings first, then a row for each model, with the difference in the second.</summary>
    public static Summary Summarize(this ComparedModels models, string fullName, string restrictedName)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new("Model comparison", [.. Warnings(fullName, models.Full), .. Warnings(restrictedName, models.Restricted), .. OfTest(models.Test), new Paragraph($"{models.Full.CaseUse.Text}."), Table(models, [fullName, restrictedName]), .. OfEigenvalues(models.EigenvalueTests)]);
    }

    private static IEnumerable<Paragraph> Warnings(string name, FitResult fit) =>
        fit.Warnings.Select(warning => new Paragraph($"{name}: {warning.Message}", isWarning: true));

    private static IEnumerable<Paragraph> OfTest(LikelihoodRatioTest test) => test.Warning is { } warning ? [new Paragraph(warning.Message, isWarning: true)] : [];

    // The tests that Foldnes, Gronneberg and Moss (2026) recommend for nested models, between the plain one and that of the eigenvalues as they are.
    private static IEnumerable<Table> OfEigenvalues(IReadOnlyList<EigenvalueTest> tests)
    {
        string[] shown = ["std", "sb", "pall", "all"];
        EigenvalueTest[] rows = [.. tests.Where(test => shown.Contains(test.Name.Split('_')[0]))];
        if (rows.Length > 0)
        {
            yield return new(
                "The difference by eigenvalues",
                [
                    new("Test", rows.Select(row => Cell.Text(row.Name))),
                    new("Difference", rows.Select(row => Cell.Number(row.Test.Value, 3))),
                    new("df", rows.Select(row => Cell.Count(row.Test.DegreesOfFreedom))),
                    new("p", rows.Select(row => Cell.PValue(row.Test.PValue))),
                ],
                notes: ["std is the plain difference, sb the scaled one; pall draws each eigenvalue halfway to their mean, all takes them as they are. rls is the chi-square of residuals, ml that of the likelihood, ug the unbiased estimate of the moments' covariances (Foldnes, Gronneberg and Moss 2026; docs/small-samples.md)."]);
        }
    }

    // Chi-square, CFI and RMSEA are of one family: scaled where the estimator scales.
    private static Table Table(ComparedModels models, string[] names)
    {
        FitIndices[] fits = [models.Full.Indices(), models.Restricted.Indices()];
        var family = fits[0].ScaledTest is null ? "" : " (scaled)";
        return new Table(
            "",
            [
                new("Model", names.Select(Cell.Text)),
                new($"Chi-square{family}", fits.Select(fit => Cell.Number((fit.ScaledTest ?? fit.Test).Value, 3))),
                new("df", fits.Select(fit => Cell.Count(fit.DegreesOfFreedom))),
                new($"CFI{family}", fits.Select(fit => Cell.Number((fit.ScaledIncremental ?? fit.Incremental).Cfi, 3, isBounded: true))),
                new($"RMSEA{family}", fits.Select(fit => Cell.Number((fit.ScaledRmsea ?? fit.RmseaIndex).Value, 3, isBounded: true))),
                new("AIC", fits.Select(fit => Cell.Number(fit.Aic, 3))),
                new("BIC", fits.Select(fit => Cell.Number(fit.Bic, 3))),
                new("Difference", [Cell.Text(" "), Cell.Number(models.Test.ChiSquare, 3)]),
                new("df of it", [Cell.Text(" "), Cell.Count(models.Test.DegreesOfFreedom)]),
                new("p", [Cell.Text(" "), Cell.PValue(models.Test.PValue)]),
            ],
            notes: [Note(models.Test)]);
    }

    private static string Note(LikelihoodRatioTest test) => test.Method switch
    {
        "standard" => "The difference is that of the two chi-squares; a small p says that the restrictions worsen the fit.",
        "satorra.2000" => Scaled("Satorra (2000), shifted too"),
        "satorra.bentler.2010" => Scaled("Satorra and Bentler (2010)"),
        _ => Scaled("Satorra and Bentler (2001)"),
    };

    private static string Scaled(string source) =>
        $"Scaled difference of {source}: it is not the difference of the scaled chi-squares. A small p says that the restrictions worsen the fit.";
}
