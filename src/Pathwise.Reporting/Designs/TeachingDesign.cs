using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Teaching;

namespace Pathwise.Reporting.Designs;

/// <summary>Steps by hand, attempts that may fail and answers to exercises.</summary>
internal static class TeachingDesign
{
    public static Table Of(IReadOnlyList<DescentStep> steps) => Table.Of("Steps downhill", steps, of =>
    [
        of.Count("Step", step => step.Step), of.Number("Value", 6, step => step.Value), of.Number("F", 6, step => step.Discrepancy),
        of.Number("Slope", 6, step => step.Slope), of.Number("Curvature", 4, step => step.Curvature),
    ]);

    public static Table Of(IReadOnlyList<HandCheck> checks) => Table.Of("By hand and by the engine", checks, of =>
    [
        of.Text("Quantity", check => check.Quantity), of.Number("By hand", 4, check => check.ByHand), of.Number("Engine", 4, check => check.ByEngine),
        of.Text("Verdict", check => check.Agrees ? "agree" : "differ"),
    ]);

    public static Table Of(DiscrepancySection section) => PlainFacts.Table($"F as a function of {section.Parameter}",
    [
        ("Estimate", Cell.Number(section.Estimate, 4)), ("F at the estimate", Cell.Number(section.Discrepancy(section.Estimate), 5)),
        ("Slope there", Cell.Number(section.Slope(section.Estimate), 4)), ("Curvature there", Cell.Number(section.Curvature(section.Estimate), 3)),
    ]);

    public static Table Of(ProductDistribution product) => PlainFacts.Table($"Product of two normal estimates, {product.Draws.Count} draws",
    [
        ("Product of the estimates", Cell.Number(product.Estimate, 4)), ("Standard error (Sobel)", Cell.Number(product.SobelError, 4)),
        ("Skewness of the draws", Cell.Number(product.Skewness, 3)), ("95 % of the draws", Cell.Interval(product.Interval().Lower, product.Interval().Upper, 3)),
    ]);

    public static Table Of(LatentResponse response) => Table.Of(
        $"The normal response behind {response.Variable.Name}",
        [.. response.Variable.Categories.Index()],
        of =>
        [
            of.Text("Answer", row => row.Item.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            of.Count("Cases", row => response.Variable.Counts[row.Index]),
            of.Number("Share", 3, row => response.Observed[row.Index]),
            of.Number("Threshold above", 3, row => row.Index < response.Variable.Thresholds.Count ? response.Variable.Thresholds[row.Index] : null),
        ],
        notes: ["A threshold is the point of the standard normal distribution below which the shares up to there lie."]);

    public static Table Of(IReadOnlyList<ResampledThreshold> rows) => Table.Of(
        "Thresholds of a resample",
        rows,
        of =>
        [
            of.Text("Between", row => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Below} and {row.Above}")),
            of.Count("Cases below", row => row.CountBelow),
            of.Count("Cases above", row => row.CountAbove),
            of.Number("Threshold in the sample", 3, row => row.Threshold),
            of.Number("Threshold in the resample", 3, row => row.Resampled),
            of.Text("How", row => row.IsEstimated ? "estimated" : row.IsBeyond ? "beyond every answer" : "as its neighbour"),
        ],
        notes: ["Cases: how many of the resample gave the answer just below and just above a threshold."]);

    public static Exhibit Of(SectionPoint point) => new Summary($"At {NumberText.Number(point.Value, 4)}",
    [
        new Paragraph($"F is {NumberText.Number(point.Discrepancy, 5)}."),
        .. point.Implied is null ? [] : new Exhibit[] { MatrixDesign.Of(point.Implied, null, null, "Implied covariances", 3) },
    ]);

    public static Paragraph Of(ExerciseResult result) => new(result.Verdict switch
    {
        ExerciseVerdict.Right => $"Right. {result.Message}".TrimEnd(),
        ExerciseVerdict.Wrong => $"Not right. {result.Message}".TrimEnd(),
        _ => $"Not yet. {result.Message}".TrimEnd(),
    });

    public static Summary Of(ModelAttempt attempt)
    {
        var (title, parts) = attempt.Fit is null ? ("The engine refuses this model", Refused(attempt)) : Fitted(attempt);
        return new(title, [Marked(attempt), .. parts]);
    }

    private static IEnumerable<Exhibit> Refused(ModelAttempt attempt) => [new Paragraph(attempt.Refusal!)];

    private static (string Title, IEnumerable<Exhibit> Parts) Fitted(ModelAttempt attempt)
    {
        var fit = attempt.Fit!;
        var indices = fit.Indices();
        var title = fit.Warnings.Count == 0 ? "The engine fits this model without a warning" : "The engine fits this model, and warns";
        var estimates = fit.Estimates();
        var withoutError = estimates.Count(row => row.Parameter.IsFree && row.StandardError is null);
        return (title,
        [
            .. fit.Warnings.Select(warning => new Paragraph(warning.Message, isWarning: true)),
            PlainFacts.Table("Outcome",
            [
                ("Free parameters", Cell.Count(fit.ParameterCount())), ("Degrees of freedom", Cell.Count(indices.DegreesOfFreedom)),
                ("Chi-square", Cell.Number(indices.ChiSquare, 3)), ("p of exact fit", Cell.PValue(indices.PValue)),
                ("Parameters without a standard error", Cell.Count(withoutError)),
            ]),
        ]);
    }

    // An arrow points at the line that was refused.
    private static Listing Marked(ModelAttempt attempt)
    {
        var lines = attempt.Syntax.ReplaceLineEndings("\n").Split('\n');
        return new(attempt.Line is not { } wrong ? attempt.Syntax : string.Join('\n', lines.Select((line, i) => (i + 1 == wrong ? "→ " : "  ") + line)));
    }
}
