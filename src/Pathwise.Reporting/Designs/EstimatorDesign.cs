using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Studies;

namespace Pathwise.Reporting.Designs;

/// <summary>One model by several estimators, side by side.</summary>
internal static class EstimatorDesign
{
    private const string Apart = "Indices of different estimators measure misfit on different scales: they neither compare with each other, nor do cutoffs made for maximum likelihood hold for ordered answers.";
    private const string Sums = "α, ω and categorical ω are of the sum of the answers; ordinal α is of the sum of responses that nobody sees, and no reliability of the scale as it is scored.";

    /// <summary>Warnings by estimator, then fit, standardized effects and reliability.</summary>
    public static Summary Of(EstimatorComparison comparison) => new(
        $"By {comparison.Fits.Count} estimators, {comparison.Fits[0].CaseCount} cases",
        [
            .. comparison.Fits.SelectMany(fit => fit.Warnings.Select(warning => new Paragraph($"{fit.Options.Estimator}: {warning.Message}", isWarning: true))),
            Of(comparison.Indices()),
            Of(comparison.Effects()),
            Of(comparison.Scales),
        ]);

    public static Table Of(IReadOnlyList<FitByEstimator> rows) => Table.Of(
        "Fit by estimator",
        rows,
        of =>
        [
            of.Text("Estimator", row => row.Estimator.ToString()),
            of.Number("χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
            of.Number("CFI", 3, row => row.Cfi, isBounded: true),
            of.Number("RMSEA", 3, row => row.Rmsea, isBounded: true),
            of.Number("SRMR", 3, row => row.Srmr, isBounded: true),
        ],
        notes: ["χ², CFI and RMSEA are scaled where the estimator scales them.", Apart]);

    public static Table Of(IReadOnlyList<EffectByEstimator> rows) => Table.Of(
        "Standardized effects by estimator",
        rows,
        of =>
        [
            of.Text("Effect", row => EffectWords.Name(row.Effect)),
            of.Text("Estimator", row => row.Estimator.ToString()),
            of.Number("Estimate", 3, row => row.Standardized),
            of.Number("SE", 3, row => row.StandardError),
            of.Interval("95 % interval", 3, row => (row.Interval?.Lower, row.Interval?.Upper)),
        ],
        notes: ["Intervals by the delta method. Raw effects do not compare: the unit of a response is not that of an answer."]);

    public static Table Of(IReadOnlyList<ScaleByEstimator> rows) => Table.Of(
        "Reliability, of numbers and of ordered answers",
        rows,
        of =>
        [
            of.Text("Factor", row => row.Factor),
            of.Count("Items", row => row.Items),
            of.Number("α", 3, row => row.Alpha, isBounded: true),
            of.Number("ω", 3, row => row.Omega, isBounded: true),
            of.Number("ω categorical", 3, row => row.CategoricalOmega, isBounded: true),
            of.Number("α ordinal", 3, row => row.OrdinalAlpha, isBounded: true),
        ],
        notes: [Sums]);
}
