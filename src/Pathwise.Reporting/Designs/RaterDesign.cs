using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>How far raters and coders agree, what they put on top, and who answered at all.</summary>
internal static class RaterDesign
{
    public static Table Of(IReadOnlyList<TopicPair> rows) => Table.Of(
        "Topics in pairs",
        rows,
        of =>
        [
            of.Text("First", row => row.First),
            of.Text("Second", row => row.Second),
            of.Count("n", row => row.Raters),
            of.Number("Difference of M", 2, row => row.MeanDifference),
            of.Number("t", 2, row => row.T),
            of.PValue("p", row => row.PValue),
            of.PValue("p, Holm", row => row.HolmP),
            of.PValue("p, Wilcoxon", row => row.WilcoxonP),
            of.PValue("p, Wilcoxon and Holm", row => row.WilcoxonHolmP),
        ]);

    public static Table Of(IReadOnlyList<TopShare> rows) => Table.Of(
        "Raters who have a topic among their highest",
        rows,
        of =>
        [
            of.Text("Topic", row => Title(row.Title, row.Name)),
            of.Count("n", row => row.Raters),
            of.Number("Ties shared, %", 1, row => 100 * row.Share),
            of.Number("Ties counted in, %", 1, row => 100 * row.Highest),
        ]);

    public static Table Of(IReadOnlyList<MissingSensitivity> rows) => Table.Of(
        "All raters and those who rated every topic",
        rows,
        of =>
        [
            of.Text("Topic", row => Title(row.Title, row.Name)),
            of.Number("M", 2, row => row.Mean),
            of.Count("Rank", row => row.Rank),
            of.Number("M, complete", 2, row => row.CompleteMean),
            of.Count("Rank, complete", row => row.CompleteRank),
            of.Text("Moved", row => PlainFacts.Truth(row.IsMoved)),
        ],
        notes: rows.Count > 0 ? [$"{rows[0].CompleteRaters} raters rated every topic."] : null);

    public static Table Of(IReadOnlyList<FriedmanTest> rows) => Table.Of(
        "Friedman's test",
        rows,
        of =>
        [
            of.Count("Raters", row => row.Raters),
            of.Count("Topics", row => row.Topics),
            of.Number("χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
            of.Number("Kendall's W", 3, row => row.KendallW, isBounded: true),
        ]);

    public static Table Of(IReadOnlyList<ResponseRate> rows) => Table.Of(
        "Response",
        rows,
        of =>
        [
            of.Text("Group", row => row.Group),
            of.Count("Invited", row => row.Invited),
            of.Count("Answered", row => row.Answered),
            of.Number("%", 1, row => 100 * row.Share),
            of.Interval("Interval, %", 1, row => (100 * row.Interval?.Lower, 100 * row.Interval?.Upper)),
        ]);

    public static Summary Of(ResponseComparison comparison) => new("Response by group",
    [
        Of([.. comparison.Groups, comparison.All]),
        TestDesign.Of([new ChiSquareTest(comparison.ChiSquare, comparison.DegreesOfFreedom, comparison.PValue)], "Test that all groups respond alike"),
    ]);

    public static Table Of(WaveStability stability) => PlainFacts.Table(
        "Two waves of raters",
        [
            ("Raters of the first wave", Cell.Count(stability.FirstRaters)),
            ("Raters of the second wave", Cell.Count(stability.SecondRaters)),
            ($"Topics among the top {stability.Top} of both", Cell.Count(stability.Overlap)),
            ("p of so small an overlap", Cell.PValue(stability.OverlapP)),
            ("Spearman's ρ of the means", Cell.Number(stability.Spearman, 3, isBounded: true)),
            ("p of so low a ρ", Cell.PValue(stability.SpearmanP)),
            ("Kendall's τ of the means", Cell.Number(stability.Kendall, 3, isBounded: true)),
            ("p of means so far apart", Cell.PValue(stability.DifferenceP)),
            ("Permutations", Cell.Count(stability.Permutations)),
            ("Seed", Cell.Count(stability.Seed)),
        ]);

    public static Table Of(CohenKappa kappa) => PlainFacts.Table(
        "Agreement of two coders",
        [
            ("Units", Cell.Count(kappa.Count)),
            ("Categories", Cell.Text(string.Join("; ", kappa.Categories))),
            ("Observed agreement", Cell.Number(kappa.Observed, 3, isBounded: true)),
            ("Expected by chance", Cell.Number(kappa.Expected, 3, isBounded: true)),
            ("Cohen's κ", Cell.Number(kappa.Kappa, 3, isBounded: true)),
            ("Standard error", Cell.Number(kappa.StandardError, 3)),
            ("Interval", Cell.Interval(kappa.Interval?.Lower, kappa.Interval?.Upper, 3, isBounded: true)),
        ]);

    public static Table Of(KrippendorffAlpha alpha) => PlainFacts.Table(
        "Agreement of coders",
        [
            ("Units", Cell.Count(alpha.Units)),
            ("Codes", Cell.Count(alpha.Codes)),
            ("Level of measurement", Cell.Text(PlainFacts.Words(alpha.Level.ToString()).ToLowerInvariant())),
            ("Observed disagreement", Cell.Number(alpha.Observed, 3)),
            ("Expected by chance", Cell.Number(alpha.Expected, 3)),
            ("Krippendorff's α", Cell.Number(alpha.Alpha, 3, isBounded: true)),
        ]);

    private static string Title(string title, string name) => title.Length > 0 ? title : name;
}
