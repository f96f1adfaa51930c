using System.Globalization;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;

namespace Pathwise.Reporting.Designs;

/// <summary>Tests of indirect effects and of direct paths, for people.</summary>
internal static class MediationDesign
{
    /// <summary>A row for each effect and test.</summary>
    public static Table Of(IReadOnlyList<MediationTest> rows) => Table.Of(
        "Tests that an indirect effect is zero",
        rows,
        of =>
        [
            of.Text("Test", row => row.Kind.Heading()),
            of.Text("Hypothesis", row => row.Hypothesis),
            .. rows.Any(row => row.Effect.GroupLabel.Length > 0) ? [of.Text("Group", row => row.Effect.GroupLabel)] : Array.Empty<Column>(),
            of.Number("Statistic", 3, row => row.Statistic),
            of.PValue("p", row => row.PValue),
            of.Text("Weakest", row => row.Weakest),
        ],
        row => EffectWords.Name(row.Effect),
        Notes(rows));

    /// <summary>A row for each pair of variables with an indirect effect.</summary>
    public static Table Of(IReadOnlyList<DirectPathEquivalence> rows) => Table.Of(
        "Is the direct path negligible?",
        rows,
        of =>
        [
            of.Text("Path", row => $"{row.Cause} → {row.Outcome}"),
            .. rows.Any(row => row.GroupLabel.Length > 0) ? [of.Text("Group", row => row.GroupLabel)] : Array.Empty<Column>(),
            of.Number("Direct effect", 3, row => row.Direct),
            of.Interval("Interval", 3, row => (row.Interval?.Lower, row.Interval?.Upper)),
            of.Number("Bound ±", 3, row => row.Bound),
            of.PValue("p", row => row.PValue),
            of.Number("Indirect effect", 3, row => row.Indirect),
            of.Number("Correlation", 3, row => row.Correlation),
            of.Text("Shown", Verdict),
        ],
        notes: Notes(rows));

    private static string Verdict(DirectPathEquivalence row) => row.IsNegligible switch
    {
        null => "nothing",
        false => "not that it is negligible",
        true when row.IsSubstantial == true => "negligible; substantial mediation",
        true => "negligible",
    };

    private static IEnumerable<string> Notes(IReadOnlyList<MediationTest> rows)
    {
        if (rows.Any(row => row.Kind is MediationTestKind.JointSignificance or MediationTestKind.Mbco or MediationTestKind.Adaptive))
            yield return "A product is zero where one coefficient or another is (a union of hypotheses): joint significance and likelihood ratio have the largest p of the coefficients, and the weakest one is named.";
        if (rows.Any(row => row.Kind == MediationTestKind.Adaptive))
            yield return "The adaptive bootstrap rejects more often than the others where both coefficients are small, and then neither needs to be significant.";
        foreach (var why in rows.Where(row => row.Why is not null).Select(row => $"{row.Kind.Heading()} of {EffectWords.Name(row.Effect)}: {row.Why}.").Distinct())
            yield return why;
    }

    private static IEnumerable<string> Notes(IReadOnlyList<DirectPathEquivalence> rows)
    {
        if (rows.Count == 0)
            yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"Standardized. p is of the hypothesis that the direct effect is at least as far from zero as the bound (two one-sided tests at {rows[0].Alpha:0.###}); it is rejected where the {100 * (1 - (2 * rows[0].Alpha)):0.##} % interval lies within the bounds.");
        yield return string.Create(CultureInfo.InvariantCulture, $"A direct path that is not significant is not absent. Substantial mediation: negligible, and cause and outcome correlate by {DirectPathEquivalences.LeastCorrelation:0.00} or more.");
        foreach (var row in rows.Where(row => row.Why is not null))
            yield return $"{row.Cause} → {row.Outcome}: {row.Why}.";
    }
}
