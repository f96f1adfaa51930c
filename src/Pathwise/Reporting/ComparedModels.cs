using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting;

/// <summary>Two nested models and the test of their difference.</summary>
public sealed record ComparedModels(FitResult Full, FitResult Restricted, LikelihoodRatioTest Test)
{
    /// <summary>Warnings first, then a row for each model, with the difference in the second.</summary>
    public Summary Summarize(string fullName, string restrictedName) =>
        new("Model comparison", [.. Warnings(fullName, Full), .. Warnings(restrictedName, Restricted), .. OfTest(), new Paragraph($"{Full.CaseUse.Text}."), Table([fullName, restrictedName])]);

    private static IEnumerable<Paragraph> Warnings(string name, FitResult fit) =>
        fit.Warnings.Select(warning => new Paragraph($"{name}: {warning.Message}", isWarning: true));

    private IEnumerable<Paragraph> OfTest() => Test.Warning is { } warning ? [new Paragraph(warning.Message, isWarning: true)] : [];

    // Chi-square, CFI and RMSEA are of one family: scaled where the estimator scales.
    private Table Table(string[] names)
    {
        FitIndices[] fits = [Full.Indices(), Restricted.Indices()];
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
                new("Difference", [Cell.Text(" "), Cell.Number(Test.ChiSquare, 3)]),
                new("df of it", [Cell.Text(" "), Cell.Count(Test.DegreesOfFreedom)]),
                new("p", [Cell.Text(" "), Cell.PValue(Test.PValue)]),
            ],
            notes: [Note]);
    }

    private string Note => Test.Method switch
    {
        "standard" => "The difference is that of the two chi-squares; a small p says that the restrictions worsen the fit.",
        "satorra.2000" => Scaled("Satorra (2000), shifted too"),
        "satorra.bentler.2010" => Scaled("Satorra and Bentler (2010)"),
        _ => Scaled("Satorra and Bentler (2001)"),
    };

    private static string Scaled(string source) =>
        $"Scaled difference of {source}: it is not the difference of the scaled chi-squares. A small p says that the restrictions worsen the fit.";
}
