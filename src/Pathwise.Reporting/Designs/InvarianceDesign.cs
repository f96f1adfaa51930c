using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Invariance;

namespace Pathwise.Reporting.Designs;

/// <summary>Levels of measurement invariance for people.</summary>
internal static class InvarianceDesign
{
    private const int MostScores = 5;

    /// <summary>Warnings, the levels, and at each level the equalities that fit worst.</summary>
    public static Summary Of(InvarianceResult result) => new("Measurement invariance",
    [
        .. result.Steps.SelectMany(step => step.Fit.Warnings.Concat(step.Test?.Warning is { } warning ? [warning] : []).Select(each => new Paragraph($"{step.Level.Text()}: {each.Message}", isWarning: true))),
        .. result.Steps.Count == 0 ? [] : new[] { new Paragraph($"{result.Steps[0].Fit.CaseUse.Text}.") },
        Of(result.Steps),
        Of([.. result.Steps.SelectMany(step => step.Freed)], "Equalities that were lifted"),
        Of([.. result.Steps.SelectMany(step => step.Scores.Take(MostScores))], "Equalities that fit worst, level by level"),
    ]);

    /// <summary>The levels.</summary>
    public static Table Of(IReadOnlyList<InvarianceStep> rows) => Table.Of(
        "Levels",
        rows,
        of =>
        [
            of.Text("Model", row => row.Level.Text() + (row.IsPartial ? " (partial)" : "")), of.Number("Chi-square", 3, row => (row.Indices.ScaledTest ?? row.Indices.Test).Value), of.Count("df", row => row.Indices.DegreesOfFreedom),
            of.Number("CFI", 3, row => (row.Indices.RobustIncremental ?? row.Indices.Incremental).Cfi, true), of.Number("RMSEA", 3, row => (row.Indices.RobustRmsea ?? row.Indices.RmseaIndex).Value, true),
            of.Number("Difference", 3, row => row.Test?.ChiSquare), of.Count("df of it", row => row.Test?.DegreesOfFreedom), of.PValue("p", row => row.Test?.PValue),
            of.Number("Change of CFI", 3, row => row.DeltaCfi, true), of.Number("Change of RMSEA", 3, row => row.DeltaRmsea, true),
            of.Number("T-size RMSEA", 3, row => row.Equivalence.TSize, true), of.Text("Equivalent", row => row.Equivalence.IsEquivalent switch { true => "yes", false => "not shown", _ => null }),
        ],
        notes:
        [
            "Each level is compared with the one before; the difference is scaled where the estimator scales. A p above the level does not show that groups are equal.",
            "T-size RMSEA: the largest misfit of the added equalities (in the first row of the model) that the data leave possible at the level of the test (Yuan and Chan 2016). Equivalent: it lies below what is tolerated.",
        ]);

    /// <summary>Score tests.</summary>
    public static Table Of(IReadOnlyList<FreedEquality> rows, string caption = "Equalities") => Table.Of(
        caption,
        rows,
        of => [of.Text("Parameter", row => row.Parameter), of.Number("Score", 3, row => row.Score), of.PValue("p", row => row.PValue)],
        notes: ["Score tests of one equality each, the largest of a parameter: how much chi-square would fall if it were lifted. Searching for the largest takes advantage of chance."]);
}
