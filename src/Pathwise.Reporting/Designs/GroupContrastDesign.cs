using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;

namespace Pathwise.Reporting.Designs;

/// <summary>Effects compared between groups, for people.</summary>
internal static class GroupContrastDesign
{
    /// <summary>A row for each effect and pair of groups.</summary>
    public static Table Of(IReadOnlyList<GroupContrast> rows) => Table.Of(
        "Effects compared between groups",
        rows,
        of =>
        [
            of.Text("Effect", row => EffectWords.Name(row.Difference.Effect)), of.Number("Difference", 3, row => row.Difference.Value), of.Number("SE", 3, row => row.Difference.StandardError),
            of.Interval("Interval", 3, row => Bounds(row.Difference)), of.Number("Chi-square", 3, row => row.ChiSquare), of.PValue("p", row => row.PValue),
            of.Number("Ratio", 3, row => row.Ratio.Value), of.Interval("Interval of it", 3, row => Bounds(row.Ratio)),
        ],
        notes:
        [
            "Chi-square and p: likelihood-ratio test, of one degree of freedom, of the constraint that the effect is equal in both groups.",
            "A ratio says little where the second effect may be zero. Groups are comparable as far as they are measured alike: see pathwise invariance.",
        ]);

    private static (double? Lower, double? Upper) Bounds(EffectEstimate row) =>
        row.Intervals.FirstOrDefault(each => !each.IsStandardized) is { } made ? (made.Interval.Lower, made.Interval.Upper) : (null, null);
}
