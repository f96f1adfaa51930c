using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Studies;

namespace Pathwise.Reporting.Designs;

/// <summary>What a study expects, and what its data say to that.</summary>
internal static class StudyDesign
{
    public static Exhibit Of(StudyPlan study) => study.Hypotheses.Count == 0
        ? new Paragraph($"{study.Title}: {Path.GetFileName(study.Source)} states no hypothesis.")
        : Table.Of($"Hypotheses of {study.Title}", study.Hypotheses, of =>
        [
            of.Text("Hypothesis", each => each.Name), of.Text("Path", each => each.Path), of.Text("Expected", each => Expected(each.Sign)),
        ]);

    public static Table Of(IReadOnlyList<JudgedHypothesis> hypotheses) => Table.Of("Hypotheses, standardized", hypotheses, of =>
    [
        of.Text("Hypothesis", each => each.Hypothesis.Name),
        of.Text("Path", each => each.Hypothesis.Path),
        of.Text("Expected", each => Expected(each.Hypothesis.Sign)),
        of.Number("Estimate", 3, each => each.Estimate),
        of.Interval($"{100 * (hypotheses.FirstOrDefault(each => each.Interval is not null)?.Interval?.Level ?? 0.95):0.#} % interval", 3, each => (each.Interval?.Lower, each.Interval?.Upper)),
        of.Text("The data", each => Words(each)),
    ]);

    public static Table Of(IReadOnlyList<DirectPathTest> tests) => Table.Of("Direct paths beside the indirect ones", tests, of =>
    [
        of.Text("From", each => each.Cause),
        of.Text("To", each => each.Outcome),
        of.Text("Through", each => string.Join(", ", each.Mediators)),
        of.Text("Direct path", each => each.IsInModel ? "in the model" : "added for the test"),
        of.Number("Standardized", 3, each => each.Standardized),
        of.Number("Chi-square difference", 3, each => each.Difference?.ChiSquare),
        of.Count("df", each => each.Difference?.DegreesOfFreedom),
        of.PValue("p", each => each.Difference?.PValue),
        .. tests.Any(each => each.Why is not null) ? new[] { of.Column("Why not", each => Cell.Optional(each.Why)) } : [],
    ]);

    private static string Expected(ExpectedSign sign) => sign switch
    {
        ExpectedSign.Positive => "+",
        ExpectedSign.Negative => "−",
        _ => "either sign",
    };

    private static string Words(JudgedHypothesis each) => each.Judgement switch
    {
        Judgement.Supported => "support it",
        Judgement.Opposite => "speak for the opposite",
        Judgement.NotSupported => "do not support it: the interval contains zero",
        _ => $"do not decide it. {each.Why}",
    };
}
